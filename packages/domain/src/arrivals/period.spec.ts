import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  dateIn,
  dueDate,
  formatPeriod,
  hasEnded,
  isBeforeEarliest,
  lastEndedMonth,
  monthPeriod,
  monthsBetween,
  nextPeriod,
  overlaps,
  parsePeriod,
  previousPeriod,
  yearPeriod,
} from './period.js';

const period = fc
  .tuple(fc.integer({ min: 1000, max: 9000 }), fc.integer({ min: 0, max: 12 }))
  .map(([year, month]) => (month === 0 ? yearPeriod(year) : monthPeriod(year, month)));

describe('period', () => {
  it('is [from, to) across the turn of a year', () => {
    expect(parsePeriod('2026-12')).toEqual({
      length: 'month',
      from: '2026-12-01',
      to: '2027-01-01',
    });
    expect(parsePeriod('2026')).toEqual({ length: 'year', from: '2026-01-01', to: '2027-01-01' });
  });

  it('refuses what is no month or year', () => {
    for (const text of [
      '',
      '2026-13',
      '2026-00',
      '2026-1',
      '26-10',
      '2026-10-01',
      ' 2026',
      '2026-W02',
    ]) {
      expect(parsePeriod(text)).toBeNull();
    }
  });

  it('reads what it writes, and next undoes previous', () => {
    fc.assert(
      fc.property(period, (one) => {
        expect(parsePeriod(formatPeriod(one))).toEqual(one);
        expect(nextPeriod(previousPeriod(one))).toEqual(one);
        expect(nextPeriod(one).from).toBe(one.to);
        expect(overlaps(one, nextPeriod(one))).toBe(false);
        expect(overlaps(one, one)).toBe(true);
      }),
    );
  });

  it('lists months, and a year as its twelve', () => {
    const months = [...monthsBetween(monthPeriod(2025, 11), monthPeriod(2026, 2))];
    expect(months.map(formatPeriod)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect([...monthsBetween(yearPeriod(2024), yearPeriod(2024))]).toHaveLength(12);
    expect([...monthsBetween(monthPeriod(2026, 2), monthPeriod(2025, 11))]).toEqual([]);
    expect(overlaps(yearPeriod(2024), monthPeriod(2024, 12))).toBe(true);
  });

  it('ends at midnight of the organization, not of Greenwich', () => {
    const october = monthPeriod(2026, 10);
    const at = new Date('2026-11-01T04:59:59Z');
    expect(hasEnded(october, 'America/Panama', at)).toBe(false);
    expect(hasEnded(october, 'America/Panama', new Date('2026-11-01T05:00:00Z'))).toBe(true);
    expect(hasEnded(october, 'UTC', at)).toBe(true);
    expect(dateIn('America/Panama', at)).toBe('2026-10-31');
    expect(formatPeriod(lastEndedMonth('America/Panama', at))).toBe('2026-09');
    expect(formatPeriod(lastEndedMonth('UTC', at))).toBe('2026-10');
    expect(() => dateIn('America/Nowhere', at)).toThrow(RangeError);
  });

  it('is due on a day of the next month', () => {
    expect(dueDate(monthPeriod(2026, 12))).toBe('2027-01-15');
    expect(dueDate(monthPeriod(2026, 1), 5)).toBe('2026-02-05');
    expect(() => dueDate(monthPeriod(2026, 1), 31)).toThrow(RangeError);
  });

  it('is accepted from 1990 on', () => {
    expect(isBeforeEarliest(monthPeriod(1989, 12))).toBe(true);
    expect(isBeforeEarliest(yearPeriod(1990))).toBe(false);
  });
});
