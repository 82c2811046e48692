import { describe, expect, it } from '@jest/globals';
import { monthsOf, rangeBefore, rangeOf, trendRange } from './month-range.js';

describe('ranges of months', () => {
  it('have both months, and as many before', () => {
    const range = rangeOf('2025-11', '2026-01');
    expect(range).toEqual({ from: '2025-11-01', to: '2026-02-01' });
    expect(monthsOf(range)).toEqual(['2025-11', '2025-12', '2026-01']);
    expect(rangeBefore(range)).toEqual({ from: '2025-08-01', to: '2025-11-01' });
  });

  it('have a trend of one year at least and two at most', () => {
    expect(monthsOf(trendRange(rangeOf('2026-10', '2026-10')))).toHaveLength(12);
    expect(trendRange(rangeOf('2025-04', '2026-10'))).toEqual({
      from: '2025-04-01',
      to: '2026-11-01',
    });
    expect(monthsOf(trendRange(rangeOf('2019-01', '2026-10'))).at(0)).toBe('2024-11');
  });

  it('begin in the year 1000, where what came before would be longer than that', () => {
    const range = rangeOf('1000-02', '2026-10');
    expect(rangeBefore(range)).toEqual({ from: '1000-01-01', to: '1000-02-01' });
    expect(monthsOf(trendRange(rangeOf('1000-01', '1000-01')))).toEqual(['1000-01']);
  });
});
