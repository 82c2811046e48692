import { LABELS, LANGUAGES } from '@enlace/domain';
import type { ZodType } from 'zod';
import { faultsOf, type ProblemFault } from '../problems/index.js';
import { SHEET_COLUMNS, type ColumnKey, type SheetColumn } from './sheet-columns.js';
import type { SheetFaults } from './sheet-faults.js';
import type { ReadSheet, SheetRow } from './sheet.js';

/** One row on its way to a record. */
export interface RowPlace {
  readonly sheet: ReadSheet;
  readonly row: SheetRow;
}

/** The columns that say something of a record, by the pointers of its fields. */
export type FieldColumns = readonly (readonly [pointer: string, column: ColumnKey])[];

/** The values of a cell that takes several. */
export const valuesOf = (cell: string | undefined): string[] =>
  (cell ?? '').split(';').flatMap((value) => {
    const trimmed = value.trim().replaceAll(/\s+/g, ' ');
    return trimmed === '' ? [] : [trimmed];
  });

/** The code of a closed list that a cell names, by itself or by its label in any language; else the cell. */
export function codeOf(list: NonNullable<SheetColumn['list']>, cell: string | undefined): string {
  const said = (cell ?? '').trim().toLowerCase();
  for (const language of LANGUAGES) {
    for (const [code, label] of Object.entries<string>(LABELS[list][language])) {
      if (code.toLowerCase() === said || label.toLowerCase() === said) return code;
    }
  }
  return cell ?? '';
}

/** Names the required cells of a row that are blank; whether there are none. */
export function checkRequired({ sheet, row }: RowPlace, faults: SheetFaults): boolean {
  const missing = SHEET_COLUMNS[sheet.kind].filter(
    ({ key, required }) => required && row.cells[key] === undefined,
  );
  for (const { key } of missing) faults.add(sheet, row, key, { rule: 'required' });
  return missing.length === 0;
}

/** Names faults of a record's fields at the cells that said them. */
export function addFaults(
  { sheet, row }: RowPlace,
  found: readonly ProblemFault[],
  columns: FieldColumns,
  faults: SheetFaults,
): void {
  const told = new Set<string>();
  for (const { pointer, rule, params } of found) {
    const column = columns.find(([start]) => pointer.startsWith(start))?.[1] ?? columns[0]?.[1];
    // A blank cell that is needed was named already.
    if (column === undefined || told.has(`${column} ${rule}`)) continue;
    told.add(`${column} ${rule}`);
    faults.add(sheet, row, column, { rule, ...(params ? { params } : {}) });
  }
}

/** The record of a row as the contract takes it, or null with its faults named. */
export function recordOf<T>(
  place: RowPlace,
  schema: ZodType<T>,
  given: unknown,
  columns: FieldColumns,
  faults: SheetFaults,
): T | null {
  const isWhole = checkRequired(place, faults);
  const parsed = schema.safeParse(given, { reportInput: true });
  if (parsed.success) return isWhole ? parsed.data : null;
  const found = parsed.error.issues.flatMap((issue) => faultsOf(issue));
  const { cells } = place.row;
  // What is blank is missing and nothing else.
  const said = found.filter(({ pointer }) => {
    const column = columns.find(([start]) => pointer.startsWith(start))?.[1];
    return column === undefined || cells[column] !== undefined;
  });
  addFaults(place, said, columns, faults);
  return null;
}
