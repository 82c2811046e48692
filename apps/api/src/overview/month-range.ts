import {
  formatPeriod,
  monthPeriod,
  monthsBetween,
  parsePeriod,
  type CalendarDate,
  type Period,
} from '@enlace/domain';

/** Whole months as days, [from, to). */
export interface MonthRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A trend shows a year even of a single month, and never more than two. */
const TREND_MONTHS = { least: 12, most: 24 };

const asMonth = (month: string): Period => {
  const period = parsePeriod(month);
  if (period?.length !== 'month') throw new RangeError(`Not a month: ${month}`);
  return period;
};

const indexOf = (day: CalendarDate): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** January of the year 1000: what may be asked for begins there, and so does what is compared with it. */
const EARLIEST = 12_000;

const monthsBefore = (day: CalendarDate, count: number): CalendarDate => {
  const index = Math.max(indexOf(day) - count, EARLIEST);
  return monthPeriod(Math.floor(index / 12), (index % 12) + 1).from;
};

/** The range from the first to the last month, both included. */
export const rangeOf = (first: string, last: string): MonthRange => ({
  from: asMonth(first).from,
  to: asMonth(last).to,
});

/** Number of months in the range. */
export const lengthOf = ({ from, to }: MonthRange): number => indexOf(to) - indexOf(from);

/** The range of equal length that ends where this one begins. */
export const rangeBefore = (range: MonthRange): MonthRange => ({
  from: monthsBefore(range.from, lengthOf(range)),
  to: range.from,
});

/** The months of the trend: those of the range, at least a year and at most two, up to its last. */
export function trendRange(range: MonthRange): MonthRange {
  const months = Math.min(Math.max(lengthOf(range), TREND_MONTHS.least), TREND_MONTHS.most);
  return { from: monthsBefore(range.to, months), to: range.to };
}

/** All months of the range as `2026-10`, oldest first. */
export function monthsOf(range: MonthRange): string[] {
  const last = asMonth(monthsBefore(range.to, 1).slice(0, 7));
  return [...monthsBetween(asMonth(range.from.slice(0, 7)), last)].map(formatPeriod);
}
