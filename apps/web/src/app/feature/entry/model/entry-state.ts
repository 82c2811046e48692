import type { DraftContent } from '@enlace/contract';
import type { ColumnKey } from './columns';

/** One nationality's figures by column; a column that is absent is blank, never zero. */
export interface EntryRow {
  readonly nationality: string;
  readonly values: Readonly<Record<ColumnKey, number>>;
}

/** The parts of a draft beside its figures. */
export type EntryHeader = Omit<DraftContent, 'counts' | 'cells' | 'indicators'>;

/** Everything a person edits, never changed in place, so that undo gives back exactly what was. */
export interface EntryState {
  readonly rows: readonly EntryRow[];
  /** By `indicatorKey`; absent: not reported. */
  readonly indicators: Readonly<Record<string, number>>;
  readonly header: EntryHeader;
}

/** Key of an indicator of a nationality, or of the whole report (null). */
export const indicatorKey = (indicator: string, nationality: string | null): string =>
  `${indicator}|${nationality ?? ''}`;
