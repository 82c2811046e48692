import type { ColumnKey } from './columns';
import { COUNT_COLUMN } from './columns';
import type { EntryRow, EntryState } from './entry-state';

/** One figure to put into a cell; null makes it blank. */
export interface CellChange {
  readonly nationality: string;
  readonly column: ColumnKey;
  readonly value: number | null;
}

const changedRow = (row: EntryRow, changes: readonly CellChange[]): EntryRow => {
  const values = new Map(Object.entries(row.values));
  for (const { column, value } of changes) {
    if (value === null) values.delete(column);
    else values.set(column, value);
  }
  return { ...row, values: Object.fromEntries(values) };
};

const differs = (row: EntryRow, { column, value }: CellChange): boolean =>
  (row.values[column] ?? null) !== value;

/** Adds the nationalities that are not there yet, at the end. */
export const addRows = (state: EntryState, nationalities: readonly string[]): EntryState => {
  const known = new Set(state.rows.map(({ nationality }) => nationality));
  const added = [...new Set(nationalities)].filter((code) => !known.has(code));
  if (added.length === 0) return state;
  return {
    ...state,
    rows: [...state.rows, ...added.map((nationality) => ({ nationality, values: {} }))],
  };
};

/** Takes a nationality out, with its figures and indicators. */
export const removeRow = (state: EntryState, nationality: string): EntryState => ({
  ...state,
  rows: state.rows.filter((row) => row.nationality !== nationality),
  indicators: Object.fromEntries(
    Object.entries(state.indicators).filter(([key]) => !key.endsWith(`|${nationality}`)),
  ),
});

/** Puts figures into cells, adding the rows they need; the same state where nothing differs. */
export const setCells = (state: EntryState, changes: readonly CellChange[]): EntryState => {
  const byRow = Map.groupBy(changes, ({ nationality }) => nationality);
  const whole = addRows(state, [...byRow.keys()]);
  const rows = whole.rows.map((row) => {
    const own = (byRow.get(row.nationality) ?? []).filter((change) => differs(row, change));
    return own.length === 0 ? row : changedRow(row, own);
  });
  const same = whole === state && rows.every((row, at) => row === state.rows[at]);
  return same ? state : { ...whole, rows };
};

/** Copies the figure of the row above; blank where that is blank. */
export const copyFromAbove = (
  state: EntryState,
  rowIndex: number,
  column: ColumnKey,
): EntryState => {
  const above = state.rows[rowIndex - 1];
  const row = state.rows[rowIndex];
  if (above === undefined || row === undefined) return state;
  const value = above.values[column] ?? null;
  return setCells(state, [{ nationality: row.nationality, column, value }]);
};

/** Sets an indicator; null makes it not reported. */
export const setIndicator = (state: EntryState, key: string, value: number | null): EntryState => {
  if ((state.indicators[key] ?? null) === value) return state;
  const others = Object.entries(state.indicators).filter(([other]) => other !== key);
  return {
    ...state,
    indicators: Object.fromEntries(value === null ? others : [...others, [key, value]]),
  };
};

/** A row's total: the sum of its cells, or its count where it has no cells. */
export const rowTotal = (row: EntryRow): number => {
  const cells = Object.entries(row.values).filter(([column]) => column !== COUNT_COLUMN);
  return cells.length === 0
    ? (row.values[COUNT_COLUMN] ?? 0)
    : cells.reduce((sum, [, value]) => sum + value, 0);
};

/** A column's total. */
export const columnTotal = (state: EntryState, column: ColumnKey): number =>
  state.rows.reduce((sum, row) => sum + (row.values[column] ?? 0), 0);

/** The report's total: always the sum of its rows. */
export const wholeTotal = (state: EntryState): number =>
  state.rows.reduce((sum, row) => sum + rowTotal(row), 0);

/** Columns that hold a figure in any row. */
export const usedColumns = (state: EntryState): ReadonlySet<ColumnKey> =>
  new Set(state.rows.flatMap((row) => Object.keys(row.values)));
