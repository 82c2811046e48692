/** Where the focus is: row and column from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What the keys move over. */
export interface Field {
  readonly rows: number;
  readonly columns: number;
  /** First row of each group, from the top. */
  readonly groups: readonly number[];
  readonly isOverdue: (place: Place) => boolean;
}

const within = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));

/** The next overdue cell in reading order, around the end; null where there is none. */
export function nextOverdue(field: Field, from: Place, step: 1 | -1): Place | null {
  const { rows, columns, isOverdue } = field;
  const size = rows * columns;
  const start = from.row * columns + from.column;
  for (let n = 1; n <= size; n += 1) {
    const at = (start + step * n + size * 2) % size;
    const place = { row: Math.floor(at / columns), column: at % columns };
    if (isOverdue(place)) return place;
  }
  return null;
}

const nextGroup = ({ groups, rows }: Field, row: number): number =>
  groups.find((first) => first > row) ?? rows - 1;
const previousGroup = ({ groups }: Field, row: number): number =>
  groups.findLast((first) => first < row) ?? 0;

/** Where a key leads, or null where it is none of the grid's. */
export function moved(
  field: Field,
  { row, column }: Place,
  key: string,
  ctrl: boolean,
): Place | null {
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: within(nextRow, field.rows),
    column: within(nextColumn, field.columns),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'Home':
      return to(ctrl ? 0 : row, 0);
    case 'End':
      return to(ctrl ? field.rows - 1 : row, field.columns - 1);
    case 'PageDown':
      return to(nextGroup(field, row), column);
    case 'PageUp':
      return to(previousGroup(field, row), column);
    default:
      return null;
  }
}
