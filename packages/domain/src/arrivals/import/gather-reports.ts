import type { DraftFigures } from '../checks/draft.js';
import type { Period } from '../period.js';
import { formatPeriod } from '../period.js';
import type { ImportFaults } from './import-faults.js';
import type { ImportReading, ReadRow } from './read-rows.js';
import { isTotal } from './read-rows.js';
import { TOTAL } from './source-codes.js';

/** The rows of one period, added up by what their codes stand for. */
export interface GatheredReport {
  readonly period: Period;
  readonly rows: readonly ReadRow[];
  readonly figures: DraftFigures;
  readonly total: number;
  /** Row of the file behind each count or cell, in the order of `figures`. */
  readonly firstRows: readonly ReadRow[];
}

type Codes = Pick<ReadRow, 'nationality' | 'sex' | 'ageBand'>;

const keyOf = ({ nationality, sex, ageBand }: Codes): string =>
  [nationality, sex ?? '', ageBand ?? ''].join('\t');

const sum = (rows: readonly ReadRow[]): number => rows.reduce((all, { value }) => all + value, 0);

/** A code that appears twice for the same thing is not added: only different codes are. */
const refuseRepeated = (
  rows: readonly ReadRow[],
  { columns }: ImportReading,
  faults: ImportFaults,
): void => {
  const broken = columns.sex !== null || columns.ageBand !== null;
  const seen = new Set<string>();
  for (const { row, source, sourceNationality } of rows) {
    if (seen.has(source)) {
      const rule = broken ? 'cell-duplicated' : 'nationality-duplicated';
      faults.add(row, columns.nationality ?? '', sourceNationality, rule);
    }
    seen.add(source);
  }
};

/** Every total that a part belongs to: each of its codes, or all of them. */
const totalsOf = ({ nationality, sex, ageBand }: Codes): string[] =>
  [nationality, TOTAL].flatMap((n) =>
    [sex, TOTAL].flatMap((s) =>
      [ageBand, TOTAL].map((a) => keyOf({ nationality: n, sex: s, ageBand: a })),
    ),
  );

/** Sums of the parts by the totals they belong to; one pass, since a file may hold thousands of totals. */
const sumsOf = (parts: readonly ReadRow[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const part of parts) {
    for (const key of totalsOf(part)) sums.set(key, (sums.get(key) ?? 0) + part.value);
  }
  return sums;
};

/** Every total in the file is the sum of its parts. */
const refuseWrongTotals = (
  rows: readonly ReadRow[],
  parts: readonly ReadRow[],
  { columns }: ImportReading,
  faults: ImportFaults,
): void => {
  const totals = rows.filter(isTotal);
  if (totals.length === 0) return;
  const sums = sumsOf(parts);
  for (const total of totals) {
    if ((sums.get(keyOf(total)) ?? 0) !== total.value) {
      faults.add(total.row, columns.count ?? '', String(total.value), 'total-differs');
    }
  }
};

const figuresOf = (groups: readonly (readonly ReadRow[])[], broken: boolean): DraftFigures => {
  const counts = groups.map((rows) => ({
    nationality: rows[0]?.nationality ?? '',
    value: sum(rows),
  }));
  const cells = groups.map((rows, at) => ({
    ...{ nationality: counts[at]?.nationality ?? '', value: counts[at]?.value ?? 0 },
    ...{ sex: rows[0]?.sex ?? 'not-recorded', ageBand: rows[0]?.ageBand ?? 'unknown' },
  }));
  return {
    ...{ counts: broken ? [] : counts, cells: broken ? cells : [], indicators: [] },
    ...{ nil: false, registerTotal: null, note: null },
  };
};

const gatherReport = (
  rows: readonly ReadRow[],
  isIncomplete: boolean,
  broken: boolean,
  reading: ImportReading,
  faults: ImportFaults,
): GatheredReport | null => {
  refuseRepeated(rows, reading, faults);
  const parts = rows.filter((row) => !isTotal(row));
  if (!isIncomplete) refuseWrongTotals(rows, parts, reading, faults);
  const [first] = rows;
  if (!first) return null;
  const groups = [...Map.groupBy(parts, keyOf).values()];
  const firstRows = groups.flatMap(([row]) => (row ? [row] : []));
  const figures = figuresOf(groups, broken);
  return { period: first.period, rows, figures, total: sum(parts), firstRows };
};

/** Makes one report of each period, one a step; codes that stand for one nationality are added. */
export function* gatherReports(
  rows: readonly ReadRow[],
  incomplete: ReadonlySet<string>,
  reading: ImportReading,
  faults: ImportFaults,
): Generator<undefined, GatheredReport[]> {
  const broken = reading.columns.sex !== null || reading.columns.ageBand !== null;
  const periods = Map.groupBy(rows, ({ period }) => formatPeriod(period));
  const reports: GatheredReport[] = [];
  for (const [name, own] of periods) {
    const report = gatherReport(own, incomplete.has(name), broken, reading, faults);
    if (report) reports.push(report);
    yield;
  }
  return reports;
}
