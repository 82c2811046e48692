import { FOLLOW_UP_SHEETS, LANGUAGES, type FollowUpSheet } from '@enlace/domain';
import { MAX_ROWS, type Table } from './read-tables.js';
import { letterOf, type SheetFaults } from './sheet-faults.js';
import { COLUMN_KEYS, SHEET_COLUMNS, type ColumnKey } from './sheet-columns.js';
import { SHEET_TEXTS } from './sheet-texts.js';
import type { ReadSheet, SheetRow } from './sheet.js';

const plain = (text: string): string =>
  text
    .trim()
    .replace(/\s*\*$/, '')
    .toLowerCase();

/** Headings and names in every language, and the codes themselves. */
const namesOf = <Key extends string>(
  keys: readonly Key[],
  of: (texts: (typeof SHEET_TEXTS)['en'], key: Key) => string,
): ReadonlyMap<string, readonly Key[]> => {
  const names = new Map<string, Key[]>();
  for (const key of keys) {
    const said = LANGUAGES.map((language) => of(SHEET_TEXTS[language], key));
    for (const name of new Set([key, ...said].map(plain))) {
      names.set(name, [...(names.get(name) ?? []), key]);
    }
  }
  return names;
};

const HEADINGS = namesOf(COLUMN_KEYS, ({ columns }, key) => columns[key]);
const SHEETS = namesOf(FOLLOW_UP_SHEETS, ({ sheets }, key) => sheets[key]);
const ABOUT = new Set(LANGUAGES.map((language) => plain(SHEET_TEXTS[language].about)));

const keysOf = (headings: readonly string[], kind: FollowUpSheet): (ColumnKey | null)[] =>
  headings.map((heading) => {
    const keys = HEADINGS.get(plain(heading)) ?? [];
    return keys.find((key) => SHEET_COLUMNS[kind].some((column) => column.key === key)) ?? null;
  });

/** By its name, or else as what most of its headings are; null: nothing of follow-up. */
function kindOf({ name, lines }: Table): FollowUpSheet | null {
  const [named] = SHEETS.get(plain(name)) ?? [];
  if (named) return named;
  const headings = lines[0]?.cells ?? [];
  const known = FOLLOW_UP_SHEETS.map((kind) => {
    const found = keysOf(headings, kind).filter((key) => key !== null).length;
    // Of two with as many, the smaller one is meant.
    return { kind, score: found - SHEET_COLUMNS[kind].length / 100, found };
  }).toSorted((one, other) => other.score - one.score);
  return known[0] && known[0].found >= 2 ? known[0].kind : null;
}

/** Finds out what each table of a file is; what cannot be told is a fault. */
export function readSheets(tables: readonly Table[], faults: SheetFaults): readonly ReadSheet[] {
  const sheets = tables.flatMap((table) => readSheet(table, faults));
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const place = { sheet: '', row: 1, column: '', letter: '', value: '' };
  if (rows > MAX_ROWS) {
    const broken = { rule: 'too-many-rows' as const, params: { limit: MAX_ROWS } };
    faults.note({ ...place, value: String(rows), broken });
    return [];
  }
  if (rows === 0 && faults.count === 0) faults.note({ ...place, broken: { rule: 'file-empty' } });
  return sheets;
}

function readSheet(table: Table, faults: SheetFaults): ReadSheet[] {
  const { name, fault } = table;
  const place = { sheet: name, column: '', letter: '' };
  if (fault) {
    const params = fault.rule === 'too-many-rows' ? { params: { limit: MAX_ROWS } } : {};
    const { row, value, rule } = fault;
    faults.note({ ...place, row, value, broken: { rule, ...params } });
    return [];
  }
  const [first, ...lines] = table.lines;
  if (!first || ABOUT.has(plain(name))) return [];
  const kind = kindOf(table);
  if (kind === null) {
    const value = first.cells.filter((cell) => cell !== '').join(' | ');
    faults.note({ ...place, row: first.row, value, broken: { rule: 'sheet-unknown' } });
    return [];
  }
  const keys = keysOf(first.cells, kind);
  // A CSV file is called what it holds.
  const called = name === '' ? SHEET_TEXTS[faults.language].sheets[kind] : name;
  const sheet = { kind, name: called, columns: columnsOf(first.cells, keys) };
  const isWhole = checkHeadings({ ...sheet, row: first.row }, first.cells, keys, faults);
  if (!isWhole) return [];
  return [{ ...sheet, rows: lines.map((line) => rowOf(line, keys)) }];
}

const columnsOf = (
  headings: readonly string[],
  keys: readonly (ColumnKey | null)[],
): ReadSheet['columns'] =>
  new Map(
    keys.flatMap((key, index) =>
      key === null ? [] : [[key, { heading: headings[index] ?? '', letter: letterOf(index) }]],
    ),
  );

const rowOf = (
  { row, cells }: Table['lines'][number],
  keys: readonly (ColumnKey | null)[],
): SheetRow => ({
  row,
  cells: Object.fromEntries(
    keys.flatMap((key, index) => {
      const value = cells[index] ?? '';
      return key === null || value === '' ? [] : [[key, value]];
    }),
  ),
});

/** Columns that are missing, doubled or not known: rows are read only where there are none. */
function checkHeadings(
  { kind, name, row }: Pick<ReadSheet, 'kind' | 'name'> & { readonly row: number },
  headings: readonly string[],
  keys: readonly (ColumnKey | null)[],
  faults: SheetFaults,
): boolean {
  const before = faults.count;
  for (const [index, key] of keys.entries()) {
    const heading = headings[index] ?? '';
    const place = { sheet: name, row, column: heading, letter: letterOf(index), value: heading };
    if (key === null && heading !== '')
      faults.note({ ...place, broken: { rule: 'column-unknown' } });
    if (key !== null && keys.indexOf(key) < index) {
      faults.note({ ...place, broken: { rule: 'already-exists' } });
    }
  }
  for (const { key, required } of SHEET_COLUMNS[kind]) {
    if (!required || keys.includes(key)) continue;
    const column = SHEET_TEXTS[faults.language].columns[key];
    const broken = { rule: 'column-missing' as const };
    faults.note({ ...{ sheet: name, row, column, letter: '', value: '' }, broken });
  }
  return faults.count === before;
}
