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

const keyOf = ({ nationality, sex, ageBand }: ReadRow): string =>
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

const agrees = (part: string | null, total: string | null): boolean =>
  total === TOTAL || part === total;

/** Every total in the file is the sum of its parts. */
const refuseWrongTotals = (
  rows: readonly ReadRow[],
  parts: readonly ReadRow[],
  { columns }: ImportReading,
  faults: ImportFaults,
): void => {
  for (const total of rows.filter(isTotal)) {
    const own = parts.filter(
      (part) =>
        agrees(part.nationality, total.nationality) &&
        agrees(part.sex, total.sex) &&
        agrees(part.ageBand, total.ageBand),
    );
    if (sum(own) !== total.value) {
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

/** Makes one report of each period; codes that stand for one nationality are added. */
export const gatherReports = (
  rows: readonly ReadRow[],
  incomplete: ReadonlySet<string>,
  reading: ImportReading,
  faults: ImportFaults,
): GatheredReport[] => {
  const broken = reading.columns.sex !== null || reading.columns.ageBand !== null;
  const periods = Map.groupBy(rows, ({ period }) => formatPeriod(period));
  return [...periods].flatMap(([name, own]) => {
    refuseRepeated(own, reading, faults);
    const parts = own.filter((row) => !isTotal(row));
    if (!incomplete.has(name)) refuseWrongTotals(own, parts, reading, faults);
    const [first] = own;
    if (!first) return [];
    const groups = [...Map.groupBy(parts, keyOf).values()];
    const firstRows = groups.flatMap(([row]) => (row ? [row] : []));
    const figures = figuresOf(groups, broken);
    return [{ period: first.period, rows: own, figures, total: sum(parts), firstRows }];
  });
};
