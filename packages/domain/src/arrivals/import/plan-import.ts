import { checkDraft } from '../checks/check-draft.js';
import type { DraftFigures, DraftSetting } from '../checks/draft.js';
import { totalsByNationality } from '../checks/draft.js';
import type { CheckFinding, WarningRule } from '../checks/rules.js';
import type { Period } from '../period.js';
import { formatPeriod, overlaps, previousPeriod } from '../period.js';
import type { GatheredReport } from './gather-reports.js';
import { gatherReports } from './gather-reports.js';
import { ImportFaults, type ImportFault } from './import-faults.js';
import type { ImportReading, ReadRow, ReadRows, SourceRow } from './read-rows.js';
import { isTotal, readRows } from './read-rows.js';
import type { CodeColumn } from './source-codes.js';
import { CODE_COLUMNS } from './source-codes.js';

/** Rules of a file that somebody has to confirm with one comment each. */
export type ImportWarningRule = WarningRule | 'own-nationality';

/** Totals by nationality of a month's report, by month. */
export type MonthTotals = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What a file is checked against. */
export interface ImportSetting extends Omit<DraftSetting, 'period' | 'history'> {
  /** Months already reported for the same point, unit, observation and source. */
  readonly reported: MonthTotals;
  /** Periods of open reports with which one of the file would collide. */
  readonly taken: readonly Period[];
}

/** One report as the file would make it. */
export interface PlannedReport {
  readonly period: Period;
  readonly rows: number;
  readonly total: number;
  readonly exists: boolean;
  readonly figures: DraftFigures;
  readonly warnings: readonly ImportWarningRule[];
}

/** What an import would do. */
export interface ImportPlan {
  readonly rows: number;
  readonly faults: readonly ImportFault[];
  readonly faultCount: number;
  readonly unknownCodes: readonly { column: CodeColumn; code: string; rows: number }[];
  readonly mergedCodes: readonly { nationality: string; codes: string[]; rows: number }[];
  readonly warnings: readonly {
    rule: ImportWarningRule;
    rows: number;
    periods: number;
    nationalities: string[];
  }[];
  readonly reports: readonly PlannedReport[];
  readonly yearlyRows: number;
  readonly ownNationalityRows: number;
}

/** Whether and where a finding is about rows of the file. */
const rowsOf = (report: GatheredReport, pointer: string): readonly ReadRow[] => {
  const at = /^\/(?:counts|cells)\/(\d+)/.exec(pointer)?.[1];
  if (at === undefined) return report.rows;
  const first = report.firstRows[Number(at)];
  return first ? [first] : [];
};

const columnOf = (pointer: string): 'period' | 'count' | 'nationality' | 'ageBand' => {
  if (!/^\/(counts|cells)\//.test(pointer)) return 'period';
  if (pointer.endsWith('/value')) return 'count';
  return pointer.endsWith('/ageBand') ? 'ageBand' : 'nationality';
};

/** The 12 months before, as reported earlier or as the file itself reports them. */
const historyOf = (period: Period, months: MonthTotals): ReadonlyMap<string, readonly number[]> => {
  const history = new Map<string, number[]>();
  if (period.length === 'year') return history;
  let month = period;
  for (let back = 0; back < 12; back += 1) {
    month = previousPeriod(month);
    for (const [nationality, total] of months.get(formatPeriod(month)) ?? []) {
      history.set(nationality, [...(history.get(nationality) ?? []), total]);
    }
  }
  return history;
};

/** Checks the reports of one file, gathering faults and warnings by rule. */
class ReportChecks {
  private readonly warned = new Map<ImportWarningRule, { periods: Set<string>; rows: ReadRow[] }>();

  constructor(
    private readonly reading: ImportReading,
    private readonly setting: ImportSetting,
    private readonly months: MonthTotals,
    private readonly faults: ImportFaults,
  ) {}

  check(report: GatheredReport, others: readonly GatheredReport[]): PlannedReport {
    const { period, figures } = report;
    const history = historyOf(period, this.months);
    const found = checkDraft(figures, { ...this.setting, period, history });
    for (const finding of found) this.note(report, finding);
    this.noteOwnNationals(report);
    const clash = others.some((other) => other !== report && overlaps(other.period, period));
    if (clash) this.faultPeriod(report, report.rows, 'periods-overlap');
    const exists = this.setting.taken.some((taken) => overlaps(taken, period));
    if (exists) this.faultPeriod(report, report.rows.slice(0, 1), 'report-exists');
    const name = formatPeriod(period);
    const warnings = [...this.warned].filter(([, { periods }]) => periods.has(name));
    return {
      ...{ period, rows: report.rows.length, total: report.total, exists, figures },
      warnings: warnings.map(([rule]) => rule),
    };
  }

  warnings(): ImportPlan['warnings'] {
    return [...this.warned].map(([rule, { periods, rows }]) => ({
      ...{ rule, rows: rows.length, periods: periods.size },
      nationalities: [...new Set(rows.map(({ nationality }) => nationality))].sort(),
    }));
  }

  private note(report: GatheredReport, finding: CheckFinding): void {
    const rows = rowsOf(report, finding.pointer);
    if (finding.kind === 'warning') {
      this.warn(report, finding.rule, rows);
      return;
    }
    const column = columnOf(finding.pointer);
    if (column === 'period') {
      this.faultPeriod(report, rows, finding.rule);
      return;
    }
    const heading = this.reading.columns[column] ?? '';
    for (const row of rows) {
      const value = column === 'count' ? String(row.value) : row.sourceNationality;
      this.faults.add(row.row, heading, value, finding.rule);
    }
  }

  private noteOwnNationals(report: GatheredReport): void {
    const own = report.rows.filter((row) => row.nationality === this.setting.state);
    if (own.length > 0) this.warn(report, 'own-nationality', own);
  }

  private warn(report: GatheredReport, rule: ImportWarningRule, rows: readonly ReadRow[]): void {
    const known = this.warned.get(rule) ?? { periods: new Set<string>(), rows: [] };
    known.periods.add(formatPeriod(report.period));
    known.rows.push(...rows);
    this.warned.set(rule, known);
  }

  private faultPeriod(
    report: GatheredReport,
    rows: readonly ReadRow[],
    rule: ImportFault['rule'],
  ): void {
    const heading = this.reading.columns.period ?? '';
    for (const { row } of rows) this.faults.add(row, heading, formatPeriod(report.period), rule);
  }
}

/** Nationalities for which the file has more than one code: their rows are added. */
function* mergedCodes(rows: readonly ReadRow[]): Generator<undefined, ImportPlan['mergedCodes']> {
  const found = new Map<string, { codes: Set<string>; rows: number }>();
  for (const row of rows) {
    yield;
    if (isTotal(row)) continue;
    const known = found.get(row.nationality) ?? { codes: new Set<string>(), rows: 0 };
    known.codes.add(row.sourceNationality);
    known.rows += 1;
    found.set(row.nationality, known);
  }
  return [...found].flatMap(([nationality, { codes, rows: own }]) =>
    codes.size > 1 ? [{ nationality, codes: [...codes].sort(), rows: own }] : [],
  );
}

const unknownCodes = ({ unknownCodes: found }: ReadRows): ImportPlan['unknownCodes'] =>
  CODE_COLUMNS.flatMap((column) =>
    [...found[column]].map(([code, rows]) => ({ column, code, rows })),
  );

const monthTotals = (reports: readonly GatheredReport[], reported: MonthTotals): MonthTotals =>
  new Map([
    ...reported,
    ...reports
      .filter(({ period }) => period.length === 'month')
      .map(({ period, figures }) => [formatPeriod(period), totalsByNationality(figures)] as const),
  ]);

/**
 * Reads and checks a whole file without writing anything; the same for the dry run and the import. It
 * goes in steps, a row or a report each, so that whoever runs it can let others have their turn.
 */
export function* planImport(
  headings: readonly string[],
  rows: readonly SourceRow[],
  reading: ImportReading,
  setting: ImportSetting,
): Generator<undefined, ImportPlan> {
  const faults = new ImportFaults();
  const read = yield* readRows(headings, rows, reading, faults);
  const gathered = yield* gatherReports(read.rows, read.incomplete, reading, faults);
  const months = monthTotals(gathered, setting.reported);
  const checks = new ReportChecks(reading, setting, months, faults);
  const reports: PlannedReport[] = [];
  for (const report of gathered) {
    reports.push(checks.check(report, gathered));
    yield;
  }
  reports.sort((one, other) => (one.period.from < other.period.from ? -1 : 1));
  return {
    rows: rows.length,
    faults: faults.list(),
    faultCount: faults.count,
    unknownCodes: unknownCodes(read),
    mergedCodes: yield* mergedCodes(read.rows),
    warnings: checks.warnings(),
    reports,
    yearlyRows: read.yearlyRows,
    ownNationalityRows: read.rows.filter(({ nationality }) => nationality === setting.state).length,
  };
}
