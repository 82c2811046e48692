import { MAX_VALUE } from '../checks/draft.js';
import type { Period } from '../period.js';
import { formatPeriod, monthPeriod, parsePeriod, yearPeriod } from '../period.js';
import type { ImportColumn } from './column-guess.js';
import type { ImportFaults, ImportRule } from './import-faults.js';
import type { CodeColumn } from './source-codes.js';
import { isSelfExplaining, MAX_CODE_LENGTH, resolveCode, TOTAL } from './source-codes.js';

/** A row of the file with its number there; the heading is row 1. */
export interface SourceRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** How the file is to be read. */
export interface ImportReading {
  /** Heading of each column; null: the file has none. */
  readonly columns: Readonly<Record<ImportColumn, string | null>>;
  /** Years whose rows, dated January, are totals of the year. */
  readonly yearlyPeriods: ReadonlySet<string>;
  /** What codes of the source stand for; `TOTAL` for rows that add up others. */
  readonly codes: Readonly<Record<CodeColumn, ReadonlyMap<string, string>>>;
}

/** One row that could be read. A part that the file does not have is null; a total has `TOTAL`. */
export interface ReadRow {
  readonly row: number;
  readonly period: Period;
  /** The row's codes as in the file: two rows that share them say the same thing twice. */
  readonly source: string;
  readonly sourceNationality: string;
  readonly nationality: string;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly value: number;
}

/** What was read, row by row. */
export interface ReadRows {
  readonly rows: readonly ReadRow[];
  /** Rows of every code that does not explain itself. */
  readonly unknownCodes: Readonly<Record<CodeColumn, ReadonlyMap<string, number>>>;
  /** Periods of which a row could not be read, so that their sums say nothing. */
  readonly incomplete: ReadonlySet<string>;
  readonly yearlyRows: number;
}

/** Reads `2026-10`, `2026-10-01`, `2026/10`, `10/2026` or `2026`; null for anything else. */
export const readPeriod = (text: string): Period | null => {
  const plain = parsePeriod(text);
  if (plain) return plain;
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})(?:[-/.]0?1)?$/.exec(text) ?? [];
  const [, monthFirst, yearLast] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const number = Number(month ?? monthFirst);
  if (!(number >= 1 && number <= 12)) return null;
  return monthPeriod(Number(year ?? yearLast), number);
};

/** Reads a whole number; a blank is none, and no sign or separator is guessed away. */
export const readCount = (text: string): number | ImportRule => {
  if (text === '') return 'value-blank';
  if (/^-\d+([.,]\d+)?$/.test(text)) return 'value-negative';
  if (/^\d+[.,]\d+$/.test(text)) return 'value-not-whole';
  if (!/^\d+$/.test(text)) return 'value-not-a-number';
  return Number(text) > MAX_VALUE ? 'value-too-large' : Number(text);
};

const UNKNOWN_RULES = {
  nationality: 'nationality-unknown',
  sex: 'sex-unknown',
  ageBand: 'age-band-unknown',
} as const satisfies Record<CodeColumn, ImportRule>;

/** Reads one row after another and names every cell that cannot be read. */
class RowReader {
  readonly rows: ReadRow[] = [];
  readonly unknownCodes: Readonly<Record<CodeColumn, Map<string, number>>> = {
    nationality: new Map(),
    sex: new Map(),
    ageBand: new Map(),
  };
  readonly incomplete = new Set<string>();
  yearlyRows = 0;

  constructor(
    private readonly width: number,
    private readonly at: Readonly<Record<ImportColumn, number>>,
    private readonly reading: ImportReading,
    private readonly faults: ImportFaults,
  ) {}

  read(source: SourceRow): void {
    if (source.cells.length !== this.width) {
      // A number with an unquoted separator would otherwise be read as a smaller one.
      this.faults.add(source.row, '', source.cells.join(' | '), 'row-length');
      return;
    }
    const before = this.faults.count;
    const period = this.period(source);
    const nationality = this.code(source, 'nationality');
    const sex = this.code(source, 'sex');
    const ageBand = this.code(source, 'ageBand');
    const value = this.count(source);
    if (this.faults.count > before || !period || nationality === null || value === null) {
      if (period) this.incomplete.add(formatPeriod(period));
      return;
    }
    const codes = (['nationality', 'sex', 'ageBand'] as const).map((c) => this.cell(source, c));
    this.rows.push({
      ...{ row: source.row, period, source: codes.join('\t'), sourceNationality: codes[0] ?? '' },
      ...{ nationality, sex, ageBand, value },
    });
  }

  private cell(source: SourceRow, column: ImportColumn): string {
    return source.cells[this.at[column]]?.trim() ?? '';
  }

  private fault(source: SourceRow, column: ImportColumn, rule: ImportRule): null {
    const heading = this.reading.columns[column] ?? '';
    this.faults.add(source.row, heading, this.cell(source, column), rule);
    return null;
  }

  private period(source: SourceRow): Period | null {
    const period = readPeriod(this.cell(source, 'period'));
    if (!period) return this.fault(source, 'period', 'period-unreadable');
    const year = period.from.slice(0, 4);
    const yearly = period.length === 'year' || period.from.endsWith('-01-01');
    if (!yearly || (period.length === 'month' && !this.reading.yearlyPeriods.has(year))) {
      return period;
    }
    this.yearlyRows += 1;
    return yearPeriod(Number(year));
  }

  private code(source: SourceRow, column: CodeColumn): string | null {
    if (this.reading.columns[column] === null) return null;
    const code = this.cell(source, column).slice(0, MAX_CODE_LENGTH);
    if (code === '') return this.fault(source, column, 'value-blank');
    if (!isSelfExplaining(column, code)) {
      const rows = this.unknownCodes[column];
      rows.set(code, (rows.get(code) ?? 0) + 1);
    }
    const resolved = resolveCode(column, code, this.reading.codes[column]);
    return resolved ?? this.fault(source, column, UNKNOWN_RULES[column]);
  }

  private count(source: SourceRow): number | null {
    const value = readCount(this.cell(source, 'count'));
    return typeof value === 'number' ? value : this.fault(source, 'count', value);
  }
}

/** Where each column stands; a heading that is missing is a fault of row 1. */
const positions = (
  headings: readonly string[],
  { columns }: ImportReading,
  faults: ImportFaults,
): Readonly<Record<ImportColumn, number>> | null => {
  const at = (column: ImportColumn): number => headings.indexOf(columns[column] ?? '');
  const needed = (column: ImportColumn): boolean =>
    columns[column] !== null || ['period', 'nationality', 'count'].includes(column);
  const found = {
    period: at('period'),
    nationality: at('nationality'),
    count: at('count'),
    sex: at('sex'),
    ageBand: at('ageBand'),
  };
  const missing = Object.entries(found).filter(
    ([column, position]) => position < 0 && needed(column as ImportColumn),
  );
  for (const [column] of missing) {
    faults.add(1, columns[column as ImportColumn] ?? '', column, 'column-missing');
  }
  return missing.length > 0 ? null : found;
};

/** Reads the rows of a file, one a step; what cannot be read goes to `faults`. */
export function* readRows(
  headings: readonly string[],
  rows: readonly SourceRow[],
  reading: ImportReading,
  faults: ImportFaults,
): Generator<undefined, ReadRows> {
  const at = positions(headings, reading, faults);
  const columns = at ?? { period: -1, nationality: -1, count: -1, sex: -1, ageBand: -1 };
  const reader = new RowReader(headings.length, columns, reading, faults);
  if (!at) return reader;
  for (const row of rows) {
    reader.read(row);
    yield;
  }
  return reader;
}

/** Whether the row is the total of other rows of its file. */
export const isTotal = ({ nationality, sex, ageBand }: ReadRow): boolean =>
  nationality === TOTAL || sex === TOTAL || ageBand === TOTAL;
