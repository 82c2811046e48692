import type { FollowUpSheet } from '@enlace/domain';
import type { ColumnKey } from './sheet-columns.js';

/** Words of the template and of the faults, in one language. */
export interface SheetTexts {
  readonly sheets: Readonly<Record<FollowUpSheet, string>>;
  readonly columns: Readonly<Record<ColumnKey, string>>;
  readonly help: Readonly<Record<ColumnKey, string>>;
  /** Name of the sheet of explanations, which is never read. */
  readonly about: string;
  readonly intro: readonly string[];
  readonly sheet: string;
  readonly column: string;
  readonly needed: string;
  readonly what: string;
  readonly yes: string;
  readonly no: string;
  readonly codes: string;
  readonly code: string;
  readonly meaning: string;
  readonly organizations: string;
}
