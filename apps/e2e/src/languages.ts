import { readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from '@enlace/domain';

const I18N = new URL('../../web/public/i18n/', import.meta.url);
/** Texts of a feature lie in its own folder; all others in the file of the language. */
const SCOPES = [
  'desk',
  'entry',
  'overview',
  'reports',
  'sharing',
  'import',
  'commitment',
  'commitments',
  'scorecard',
  'system',
  'practices',
  'holidays',
];

/** Languages of this run, from E2E_LANGUAGES (`es,en`). */
export const languagesOfRun = (): readonly Language[] => {
  const asked = (process.env['E2E_LANGUAGES'] ?? 'es').split(',').map((code) => code.trim());
  const unknown = asked.filter((code) => !LANGUAGES.some((language) => language === code));
  if (unknown.length > 0) throw new Error(`Unknown languages: ${unknown.join(', ')}.`);
  return LANGUAGES.filter((language) => asked.includes(language));
};

/** Gives the text that the web shows for a key, its values filled in. */
export type Texts = (key: string, values?: Readonly<Record<string, string>>) => string;

const at = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (node, name) => (typeof node === 'object' && node !== null ? Reflect.get(node, name) : null),
    tree,
  );

/** Texts of the web in one language, read from its files as the browser does. */
export const textsIn = (language: Language): Texts => {
  const files = new Map<string, unknown>();
  const read = (file: string): unknown => {
    if (!files.has(file)) files.set(file, JSON.parse(readFileSync(new URL(file, I18N), 'utf8')));
    return files.get(file);
  };
  return (key, values = {}) => {
    const [scope = '', ...rest] = key.split('.');
    const scoped = SCOPES.includes(scope);
    const file = scoped ? `${scope}/${language}.json` : `${language}.json`;
    const text = at(read(file), scoped ? rest : [scope, ...rest]);
    if (typeof text !== 'string') throw new Error(`There is no text ${key} in ${language}.`);
    return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_all, name: string) => values[name] ?? '');
  };
};
