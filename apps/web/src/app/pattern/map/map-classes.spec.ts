import { describe, expect, it } from '@jest/globals';
import { classLimits, fillOf, roundDown } from './map-classes';

describe('map classes', () => {
  it('rounds down to 1, 2 or 5 times a power of ten', () => {
    expect([1, 4, 9, 10, 49, 50, 1721, 5000].map(roundDown)).toEqual([
      1, 2, 5, 10, 20, 50, 1000, 5000,
    ]);
  });

  it('prints round, rising limits with the largest value in the top class', () => {
    expect(classLimits([12, 940, 1721])).toEqual([1, 100, 500, 1000]);
    expect(classLimits([3])).toEqual([1, 5, 20, 50]);
    expect(classLimits([])).toEqual([1, 5, 20, 50]);
    for (const largest of [50, 77, 130, 999, 2400, 82_000, 520_085]) {
      const limits = classLimits([largest]);
      expect([...limits].sort((one, other) => one - other)).toEqual([...limits]);
      expect(new Set(limits).size).toBe(4);
      expect(fillOf({ kind: 'exact', value: largest }, limits)).toBe('s4');
    }
  });

  it('keeps zero, protected and not reported apart', () => {
    const limits = classLimits([1721]);
    expect(fillOf({ kind: 'exact', value: 0 }, limits)).toBe('zero');
    expect(fillOf({ kind: 'fewer-than-ten' }, limits)).toBe('protected');
    expect(fillOf({ kind: 'not-reported' }, limits)).toBe('none');
    expect(fillOf({ kind: 'exact', value: 99 }, limits)).toBe('s1');
    expect(fillOf({ kind: 'about', low: 90, middle: 100, high: 112 }, limits)).toBe('s2');
  });
});
