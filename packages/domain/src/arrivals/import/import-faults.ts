import type { RefusalRule } from '../checks/rules.js';

/** Rules that only a file can break, beside those of a report. */
export const IMPORT_RULES = [
  'file-empty',
  'file-unreadable',
  'not-utf-8',
  'too-many-rows',
  'column-missing',
  'row-length',
  'period-unreadable',
  'periods-overlap',
  'value-not-a-number',
  'total-differs',
  'report-exists',
  'warning-not-confirmed',
] as const;
export type ImportRule = (typeof IMPORT_RULES)[number] | RefusalRule;

/** A cell that cannot be taken: row as in the file (the heading is row 1), heading of its column. */
export interface ImportFault {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly rule: ImportRule;
}

/** More faults than this are counted, not listed. */
export const MAX_LISTED_FAULTS = 1000;

const MAX_SHOWN = 100;

/** Faults in the order of their rows; the first thousand, and how many there are. */
export class ImportFaults {
  private readonly kept: ImportFault[] = [];
  private found = 0;

  get count(): number {
    return this.found;
  }

  add(row: number, column: string, value: string, rule: ImportRule): void {
    this.found += 1;
    if (this.kept.length >= MAX_LISTED_FAULTS) return;
    this.kept.push({ row, column, value: value.slice(0, MAX_SHOWN), rule });
  }

  list(): readonly ImportFault[] {
    return [...this.kept].sort((one, other) => one.row - other.row);
  }
}
