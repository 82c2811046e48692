import type { Language } from '@enlace/domain';
import { LANGUAGES, isNationality, nationalitiesByName } from '@enlace/domain';

/** A nationality that was found, named in the reader's language. */
export interface FoundNationality {
  readonly code: string;
  readonly name: string;
}

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, "'").trim().toLowerCase();

let names: ReadonlyMap<string, readonly string[]> | undefined;

/** By code, the folded names in all four languages. */
const allNames = (): ReadonlyMap<string, readonly string[]> => {
  const pairs = LANGUAGES.flatMap((language) => nationalitiesByName(language));
  names ??= new Map(
    [...Map.groupBy(pairs, ({ code }) => code)].map(([code, named]) => [
      code,
      named.map(({ name }) => folded(name)),
    ]),
  );
  return names;
};

/** Nationalities whose code, or name in any of the four languages, begins with or holds the text. */
export const searchNationalities = (
  text: string,
  language: Language,
  taken: ReadonlySet<string>,
): readonly FoundNationality[] => {
  const wanted = folded(text);
  const rank = (code: string): number => {
    const known = allNames().get(code) ?? [];
    if (folded(code) === wanted) return 0;
    if (known.some((name) => name.startsWith(wanted))) return 1;
    return known.some((name) => name.includes(wanted)) ? 2 : 3;
  };
  return nationalitiesByName(language)
    .filter(({ code }) => !taken.has(code))
    .map((found) => ({ found, rank: rank(found.code) }))
    .filter(({ rank: one }) => one < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ found }) => found);
};

/** The one nationality that a text names exactly, by code or by name in any language. */
export const nationalityNamed = (text: string): string | null => {
  const code = text.trim().toUpperCase();
  if (isNationality(code)) return code;
  const wanted = folded(text);
  const found = [...allNames()].filter(([, known]) => known.includes(wanted));
  const [only] = found;
  return found.length === 1 && only !== undefined ? only[0] : null;
};
