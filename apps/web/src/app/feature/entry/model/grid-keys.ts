/** What a key does in the grid. */
export type GridAction =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'jump'; readonly to: 'row-start' | 'row-end' | 'first' | 'last' }
  | { readonly kind: 'replace'; readonly text: string }
  | { readonly kind: 'edit' | 'cancel' | 'clear' | 'copy-above' | 'undo' | 'redo' };

/** The parts of a key event that decide. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** How the cell is being edited: by typing over it, or in place with the caret in its text. */
export type EditMode = 'none' | 'replace' | 'in-place';

const PAGE = 10;

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
};

const move = (rows: number, columns: number): GridAction => ({ kind: 'move', rows, columns });

const withControl = ({ key, shift }: KeyPress): GridAction | null => {
  if (key === 'Home') return { kind: 'jump', to: 'first' };
  if (key === 'End') return { kind: 'jump', to: 'last' };
  if (key.toLowerCase() === 'd') return { kind: 'copy-above' };
  if (key.toLowerCase() === 'z') return { kind: shift ? 'redo' : 'undo' };
  return key.toLowerCase() === 'y' ? { kind: 'redo' } : null;
};

const whileEditing = ({ key }: KeyPress, mode: EditMode): GridAction | null => {
  if (key === 'Escape') return { kind: 'cancel' };
  // In place, the arrows belong to the caret.
  const arrow = mode === 'replace' || key === 'ArrowUp' || key === 'ArrowDown';
  const [rows, columns] = MOVES[key] ?? [];
  return arrow && rows !== undefined && columns !== undefined ? move(rows, columns) : null;
};

const whileMoving = ({ key }: KeyPress): GridAction | null => {
  const [rows, columns] = MOVES[key] ?? [];
  if (rows !== undefined && columns !== undefined) return move(rows, columns);
  if (key === 'Home') return { kind: 'jump', to: 'row-start' };
  if (key === 'End') return { kind: 'jump', to: 'row-end' };
  if (key === 'F2') return { kind: 'edit' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  return /^\d$/.test(key) ? { kind: 'replace', text: key } : null;
};

/** What a key does; null leaves it to the browser. */
export const actionFor = (press: KeyPress, mode: EditMode): GridAction | null => {
  const { key, ctrl, shift } = press;
  if (ctrl) return mode === 'none' ? withControl(press) : null;
  if (key === 'Enter') return move(shift ? -1 : 1, 0);
  if (key === 'Tab') return move(0, shift ? -1 : 1);
  return mode === 'none' ? whileMoving(press) : whileEditing(press, mode);
};
