import type { ImportReading, ReadRows, SourceRow } from './read-rows.js';
import { readRows } from './read-rows.js';
import { ImportFaults, type ImportFault } from './import-faults.js';
import type { ImportPlan, ImportSetting } from './plan-import.js';
import { planImport } from './plan-import.js';

/** Runs the steps to their end. */
export function finished<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A reading of columns called by their own names, with sex and age band where asked for. */
export const reading = (change: Partial<ImportReading> = {}, broken = false): ImportReading => ({
  columns: {
    ...{ period: 'period', nationality: 'nationality', count: 'count' },
    ...{ sex: broken ? 'sex' : null, ageBand: broken ? 'age' : null },
  },
  yearlyPeriods: new Set(),
  codes: { nationality: new Map(), sex: new Map(), ageBand: new Map() },
  ...change,
});

/** Rows as a file numbers them: the heading is row 1. */
export const sourceRows = (lines: readonly string[]): SourceRow[] =>
  lines.map((line, at) => ({ row: at + 2, cells: line.split('|') }));

/** Headings of the reading. */
export const headingsOf = ({ columns }: ImportReading): string[] =>
  [columns.period, columns.nationality, columns.sex, columns.ageBand, columns.count].flatMap(
    (heading) => heading ?? [],
  );

/** What is read of lines such as `2024-01|CMR|4`. */
export function read(
  lines: readonly string[],
  given: ImportReading = reading(),
): { read: ReadRows; faults: readonly ImportFault[] } {
  const faults = new ImportFaults();
  const rows = finished(readRows(headingsOf(given), sourceRows(lines), given, faults));
  return { read: rows, faults: faults.list() };
}

const SETTING: ImportSetting = {
  ...{ state: 'PAN', timeZone: 'America/Panama', at: new Date('2026-11-24T12:00:00Z') },
  crossingPoint: { state: 'PAN', activeFrom: '1990-01-01', activeTo: null },
  ...{ reported: new Map(), taken: [] },
};

/** What an import of the lines would do. */
export const planned = (
  lines: readonly string[],
  given: ImportReading = reading(),
  setting: Partial<ImportSetting> = {},
): ImportPlan =>
  finished(planImport(headingsOf(given), sourceRows(lines), given, { ...SETTING, ...setting }));

/** Faults as `row column rule`. */
export const told = (faults: readonly ImportFault[]): string[] =>
  faults.map(({ row, column, rule }) => `${row} ${column} ${rule}`);
