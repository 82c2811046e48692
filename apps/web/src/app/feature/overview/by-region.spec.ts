import { describe, expect, it } from '@jest/globals';
import { byRegion } from './by-region';

describe('nationals by continent', () => {
  it('adds bounds up and stays exact only where every part is', () => {
    expect(
      byRegion([
        { nationality: 'CHN', figure: { kind: 'exact', value: 40 } },
        { nationality: 'IND', figure: { kind: 'exact', value: 2 } },
        { nationality: 'CMR', figure: { kind: 'about', low: 18, middle: 20, high: 22 } },
        { nationality: 'GHA', figure: { kind: 'fewer-than-ten' } },
        { nationality: 'VEN', figure: { kind: 'exact', value: 900 } },
        { nationality: 'FRA', figure: { kind: 'not-reported' } },
      ]),
    ).toEqual([
      { region: 'asia', figure: { kind: 'exact', value: 42 } },
      { region: 'africa', figure: { kind: 'about', low: 19, middle: 25, high: 31 } },
    ]);
  });
});
