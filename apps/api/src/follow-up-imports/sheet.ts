import type { FollowUpSheet } from '@enlace/domain';
import type { ColumnKey } from './sheet-columns.js';

/** The values of one row by their columns; blank cells are left out. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Partial<Record<ColumnKey, string>>;
}

/** A table of which is known what it holds. */
export interface ReadSheet {
  readonly kind: FollowUpSheet;
  readonly name: string;
  readonly columns: ReadonlyMap<ColumnKey, { readonly heading: string; readonly letter: string }>;
  readonly rows: readonly SheetRow[];
}
