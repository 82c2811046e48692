import type { ReportResponse } from '@enlace/contract';
import type { AgeBand, Indicator, Sex } from '@enlace/domain';

type ExactReport = Extract<ReportResponse, { detail: 'exact' }>;

/** Parts of the header that a version may change. */
const HEADER = [
  ...(['finality', 'coverage', 'coveragePercent', 'sampleSize', 'direction'] as const),
  ...(['confidence', 'registerTotal', 'method', 'note', 'nil'] as const),
] as const;
export type HeaderPart = (typeof HEADER)[number];

/** A value that two versions tell differently; null: the version does not tell it. */
interface Change<T> {
  readonly before: T | null;
  readonly after: T | null;
}
export type CountChange = Change<number> & { readonly nationality: string };
export type CellChange = CountChange & { readonly sex: Sex; readonly ageBand: AgeBand };
export type IndicatorChange = Change<number> & {
  readonly indicator: Indicator;
  readonly nationality: string | null;
};
export type HeaderChange = Change<string | number | boolean> & { readonly part: HeaderPart };

/** Everything in which a later version differs from an earlier one. */
export interface VersionDifferences {
  readonly header: readonly HeaderChange[];
  readonly counts: readonly CountChange[];
  readonly cells: readonly CellChange[];
  readonly indicators: readonly IndicatorChange[];
}

/** Pairs up what has the same key and keeps the pairs whose values differ, in the order of their keys. */
const changed = <K extends object>(
  before: readonly (K & { readonly value: number })[],
  after: readonly (K & { readonly value: number })[],
  keyOf: (one: K) => string,
): readonly (K & Change<number>)[] => {
  const pairs = new Map<string, K & { before: number | null; after: number | null }>();
  for (const one of before) pairs.set(keyOf(one), { ...one, before: one.value, after: null });
  for (const one of after) {
    const old = pairs.get(keyOf(one))?.before ?? null;
    pairs.set(keyOf(one), { ...one, before: old, after: one.value });
  }
  return [...pairs.entries()]
    .filter(([, one]) => one.before !== one.after)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, one]) => one);
};

const countsOf = ({ counts }: ExactReport): readonly { nationality: string; value: number }[] =>
  counts.flatMap(({ nationality, figure }) =>
    figure.kind === 'exact' ? [{ nationality, value: figure.value }] : [],
  );

/** Compares two versions of one report, both in exact detail. */
export const differencesOf = (before: ExactReport, after: ExactReport): VersionDifferences => ({
  header: HEADER.filter((part) => before[part] !== after[part]).map((part) => ({
    ...{ part, before: before[part], after: after[part] },
  })),
  counts: changed(countsOf(before), countsOf(after), ({ nationality }) => nationality),
  cells: changed(before.cells, after.cells, ({ nationality, sex, ageBand }) =>
    [nationality, sex, ageBand].join(' '),
  ),
  indicators: changed(before.indicators, after.indicators, ({ nationality, indicator }) =>
    [indicator, nationality ?? ''].join(' '),
  ),
});

/** Whether two versions tell the same. */
export const isSame = ({ header, counts, cells, indicators }: VersionDifferences): boolean =>
  header.length + counts.length + cells.length + indicators.length === 0;
