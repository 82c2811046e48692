import { AGE_BANDS, SEXES } from '../../codes/arrival-codes.js';
import { isNationality, NATIONALITIES } from '../../codes/nationalities.js';
import { nationalityName } from '../../codes/nationality-names.js';
import { LANGUAGES } from '../../codes/participants.js';
import { plainText } from './column-guess.js';

/** Columns of a file that hold codes of its source. */
export const CODE_COLUMNS = ['nationality', 'sex', 'ageBand'] as const;
export type CodeColumn = (typeof CODE_COLUMNS)[number];

/** What a code of the source stands for when its row is the total of other rows. */
export const TOTAL = 'TOTAL';

/** Longest code that can be mapped. */
export const MAX_CODE_LENGTH = 60;

const TOTAL_WORDS = new Set(
  'total totals totales totais totaux totalgeneral grandtotal grantotal totalgeral totalgenerale'.split(
    ' ',
  ),
);

const known = (column: CodeColumn, code: string): string | null => {
  if (TOTAL_WORDS.has(plainText(code))) return TOTAL;
  if (column === 'nationality')
    return isNationality(code.toUpperCase()) ? code.toUpperCase() : null;
  const list: readonly string[] = column === 'sex' ? SEXES : AGE_BANDS;
  return list.find((value) => value === code.toLowerCase()) ?? null;
};

/** Whether the code says by itself what it stands for, so that nobody has to map it. */
export const isSelfExplaining = (column: CodeColumn, code: string): boolean =>
  known(column, code) !== null;

/** What a code stands for: as whoever imports has mapped it, else itself; null where neither says. */
export const resolveCode = (
  column: CodeColumn,
  code: string,
  mapped: ReadonlyMap<string, string>,
): string | null => mapped.get(code) ?? known(column, code);

/** Codes that published series use beside ISO 3166-1. */
const PUBLISHED: readonly (readonly [string, string])[] = [
  ['ooo', 'XXX'],
  ['stl', 'XXA'],
  ['tib', 'CHN'],
  ['unk', 'XXX'],
];

const SEX_WORDS: readonly (readonly [string, string])[] = [
  ...'f female mujer mujeres femenino femme femmes feminin woman women mulher mulheres feminino'
    .split(' ')
    .map((word) => [word, 'female'] as const),
  ...'male h hombre hombres masculino homme hommes masculin man men homem homens'
    .split(' ')
    .map((word) => [word, 'male'] as const),
  ...'x unknown desconocido norecorded notrecorded noregistrado desconhecido inconnu nonprecise'
    .split(' ')
    .map((word) => [word, 'not-recorded'] as const),
];

const nationalitySuggestions = (): ReadonlyMap<string, string> =>
  new Map([
    ...NATIONALITIES.flatMap(({ code, alpha2 }) => [
      ...LANGUAGES.map((language) => [plainText(nationalityName(code, language)), code] as const),
      ...(alpha2 === null ? [] : [[alpha2.toLowerCase(), code] as const]),
    ]),
    ...PUBLISHED,
  ]);

// Names of 254 codes in four languages: made once, when the first unknown code asks for them.
let nationalities: ReadonlyMap<string, string> | null = null;

/** A proposal for an unknown code, which counts for nothing until whoever imports accepts it. */
export const suggestCode = (column: CodeColumn, code: string): string | null => {
  const plain = plainText(code);
  if (column === 'sex') return new Map(SEX_WORDS).get(plain) ?? null;
  if (column === 'ageBand') {
    const band = code.replaceAll(/\s|[a-zñáã]/gi, '').replace('–', '-');
    return AGE_BANDS.find((known) => known === band) ?? null;
  }
  nationalities ??= nationalitySuggestions();
  return nationalities.get(plain) ?? null;
};
