import { describe, expect, it } from '@jest/globals';
import { headingsOf, read, reading, finished, sourceRows, told } from './import.harness.js';
import { ImportFaults } from './import-faults.js';
import { isTotal, readCount, readPeriod, readRows } from './read-rows.js';

describe('a period', () => {
  it.each([
    ['2026-09', '2026-09-01', 'month'],
    ['2026-09-01', '2026-09-01', 'month'],
    ['2026/9', '2026-09-01', 'month'],
    ['09/2026', '2026-09-01', 'month'],
    ['9.2026', '2026-09-01', 'month'],
    ['2026', '2026-01-01', 'year'],
  ])('is read from %s', (text, from, length) => {
    expect(readPeriod(text)).toMatchObject({ from, length });
  });

  it.each([
    '',
    '2026-13',
    '2026-00',
    '13/2026',
    '2026-09-02',
    '26-09',
    'September 2026',
    '2026-09; drop',
  ])('is not guessed from "%s"', (text) => {
    expect(readPeriod(text)).toBeNull();
  });
});

describe('a count', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    ['9999999', 9_999_999],
    ['', 'value-blank'],
    ['-3', 'value-negative'],
    ['1.234', 'value-not-whole'],
    ['1,5', 'value-not-whole'],
    ['1 234', 'value-not-a-number'],
    ['1e3', 'value-not-a-number'],
    ['0x1f', 'value-not-a-number'],
    ['٣', 'value-not-a-number'],
    ['=SUM(A1)', 'value-not-a-number'],
    ['10000000', 'value-too-large'],
    ['9'.repeat(400), 'value-too-large'],
  ])('"%s" is %s', (text, expected) => {
    expect(readCount(text)).toBe(expected);
  });
});

describe('rows', () => {
  it('are read with blanks around their cells, in either case', () => {
    const { read: found, faults } = read([' 2024-01 | cmr | 4 ', '2024-02|BGD|0']);
    expect(faults).toEqual([]);
    expect(found.rows).toMatchObject([
      { row: 2, nationality: 'CMR', sex: null, ageBand: null, value: 4 },
      { row: 3, nationality: 'BGD', value: 0 },
    ]);
  });

  it('of sex and age band keep both', () => {
    const { read: found } = read(['2024-01|CMR|Female|18-59|4'], reading({}, true));
    expect(found.rows).toMatchObject([{ sex: 'female', ageBand: '18-59' }]);
  });

  it('name every faulty cell, and leave their period incomplete', () => {
    const { read: found, faults } = read([
      'soon|ZZ9||',
      '2024-01|ZZ9|x',
      '2024-02|CMR|1|2',
      '2024-03|CMR|1',
      '2024-04|CMR',
    ]);
    expect(told(faults)).toEqual([
      '2  row-length',
      '3 nationality nationality-unknown',
      '3 count value-not-a-number',
      '4  row-length',
      '6  row-length',
    ]);
    expect(found.rows.map(({ row }) => row)).toEqual([5]);
    expect([...found.incomplete]).toEqual(['2024-01']);
  });

  it('tell a blank code from an unknown one, and count the unknown', () => {
    const lines = ['2024-01||1', '2024-01|TIB|1', '2024-02|TIB|2', '2024-01|<script>|1'];
    const { read: found, faults } = read(lines);
    expect(told(faults)).toEqual([
      '2 nationality value-blank',
      ...[3, 4, 5].map((row) => `${row} nationality nationality-unknown`),
    ]);
    expect([...found.unknownCodes.nationality]).toEqual([
      ['TIB', 2],
      ['<script>', 1],
    ]);
  });

  it('take a code as it was mapped, before what it says by itself', () => {
    const codes = {
      ...reading().codes,
      nationality: new Map([
        ['TIB', 'CHN'],
        ['CMR', 'XXX'],
        ['Otros', 'TOTAL'],
      ]),
    };
    const { read: found, faults } = read(
      ['2024-01|TIB|1', '2024-01|CMR|2', '2024-01|Otros|3', '2024-01|Total|6'],
      reading({ codes }),
    );
    expect(faults).toEqual([]);
    expect(found.rows.map(({ nationality }) => nationality)).toEqual([
      'CHN',
      'XXX',
      'TOTAL',
      'TOTAL',
    ]);
    expect(found.rows.map(isTotal)).toEqual([false, false, true, true]);
  });

  it('of January are totals of the year where that was said', () => {
    const lines = ['2019-01|CMR|9', '2019|BGD|3', '2020-01|CMR|1'];
    const { read: found } = read(lines, reading({ yearlyPeriods: new Set(['2019']) }));
    expect(found.rows.map(({ period }) => [period.from, period.length])).toEqual([
      ['2019-01-01', 'year'],
      ['2019-01-01', 'year'],
      ['2020-01-01', 'month'],
    ]);
    expect(found.yearlyRows).toBe(2);
  });

  it('are none where a column is missing, or the file is empty', () => {
    const given = reading({ columns: { ...reading().columns, sex: 'sexo' } });
    const faults = new ImportFaults();
    const found = finished(
      readRows(['period', 'count', 'x'], sourceRows(['2024-01|CMR|1']), given, faults),
    );
    expect(found.rows).toEqual([]);
    expect(told(faults.list())).toEqual(['1 nationality column-missing', '1 sexo column-missing']);
    expect(read([]).read.rows).toEqual([]);
    expect(headingsOf(reading())).toEqual(['period', 'nationality', 'count']);
  });
});
