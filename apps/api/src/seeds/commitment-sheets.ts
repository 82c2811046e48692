import type { Transaction } from '../database/index.js';
import { insertRows } from './insert-rows.js';

/** Rows of follow-up's tables, collected in the order in which they are inserted. */
const TABLES = [
  'commitment',
  'commitment_text',
  'commitment_provision',
  'commitment_partner',
  'commitment_action',
  'indicator',
  'reporting_schedule',
  'due_date',
  'snooze',
  'progress_report',
  'progress_report_version',
  'indicator_value',
  'evidence',
  'rating',
  'commitment_event',
] as const;
type Table = (typeof TABLES)[number];

/** Collects rows; those of one table all name the same columns. */
export class CommitmentSheets {
  private readonly rows = new Map<Table, object[]>();

  add(table: Table, ...rows: readonly object[]): void {
    this.rows.set(table, [...(this.rows.get(table) ?? []), ...rows]);
  }

  /** Inserts everything and returns how many commitments there were. */
  async insert(tx: Transaction): Promise<number> {
    for (const table of TABLES) {
      const rows = this.rows.get(table) ?? [];
      const [first] = rows;
      if (first) await insertRows(tx, table, Object.keys(first), rows);
    }
    return this.rows.get('commitment')?.length ?? 0;
  }
}
