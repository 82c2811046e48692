import { describe, expect, it } from '@jest/globals';
import { NATIONALITIES } from '@enlace/domain';
import { COUNT_COLUMN, columnsFor, layoutOf } from './columns';
import { readCount } from './count-text';
import type { EntryState } from './entry-state';
import { indicatorKey } from './entry-state';
import {
  addRows,
  columnTotal,
  copyFromAbove,
  removeRow,
  rowTotal,
  setCells,
  setIndicator,
  usedColumns,
  wholeTotal,
} from './grid-model';
import { History } from './history';
import { nationalityNamed, searchNationalities } from './nationality-search';
import { pasteBlock, readBlock } from './paste';

const EMPTY: EntryState = {
  rows: [],
  indicators: {},
  header: {
    direction: 'northbound',
    coverage: 'full',
    coveragePercent: null,
    sampleSize: null,
    method: null,
    confidence: null,
    finality: 'provisional',
    nil: false,
    registerTotal: null,
    note: null,
  },
};
const COLUMNS = columnsFor('detailed', new Set());
const CODES = NATIONALITIES.slice(0, 60).map(({ code }) => code);
const cellValue = (row: number, column: number): number => (row * 18 + column) % 250;
const block = (head: boolean, names: boolean): string =>
  [
    ...(head ? [[...(names ? ['País'] : []), ...COLUMNS.map(({ key }) => `col ${key}`)]] : []),
    ...CODES.map((code, row) => [
      ...(names ? [code] : []),
      ...COLUMNS.map((_, column) => String(cellValue(row, column))),
    ]),
  ]
    .map((cells) => cells.join('\t'))
    .join('\r\n');
const at = (row: number, column: number) => ({ row, column, columns: COLUMNS });

describe('a grid', () => {
  it('has 18 columns in full detail, 9 broad, one for counts, and never hides a figure', () => {
    expect(COLUMNS).toHaveLength(18);
    expect(columnsFor('broad', new Set())).toHaveLength(9);
    expect(columnsFor('counts', new Set()).map(({ key }) => key)).toEqual([COUNT_COLUMN]);
    expect(columnsFor('detailed', new Set([COUNT_COLUMN, 'male|18+']))).toHaveLength(20);
    expect(layoutOf(new Set(['male|18+']))).toBe('broad');
    expect(layoutOf(new Set([COUNT_COLUMN]))).toBe('counts');
    expect(layoutOf(new Set())).toBe('detailed');
  });

  it('adds up rows, columns and the whole, and keeps a blank apart from a zero', () => {
    const state = setCells(EMPTY, [
      { nationality: 'CMR', column: 'female|0-4', value: 12 },
      { nationality: 'CMR', column: 'male|0-4', value: 0 },
      { nationality: 'BGD', column: 'female|0-4', value: 3 },
      { nationality: 'NPL', column: COUNT_COLUMN, value: 40 },
    ]);
    expect(state.rows.map(rowTotal)).toEqual([12, 3, 40]);
    expect(columnTotal(state, 'female|0-4')).toBe(15);
    expect(wholeTotal(state)).toBe(55);
    expect(state.rows[0]?.values).toEqual({ 'female|0-4': 12, 'male|0-4': 0 });
    expect([...usedColumns(state)].sort()).toEqual([COUNT_COLUMN, 'female|0-4', 'male|0-4']);
  });

  it('is the same object where nothing changes', () => {
    const state = setCells(EMPTY, [{ nationality: 'CMR', column: 'female|0-4', value: 12 }]);
    expect(setCells(state, [{ nationality: 'CMR', column: 'female|0-4', value: 12 }])).toBe(state);
    expect(addRows(state, ['CMR'])).toBe(state);
    expect(copyFromAbove(state, 0, 'female|0-4')).toBe(state);
  });

  it('copies from above, blanks too', () => {
    const state = setCells(EMPTY, [
      { nationality: 'CMR', column: 'female|0-4', value: 12 },
      { nationality: 'BGD', column: 'female|5-11', value: 5 },
    ]);
    expect(copyFromAbove(state, 1, 'female|0-4').rows[1]?.values).toEqual({
      'female|0-4': 12,
      'female|5-11': 5,
    });
    expect(copyFromAbove(state, 1, 'female|5-11').rows[1]?.values).toEqual({});
  });

  it('takes a row out with its indicators and leaves those of the whole report', () => {
    const filled = [indicatorKey('pregnant', 'CMR'), indicatorKey('pregnant', null)].reduce(
      (state, key) => setIndicator(state, key, 2),
      addRows(EMPTY, ['CMR', 'BGD']),
    );
    const left = removeRow(filled, 'CMR');
    expect(left.rows.map(({ nationality }) => nationality)).toEqual(['BGD']);
    expect(left.indicators).toEqual({ [indicatorKey('pregnant', null)]: 2 });
  });
});

describe('a history', () => {
  it('takes the letters of one text back in one step', () => {
    const typed = History.of('').push('N').amend('No').amend('Note');
    expect(typed.present).toBe('Note');
    expect(typed.undo().present).toBe('');
    expect(typed.undo().redo().present).toBe('Note');
    expect(typed.undo().amend('x').canRedo).toBe(false);
  });
});

describe('a typed count', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['007', 7],
    ['1 330', 1330],
    ['1\u202f330', 1330],
    ['1.330.000', 1_330_000],
    ['9999999', 9_999_999],
  ])('reads "%s"', (text, value) => {
    expect(readCount(text)).toEqual({ value });
  });

  it.each([
    ['-3', 'negative'],
    ['12,5', 'not-whole'],
    ['1.33', 'not-whole'],
    ['abc', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['1.330,000', 'not-a-number'],
    ['10000000', 'too-large'],
  ])('refuses "%s"', (text, fault) => {
    expect(readCount(text)).toEqual({ fault });
  });
});

describe('a pasted block', () => {
  it('takes a spreadsheet’s text apart, quoted cells included', () => {
    expect(readBlock('a\t"b\nc ""d"""\r\n1\t\r\n')).toEqual([
      ['a', 'b\nc "d"'],
      ['1', ''],
    ]);
  });

  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('fills 60 rows by 18 columns (heading %s, nationalities %s)', (head, names) => {
    const start = names ? EMPTY : addRows(EMPTY, CODES);
    const pasted = pasteBlock(start, block(head, names), at(0, 0));
    if (!('state' in pasted)) throw new Error(JSON.stringify(pasted.faults.slice(0, 3)));
    expect(pasted.cells).toBe(1080);
    CODES.forEach((code, row) => {
      expect(pasted.state.rows[row]?.nationality).toBe(code);
      COLUMNS.forEach(({ key }, column) => {
        expect(pasted.state.rows[row]?.values[key]).toBe(cellValue(row, column));
      });
    });
  });

  it('is undone and redone exactly, also between other steps', () => {
    const before = setCells(addRows(EMPTY, CODES), [
      { nationality: CODES[3] ?? '', column: 'male|60+', value: 7 },
    ]);
    const pasted = pasteBlock(before, block(true, true), at(0, 0));
    if (!('state' in pasted)) throw new Error('not pasted');
    const after = History.of(EMPTY).push(before).push(pasted.state);
    const copy = JSON.parse(JSON.stringify(pasted.state)) as EntryState;
    expect(after.undo().present).toBe(before);
    expect(after.undo().undo().present).toBe(EMPTY);
    expect(after.undo().undo().redo().redo().present).toEqual(copy);
    expect(after.undo().push(EMPTY).canRedo).toBe(false);
    expect(after.undo().undo().undo().present).toBe(EMPTY);
  });

  it('names each faulty cell as the spreadsheet counts and pastes nothing', () => {
    const start = addRows(EMPTY, ['CMR', 'BGD']);
    const pasted = pasteBlock(start, 'x\t2\n4\t5,5\n', at(0, 0));
    expect(pasted).toEqual({
      faults: [
        { line: 1, column: 1, text: 'x', rule: 'nationality-unknown' },
        { line: 2, column: 1, text: '4', rule: 'nationality-unknown' },
      ],
    });
    expect(pasteBlock(start, '1\t-2\n4\t5,5\n6\t7', at(0, 17))).toEqual({
      faults: [
        { line: 1, column: 2, text: '-2', rule: 'outside' },
        { line: 2, column: 2, text: '5,5', rule: 'outside' },
        { line: 3, column: 1, text: '6', rule: 'outside' },
      ],
    });
    expect(start.rows.every(({ values }) => Object.keys(values).length === 0)).toBe(true);
  });

  it('knows nationalities by code and by name in any language, and refuses one twice', () => {
    const pasted = pasteBlock(EMPTY, 'Camerún\t1\nBangladesh\t2\nnpl\t\nCameroun\t4', at(0, 0));
    expect(pasted).toEqual({
      faults: [{ line: 4, column: 1, text: 'Cameroun', rule: 'nationality-twice' }],
    });
    expect(nationalityNamed('Camarões')).toBe('CMR');
    expect(nationalityNamed('Atlantis')).toBeNull();
  });

  it('skips a heading of several lines', () => {
    const start = addRows(EMPTY, ['CMR']);
    const pasted = pasteBlock(start, 'Femmes\t\n0-4\t5–11\n7\t8', at(0, 0));
    expect('state' in pasted && pasted.state.rows[0]?.values).toEqual({
      'female|0-4': 7,
      'female|5-11': 8,
    });
  });

  it('blanks a cell with a blank, from the active cell on', () => {
    const start = setCells(addRows(EMPTY, ['CMR', 'BGD']), [
      { nationality: 'BGD', column: 'female|12-17', value: 9 },
    ]);
    const pasted = pasteBlock(start, '3\t\t4', at(1, 1));
    expect('state' in pasted && pasted.state.rows[1]?.values).toEqual({
      'female|5-11': 3,
      'female|18-59': 4,
    });
  });
});

describe('the search for a nationality', () => {
  it('finds by any language without accents and names in the reader’s', () => {
    const [found] = searchNationalities('camaroes', 'fr', new Set());
    expect(found).toEqual({ code: 'CMR', name: 'Cameroun' });
    expect(searchNationalities('CMR', 'en', new Set(['CMR']))).not.toContainEqual(
      expect.objectContaining({ code: 'CMR' }),
    );
  });
});
