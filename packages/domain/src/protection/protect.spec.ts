import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumFigures } from '../calculations/figures.js';
import type { ExactFigures } from './exact-figures.js';
import type { ProtectedTwin } from './protect.js';
import { protect } from './protect.js';

const counted = (counts: Record<string, number>): ExactFigures => ({
  counts: Object.entries(counts).map(([nationality, value]) => ({ nationality, value })),
  cells: [],
  indicators: [],
});

/** All of one nationality in cells of the given keys (`male|18-59`). */
const broken = (nationality: string, cells: Record<string, number>): ExactFigures['cells'] =>
  Object.entries(cells).map(([key, value]) => {
    const [sex = '', ageBand = ''] = key.split('|');
    return { nationality, sex, ageBand, value };
  });

const intervals = (twin: ProtectedTwin): Record<string, number[]> =>
  Object.fromEntries(
    twin.counts.map(({ nationality, low, middle, high }) => [nationality, [low, middle, high]]),
  );

const bands = (twin: ProtectedTwin): Record<string, number[]> =>
  Object.fromEntries(twin.shares.map(({ key, low, high }) => [key, [low, high]]));

const FLIGHT = counted({
  IND: 35,
  CHN: 33,
  UZB: 19,
  IRN: 12,
  VNM: 9,
  TUR: 3,
  NPL: 3,
  PAK: 2,
  AFG: 2,
  LKA: 1,
});

describe('the protected twin of a first version', () => {
  it('tells one flight as 35, 35, 20, 10 and six times fewer than ten, about 130 (100 to 162)', () => {
    const twin = protect(FLIGHT, null);
    const few = [1, 5, 9];
    expect(intervals(twin)).toEqual({
      IND: [33, 35, 37],
      CHN: [33, 35, 37],
      UZB: [18, 20, 22],
      IRN: [10, 10, 12],
      ...Object.fromEntries(['VNM', 'TUR', 'NPL', 'PAK', 'AFG', 'LKA'].map((code) => [code, few])),
    });
    expect(sumFigures(twin.counts)).toEqual({ low: 100, middle: 130, high: 162 });
  });

  it('tells no shares of twelve men or of nine of nine nationalities', () => {
    const twelve = protect(
      {
        ...counted({}),
        cells: [...broken('IND', { 'male|18+': 11 }), ...broken('LKA', { 'male|18+': 1 })],
      },
      null,
    );
    expect(intervals(twelve)).toEqual({ IND: [10, 10, 12], LKA: [1, 5, 9] });
    expect(twelve.shares).toEqual([]);
    const nine = ['IND', 'LKA', 'NPL', 'PAK', 'AFG', 'CHN', 'VNM', 'TUR', 'UZB'];
    const twin = protect(
      { ...counted({}), cells: nine.flatMap((code) => broken(code, { 'male|18-59': 1 })) },
      null,
    );
    expect(twin.counts.every(({ low, high }) => low === 1 && high === 9)).toBe(true);
    expect(twin.shares).toEqual([]);
  });

  it('tells no shares of 100 persons whose lows add up to 99', () => {
    const keys = ['0-4', '5-11', '12-17', '18-59', '60+'];
    const tens = ['female', 'male'].flatMap((sex) => keys.map((band) => `${sex}|${band}`));
    const twin = protect(
      {
        ...counted({}),
        cells: [
          ...broken('IND', Object.fromEntries(tens.map((key, at) => [key, at === 0 ? 9 : 10]))),
          ...broken('LKA', { 'female|0-4': 1 }),
        ],
      },
      null,
    );
    expect(intervals(twin)).toEqual({ IND: [98, 100, 102], LKA: [1, 5, 9] });
    expect(twin.shares).toEqual([]);
  });

  it('keeps zero, not reported and fewer than ten apart', () => {
    expect(intervals(protect(counted({ IND: 0, CHN: 4 }), null))).toEqual({
      IND: [0, 0, 0],
      CHN: [1, 5, 9],
    });
    expect(protect(counted({}), null)).toEqual({ counts: [], shares: [] });
  });

  it.each([
    [9, [1, 5, 9]],
    [10, [10, 10, 12]],
    [12, [10, 10, 12]],
    [13, [13, 15, 17]],
    [17, [13, 15, 17]],
    [18, [18, 20, 22]],
    [1_042, [1_038, 1_040, 1_042]],
  ])('tells %i as %j', (value, interval) => {
    expect(intervals(protect(counted({ IND: value }), null))['IND']).toEqual(interval);
  });

  it('tells nothing by the order in which figures were entered', () => {
    const backwards = { ...FLIGHT, counts: [...FLIGHT.counts].reverse() };
    expect(protect(backwards, null)).toEqual(protect(FLIGHT, null));
  });
});

describe('share tables', () => {
  it('are bands of 10, 5 and 1 percent by the sum of the lows', () => {
    const widths = [100, 997, 998, 1_000, 9_997, 9_998, 10_000, 10_003].map((CHN) => {
      const detained = [{ indicator: 'detained', nationality: null, value: 0 }];
      const [band] = protect({ ...counted({ CHN }), indicators: detained }, null).shares;
      return band === undefined ? null : band.high - band.low;
    });
    expect(widths).toEqual([null, 10, 10, 10, 5, 5, 5, 1]);
  });

  it('are told by sex and age only where everybody is broken down', () => {
    const chinese = { 'male|18+': 110, 'female|18+': 40 };
    const indians = broken('IND', { 'male|18+': 9, 'female|18+': 9 });
    const whole = [...broken('CHN', chinese), ...indians];
    expect(bands(protect({ ...counted({ CHN: 150 }), cells: indians }, null))).toEqual({});
    expect(bands(protect({ ...counted({ CHN: 150 }), cells: whole }, null))).toEqual({
      'male|18+': [70, 80],
      'female|18+': [20, 30],
    });
  });

  it('let the largest cell go one band down where the lower edges add up to the whole', () => {
    const fifty = { 'female|18+': 60, 'male|18+': 60, 'male|0-4': 0 };
    expect(bands(protect({ ...counted({}), cells: broken('IND', fifty) }, null))).toEqual({
      'female|18+': [40, 50],
      'male|0-4': [0, 10],
      'male|18+': [50, 60],
    });
    const all = {
      ...counted({ IND: 120 }),
      indicators: [{ indicator: 'detained', nationality: null, value: 120 }],
    };
    expect(bands(protect(all, null))).toEqual({ detained: [90, 100] });
  });

  it('take each indicator of the whole report by itself and none by nationality', () => {
    const twin = protect(
      {
        ...counted({ IND: 200 }),
        indicators: [
          { indicator: 'detained', nationality: null, value: 130 },
          { indicator: 'asylum-intended', nationality: null, value: 100 },
          { indicator: 'disability', nationality: null, value: 0 },
          { indicator: 'pregnant', nationality: 'IND', value: 3 },
        ],
      },
      null,
    );
    expect(twin.shares).toEqual([
      { table: 'indicator', key: 'asylum-intended', low: 50, high: 60 },
      { table: 'indicator', key: 'detained', low: 60, high: 70 },
      { table: 'indicator', key: 'disability', low: 0, high: 10 },
    ]);
  });

  it('are made for a total that every band leaves ten persons wide', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2_000), { maxLength: 15 }), (values) => {
        const cells = values.map((value, at) => ({
          nationality: 'IND',
          sex: 'male',
          ageBand: String(at),
          value,
        }));
        const twin = protect({ ...counted({}), cells }, null);
        const total = values.reduce((sum, value) => sum + value, 0);
        const lows = twin.shares.reduce((sum, { low }) => sum + low, 0);
        expect(lows).toBeLessThan(100);
        for (const { key, low, high } of twin.shares) {
          const value = values[Number(key.split('|')[1])] ?? -1;
          expect((total * (high - low)) / 100).toBeGreaterThanOrEqual(10);
          expect(100 * value).toBeGreaterThanOrEqual(low * total);
          expect(100 * value).toBeLessThanOrEqual(high * total);
        }
      }),
    );
  });
});

describe('the protected twin of a revised version', () => {
  const revise = (...values: number[]): ProtectedTwin =>
    values.reduce<ProtectedTwin | null>(
      (previous, value) => protect(counted({ IND: value }), previous),
      null,
    ) ?? { counts: [], shares: [] };
  const cell = (...values: number[]): number[] => {
    const { low, middle, high, base } = revise(...values).counts[0] ?? {
      low: -1,
      middle: -1,
      high: -1,
      base: -1,
    };
    return [low, middle, high, base];
  };

  it('keeps a cell within two of its base, two wider', () => {
    expect(cell(34, 36)).toEqual([31, 35, 39, 34]);
    expect(cell(37, 39)).toEqual([31, 35, 39, 37]);
  });

  it('makes a cell anew across ten, so that a small one keeps all its values', () => {
    expect(cell(9, 11)).toEqual([8, 10, 14, 11]);
    expect(cell(11, 9)).toEqual([1, 5, 11, 9]);
  });

  it('makes it anew from three on, just as wide', () => {
    expect(cell(34, 37)).toEqual([31, 35, 39, 37]);
    expect(cell(37, 40)).toEqual([36, 40, 44, 40]);
    expect(cell(9, 12)).toEqual([8, 10, 14, 12]);
  });

  it('counts from the base, not from version to version, and widens once', () => {
    expect(cell(34, 36, 35)).toEqual([31, 35, 39, 34]);
    expect(cell(34, 36, 38)).toEqual([36, 40, 44, 38]);
    expect(cell(34, 36, 38, 36)).toEqual([36, 40, 44, 38]);
  });

  it('never keeps a cell to or from zero and never widens a zero', () => {
    expect(cell(1, 0)).toEqual([0, 0, 0, 0]);
    expect(cell(0, 2)).toEqual([1, 5, 11, 2]);
    expect(cell(0, 0)).toEqual([0, 0, 0, 0]);
  });

  it('drops a nationality that is no longer reported and makes one that comes back anew', () => {
    const first = protect(counted({ IND: 40, LKA: 12 }), null);
    const second = protect(counted({ IND: 40 }), first);
    expect(intervals(second)).toEqual({ IND: [36, 40, 44] });
    const third = protect(counted({ IND: 40, LKA: 10 }), second);
    expect(third.counts.find(({ nationality }) => nationality === 'LKA')).toEqual({
      nationality: 'LKA',
      low: 8,
      middle: 10,
      high: 14,
      base: 10,
    });
  });

  it('limits and bands follow the widened lows, shares the new figures', () => {
    const figures = (value: number): ExactFigures => ({
      ...counted({ IND: value }),
      indicators: [{ indicator: 'detained', nationality: null, value: 30 }],
    });
    const first = protect(figures(103), null);
    expect(first.shares).toHaveLength(1);
    expect(protect(figures(103), first).shares).toHaveLength(1);
    const narrow = protect(figures(102), protect(figures(103), null));
    expect(bands(narrow)).toEqual({ detained: [20, 30] });
    expect(protect(figures(101), protect(figures(101), null)).shares).toEqual([]);
  });

  it('holds the exact value in every chain of revisions', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 8 }), (values) => {
        const [row] = revise(...values).counts;
        const last = values.at(-1) ?? -1;
        expect(row?.low).toBeLessThanOrEqual(last);
        expect(row?.high).toBeGreaterThanOrEqual(last);
        expect(row?.low === 0).toBe(last === 0);
      }),
    );
  });
});
