import { describe, expect, it } from '@jest/globals';
import { indicatorsByNationality, sexAgeOfCells, sexAgeOfShares } from './report-figures';

const cells = [
  { nationality: 'CMR', sex: 'female', ageBand: '18-59', value: 12 },
  { nationality: 'BGD', sex: 'female', ageBand: '18-59', value: 30 },
  { nationality: 'BGD', sex: 'male', ageBand: '0-4', value: 0 },
] as const;

describe('sex and age', () => {
  it('adds up the cells of all nationalities and keeps a reported zero', () => {
    expect(sexAgeOfCells([...cells], null).rows).toEqual([
      { band: '0-4', values: [null, 0, null] },
      { band: '18-59', values: [42, null, null] },
    ]);
  });

  it('takes one nationality alone', () => {
    expect(sexAgeOfCells([...cells], 'CMR').rows).toEqual([
      { band: '18-59', values: [12, null, null] },
    ]);
  });

  it('lays out bands and leaves indicators apart', () => {
    const band = { low: 10, high: 20 };
    const table = sexAgeOfShares([
      { table: 'sex-age', key: 'male|60+', band },
      { table: 'indicator', key: 'pregnant', band },
    ]);
    expect(table.rows).toEqual([{ band: '60+', values: [null, band, null] }]);
  });
});

describe('indicators by nationality', () => {
  it('have a column where told by nationality, and keep zero apart from not reported', () => {
    expect(
      indicatorsByNationality([
        { indicator: 'pregnant', nationality: null, value: 6 },
        { indicator: 'asylum-claimed', nationality: 'CMR', value: 0 },
        { indicator: 'detained', nationality: 'BGD', value: 4 },
      ]),
    ).toEqual({
      columns: ['asylum-claimed', 'detained'],
      rows: [
        { nationality: 'CMR', values: [0, null] },
        { nationality: 'BGD', values: [null, 4] },
      ],
    });
  });
});
