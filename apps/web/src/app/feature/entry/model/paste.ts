import type { Column } from './columns';
import type { CountFault } from './count-text';
import { readCount } from './count-text';
import type { EntryState } from './entry-state';
import type { CellChange } from './grid-model';
import { setCells } from './grid-model';
import { nationalityNamed } from './nationality-search';

/** What is wrong with one pasted cell; line and column count from 1, as in the spreadsheet. */
export interface PasteFault {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly rule: CountFault | 'nationality-unknown' | 'nationality-twice' | 'outside';
}

/** The state with the block in it, or every faulty cell and nothing pasted. */
export type Pasted =
  | { readonly state: EntryState; readonly cells: number }
  | { readonly faults: readonly PasteFault[] };

/** Where the block goes: the active cell and the columns that are shown. */
export interface PastePlace {
  readonly row: number;
  readonly column: number;
  readonly columns: readonly Column[];
}

interface Line {
  /** Number of the line in what was pasted, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

// A spreadsheet quotes a cell that holds a line break or a tab.
const CELL = /"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*)/y;

/** Takes the text of a spreadsheet's clipboard apart. */
export const readBlock = (text: string): readonly (readonly string[])[] => {
  const clean = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const lines: string[][] = [[]];
  let at = 0;
  while (at <= clean.length) {
    CELL.lastIndex = at;
    const match = CELL.exec(clean);
    const cell = match?.[1]?.replace(/""/g, '"') ?? match?.[2] ?? '';
    lines.at(-1)?.push(cell);
    at += match?.[0].length ?? 0;
    if (clean[at] === '\n') lines.push([]);
    at += 1;
  }
  return lines;
};

/** Most lines that a heading takes: a title, the sexes and the age bands. */
const MOST_HEADING_LINES = 3;

const isWord = (text: string): boolean => /\p{L}/u.test(text);

/** Whether a cell names a column: a word, or an age band such as "5-11" or "60+". */
const isHeadingCell = (text: string): boolean =>
  isWord(text) || /^\s*(?:\d+\s*[-–]\s*\d+|\d+\s*\+)\s*$/.test(text);

const isHeading = ({ cells }: Line): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const nationality = filled.length === 1 && nationalityNamed(filled[0] ?? '') !== null;
  return !nationality && filled.every(isHeadingCell);
};

/** The lines below the heading, if there is one; a block of one line is no heading. */
const withoutHeading = (lines: readonly Line[]): readonly Line[] => {
  const most = Math.min(MOST_HEADING_LINES, lines.length - 1);
  const first = lines.findIndex((line, at) => at >= most || !isHeading(line));
  return lines.slice(Math.max(0, first));
};

/** Whether the first column names nationalities: it has a word where the grid wants a figure. */
const namesNationalities = (lines: readonly Line[]): boolean =>
  lines.some(({ cells: [first = ''] }) => isWord(first));

const pastedValues = (
  line: Line,
  nationality: string,
  from: { readonly column: number; readonly offset: number },
  columns: readonly Column[],
): readonly (CellChange | PasteFault)[] =>
  line.cells.slice(from.offset).map((text, at) => {
    const place = { line: line.number, column: at + from.offset + 1, text };
    const column = columns[from.column + at];
    if (column === undefined) return { ...place, rule: 'outside' };
    const read = readCount(text);
    return 'fault' in read
      ? { ...place, rule: read.fault }
      : { nationality, column: column.key, value: read.value };
  });

const isFault = (one: CellChange | PasteFault): one is PasteFault => 'rule' in one;

const finish = (state: EntryState, results: readonly (CellChange | PasteFault)[]): Pasted => {
  const faults = results.filter(isFault);
  if (faults.length > 0) return { faults };
  const changes = results.filter((one): one is CellChange => !isFault(one));
  return { state: setCells(state, changes), cells: changes.length };
};

/** A block whose first column names the nationalities: it fills whole rows from the first column. */
const pasteNamed = (state: EntryState, lines: readonly Line[], place: PastePlace): Pasted => {
  const seen = new Set<string>();
  const results = lines.flatMap((line): readonly (CellChange | PasteFault)[] => {
    const [text = ''] = line.cells;
    const nationality = nationalityNamed(text);
    const fault = { line: line.number, column: 1, text };
    if (nationality === null) return [{ ...fault, rule: 'nationality-unknown' }];
    if (seen.has(nationality)) return [{ ...fault, rule: 'nationality-twice' }];
    seen.add(nationality);
    return pastedValues(line, nationality, { column: 0, offset: 1 }, place.columns);
  });
  return finish(state, results);
};

/** A block of figures alone: it goes down and right from the active cell. */
const pasteFigures = (state: EntryState, lines: readonly Line[], place: PastePlace): Pasted => {
  const results = lines.flatMap((line, at): readonly (CellChange | PasteFault)[] => {
    const row = state.rows[place.row + at];
    if (row === undefined) {
      return [{ line: line.number, column: 1, text: line.cells[0] ?? '', rule: 'outside' }];
    }
    const from = { column: place.column, offset: 0 };
    return pastedValues(line, row.nationality, from, place.columns);
  });
  return finish(state, results);
};

/** Pastes a block, with or without a heading and a column of nationalities; all of it or nothing. */
export const pasteBlock = (state: EntryState, text: string, place: PastePlace): Pasted => {
  const all = readBlock(text)
    .map((cells, at): Line => ({ number: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const lines = withoutHeading(all);
  return namesNationalities(lines)
    ? pasteNamed(state, lines, place)
    : pasteFigures(state, lines, place);
};
