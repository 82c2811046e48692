import type { AgeBand, Sex } from '@enlace/domain';
import { SEXES } from '@enlace/domain';

/** How finely the figures are entered. */
export const LAYOUTS = ['detailed', 'broad', 'counts'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Key of the column for a nationality's count without a breakdown. */
export const COUNT_COLUMN = 'count';

/** Key of a column: `female|0-4`, or the count's. */
export type ColumnKey = string;

/** One column of the grid; `sex` and `ageBand` are null for the count. */
export interface Column {
  readonly key: ColumnKey;
  readonly sex: Sex | null;
  readonly ageBand: AgeBand | null;
}

const BANDS: Readonly<Record<Exclude<Layout, 'counts'>, readonly AgeBand[]>> = {
  detailed: ['0-4', '5-11', '12-17', '18-59', '60+', 'unknown'],
  broad: ['0-17', '18+', 'unknown'],
};

const ALL_BANDS: readonly AgeBand[] = [
  '0-4',
  '5-11',
  '12-17',
  '0-17',
  '18-59',
  '60+',
  '18+',
  'unknown',
];

/** Key of the column for a sex and an age band. */
export const columnKey = (sex: string, ageBand: string): ColumnKey => `${sex}|${ageBand}`;

const ALL_COLUMNS: readonly Column[] = [
  ...SEXES.flatMap((sex) =>
    ALL_BANDS.map((ageBand) => ({ key: columnKey(sex, ageBand), sex, ageBand })),
  ),
  { key: COUNT_COLUMN, sex: null, ageBand: null },
];

const ofLayout = (layout: Layout, { ageBand }: Column): boolean =>
  layout === 'counts' || ageBand === null
    ? layout === 'counts' && ageBand === null
    : BANDS[layout].includes(ageBand);

/** Columns of a layout, and those beside it that hold figures: nothing entered is ever hidden. */
export const columnsFor = (layout: Layout, used: ReadonlySet<ColumnKey>): readonly Column[] =>
  ALL_COLUMNS.filter((column) => ofLayout(layout, column) || used.has(column.key));

/** The layout that shows figures best. */
export const layoutOf = (used: ReadonlySet<ColumnKey>): Layout => {
  const keys = [...used];
  if (keys.some((key) => /\|(0-17|18\+)$/.test(key))) return 'broad';
  return keys.length > 0 && keys.every((key) => key === COUNT_COLUMN) ? 'counts' : 'detailed';
};
