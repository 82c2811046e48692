import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@enlace/domain';
import { SOURCES, TEXTS } from './texts.harness';

type Texts = ReadonlyMap<string, string>;

const flattened = (node: unknown, path: string): [string, string][] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, child]) =>
        flattened(child, path === '' ? key : `${path}.${key}`),
      )
    : [[path, typeof node === 'string' ? node : '']];

const read = (folder: string, language: string): Texts =>
  new Map(flattened(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')), ''));

const scopes = readdirSync(TEXTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const folders = ['', ...scopes];

/** Every key as templates write it: those of a scope begin with its name. */
const known = new Set(
  folders.flatMap((scope) =>
    [...read(join(TEXTS, scope), 'en').keys()].map((key) =>
      scope === '' ? key : `${scope}.${key}`,
    ),
  ),
);
const startsSomething = (prefix: string): boolean =>
  [...known].some((key) => key.startsWith(prefix));

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|html)$/.test(name) && !/\.(spec|harness)\.ts$/.test(name))
  .map((name) => join(SOURCES, name));

/** Words of `{{name}}` in a text, which every language must use alike. */
const slots = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name).sort();

const WHOLE_KEY = [
  /'((?:[\w-]+\.)+[\w-]+)'\s*\|\s*transloco\b/g,
  /\btranslate(?:Signal)?\(\s*'((?:[\w-]+\.)+[\w-]+)'/g,
  /\bthis\.text\(\s*'((?:[\w-]+\.)+[\w-]+)'/g,
];
const BEGINNING = [
  /\bcounted\(\s*'((?:[\w-]+\.)+[\w-]+)'/g,
  /'((?:[\w-]+\.)+)'\s*\+[^|{}]*\|\s*transloco\b/g,
  /\btranslate(?:Signal)?\(\s*`((?:[\w-]+\.)+)\$\{/g,
];

const found = (source: string, patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, key = '']) => key));

describe('Texts', () => {
  it.each(folders)('of "%s" have the same keys and slots in all languages', (scope) => {
    const english = read(join(TEXTS, scope), 'en');
    expect(english.size).toBeGreaterThan(0);
    for (const language of LANGUAGES) {
      const texts = read(join(TEXTS, scope), language);
      expect([language, [...texts.keys()].sort()]).toEqual([language, [...english.keys()].sort()]);
      for (const [key, text] of texts) {
        expect([language, key, text.trim()]).not.toEqual([language, key, '']);
        expect([language, key, slots(text)]).toEqual([
          language,
          key,
          slots(english.get(key) ?? ''),
        ]);
      }
    }
  });

  it('exist for every key that a template or a class names', () => {
    const uses = sources.flatMap((file) =>
      found(readFileSync(file, 'utf8'), WHOLE_KEY).map((key) => ({ file, key })),
    );
    expect(uses.length).toBeGreaterThan(20);
    const missing = uses
      .filter(({ key }) => !known.has(key))
      .map(({ file, key }) => `${relative(SOURCES, file)}: ${key}`);
    expect(missing).toEqual([]);
  });

  it('exist for every beginning of a key that a template completes', () => {
    const uses = sources.flatMap((file) =>
      found(readFileSync(file, 'utf8'), BEGINNING).map((key) => ({ file, key })),
    );
    const missing = uses
      .filter(({ key }) => !startsSomething(key))
      .map(({ file, key }) => `${relative(SOURCES, file)}: ${key}`);
    expect(missing).toEqual([]);
  });
});
