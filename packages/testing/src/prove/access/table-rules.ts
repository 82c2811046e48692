import type { Asker, Row } from './asker.js';

/** Whether the reader gets, may add, change or remove the row. */
export type Rule = (asker: Asker, row: Row) => boolean;

/** What the policies of one table must come to, one rule for each command that has a policy. */
export interface TableRules {
  readonly select?: Rule;
  readonly insert?: Rule;
  /** `set` gives a column that the application may write a constant: an update that reads no column
   * asks its own policy alone. */
  readonly update?: { readonly set: string; readonly rows: Rule };
  readonly delete?: Rule;
}
