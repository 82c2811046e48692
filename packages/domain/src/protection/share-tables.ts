import type { ExactFigures } from './exact-figures.js';
import { byCode } from './exact-figures.js';

/** A share of the report's exact total, as a closed band of whole percents. */
export interface ShareBand {
  readonly table: 'sex-age' | 'indicator';
  /** `female|0-4` in the table of sex and age, else the indicator's code. */
  readonly key: string;
  readonly low: number;
  readonly high: number;
}

/** Width of the bands in percent, by the least sum of the counts' lows: a band always spans ten persons. */
const BAND_WIDTHS = [
  { from: 10_000, width: 1 },
  { from: 1_000, width: 5 },
  { from: 100, width: 10 },
] as const;

/** Width of a report's share bands in percent; `null`: too few persons for any share. */
export const bandWidth = (sumOfLows: number): number | null =>
  BAND_WIDTHS.find(({ from }) => sumOfLows >= from)?.width ?? null;

type Table = ReadonlyMap<string, number>;

/**
 * The lower edges of one table's bands. Where they add up to the whole, every share sits exactly on its
 * edge and the total could be worked out, so the largest cell (of equals the first) goes one band down.
 */
const lowerEdges = (table: Table, total: number, width: number): Map<string, number> => {
  const edges = new Map(
    [...table].map(([key, value]) => [key, width * Math.floor((100 * value) / (width * total))]),
  );
  const sum = [...edges.values()].reduce((all, edge) => all + edge, 0);
  if (sum < 100) return edges;
  const [largest] = [...table.keys()].toSorted(
    (one, other) => (table.get(other) ?? 0) - (table.get(one) ?? 0),
  );
  if (largest !== undefined) edges.set(largest, (edges.get(largest) ?? width) - width);
  return edges;
};

const inOrder = (table: Table): Table =>
  new Map([...table].toSorted(([one], [other]) => byCode(one, other)));

/** Persons by sex and age band over all nationalities; a cell not reported is no row, a zero is one. */
const sexAgeTable = (exact: ExactFigures): Table => {
  const table = new Map<string, number>();
  for (const { sex, ageBand, value } of exact.cells) {
    const key = `${sex}|${ageBand}`;
    table.set(key, (table.get(key) ?? 0) + value);
  }
  return inOrder(table);
};

/**
 * Whether everybody counted stands in the table. A table of some nationalities only would tell of
 * those alone: two of nine each, all men, stand out of a total of 168 that nobody else is broken
 * down in, so such a table is not published.
 */
const isComplete = (table: Table, total: number): boolean =>
  [...table.values()].reduce((sum, value) => sum + value, 0) === total;

/** The indicators of the whole report; those by nationality are exact and never published. */
const indicatorTable = (exact: ExactFigures): Table =>
  inOrder(
    new Map(
      exact.indicators
        .filter(({ nationality }) => nationality === null)
        .map(({ indicator, value }) => [indicator, value]),
    ),
  );

/**
 * Every share a protected reader gets of a report. Sex and age are one table; indicators overlap,
 * so each is a table of its own.
 */
export const shareTables = (exact: ExactFigures, total: number, sumOfLows: number): ShareBand[] => {
  const width = bandWidth(sumOfLows);
  if (width === null || total === 0) return [];
  const bands = (name: ShareBand['table'], table: Table): ShareBand[] =>
    [...lowerEdges(table, total, width)].map(([key, low]) => ({
      table: name,
      key,
      low,
      high: low + width,
    }));
  const sexAge = sexAgeTable(exact);
  return [
    ...(isComplete(sexAge, total) ? bands('sex-age', sexAge) : []),
    ...[...indicatorTable(exact)].flatMap((row) => bands('indicator', new Map([row]))),
  ];
};
