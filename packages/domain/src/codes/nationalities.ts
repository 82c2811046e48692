import type { WorldRegion, WorldSubregion } from './nationality-table.js';
import { COUNTRY_TABLE } from './nationality-table.js';

/** A code that an arrival report may count by. */
export interface Nationality {
  /** ISO 3166-1 alpha-3, or one of `SPECIAL_NATIONALITIES`. */
  readonly code: string;
  readonly alpha2: string | null;
  /** ISO 3166-1 numeric, which is also M49's, three digits; a State's id is this number. */
  readonly numeric: string | null;
  /** `null` for those whose origin the code does not tell. */
  readonly region: WorldRegion | null;
  readonly subregion: WorldSubregion | null;
}

/**
 * Codes beside ISO 3166-1, of travel documents (ICAO Doc 9303): stateless person, refugee (1951
 * Convention), other refugee, unspecified, and Kosovo, whose code is agreed by use only.
 */
export const SPECIAL_NATIONALITIES = ['XXA', 'XXB', 'XXC', 'XXX', 'XKX'] as const;

const unlocated = (code: string): Nationality => ({
  code,
  alpha2: null,
  numeric: null,
  region: null,
  subregion: null,
});

const countries: readonly Nationality[] = COUNTRY_TABLE.flatMap(([region, subregion, rows]) =>
  rows.split(', ').map((row) => {
    const [code = '', alpha2 = '', numeric = ''] = row.split(' ');
    return { code, alpha2, numeric, region, subregion };
  }),
);

/** All 249 codes of ISO 3166-1 and the five special ones, by code. */
export const NATIONALITIES: readonly Nationality[] = [
  ...[...countries].sort((one, other) => (one.code < other.code ? -1 : 1)),
  { code: 'XKX', alpha2: 'XK', numeric: null, region: 'europe', subregion: 'southern-europe' },
  unlocated('XXA'),
  unlocated('XXB'),
  unlocated('XXC'),
  unlocated('XXX'),
];

const byCode = new Map(NATIONALITIES.map((nationality) => [nationality.code, nationality]));

/** Looks up a code; `undefined` where it is none. */
export const findNationality = (code: string): Nationality | undefined => byCode.get(code);

/** Whether a report may count by this code. */
export const isNationality = (code: string): boolean => byCode.has(code);

/** Whether the code is a State or territory of the Americas (M49, the Caribbean included). */
export const isOfTheAmericas = (code: string): boolean => byCode.get(code)?.region === 'americas';

/** Subregions of the Americas in M49, from north to south: the order of the columns of the matrix. */
export const AMERICAN_SUBREGIONS = [
  'northern-america',
  'central-america',
  'caribbean',
  'south-america',
] as const satisfies readonly WorldSubregion[];
export type AmericanSubregion = (typeof AMERICAN_SUBREGIONS)[number];

/** The subregion of a State or territory of the Americas; `undefined` elsewhere. */
export const americanSubregion = (code: string): AmericanSubregion | undefined =>
  AMERICAN_SUBREGIONS.find((subregion) => subregion === byCode.get(code)?.subregion);

/**
 * Whether the code is from outside the continent: its M49 region is known and is not the Americas.
 * XKX counts as Europe. XXA, XXB, XXC and XXX tell nothing about where somebody comes from, so they
 * are neither of the Americas nor extra-continental: the scope "from outside the continent" leaves
 * them out, and "all nationalities" has them.
 */
export const isExtraContinental = (code: string): boolean => {
  const region = byCode.get(code)?.region ?? null;
  return region !== null && region !== 'americas';
};

/** All codes of the scope "from outside the continent". */
export const EXTRA_CONTINENTAL_NATIONALITIES: readonly string[] = NATIONALITIES.map(
  ({ code }) => code,
).filter(isExtraContinental);

/** Codes that are easily mistaken for one another; a report with any of them is asked about it. */
export const LOOK_ALIKE_NATIONALITIES: readonly (readonly string[])[] = [
  ['CHN', 'TWN'],
  ['COG', 'COD'],
  ['NER', 'NGA'],
  ['GIN', 'GNB', 'GNQ'],
  ['DMA', 'DOM'],
  ['AUS', 'AUT'],
];
