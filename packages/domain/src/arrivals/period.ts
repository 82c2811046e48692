/**
 * Periods are ranges of days without a zone; which instant they begin and end at follows from the
 * time zone of the organization (source: product page, "Facts that hold everywhere").
 */

/** A day of the calendar as `yyyy-mm-dd`, without a zone; such texts sort as the days do. */
export type CalendarDate = string;

/** A month or a year as [from, to): `to` is the first day after it. */
export interface Period {
  readonly length: 'month' | 'year';
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** No report is accepted for a period that begins before this day. */
export const EARLIEST_DATE: CalendarDate = '1990-01-01';

/** Day of the next month on which a report is due where its State has set none. */
export const DEFAULT_DUE_DAY = 15;

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

const firstOfMonth = (year: number, month: number): CalendarDate => {
  // Months outside 1 to 12 run over into the neighbouring years.
  const index = year * 12 + (month - 1);
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1)}-01`;
};

const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));
const monthOf = (date: CalendarDate): number => Number(date.slice(5, 7));

/** The month (1 to 12) as a period. */
export const monthPeriod = (year: number, month: number): Period => ({
  length: 'month',
  from: firstOfMonth(year, month),
  to: firstOfMonth(year, month + 1),
});

/** The calendar year as a period. */
export const yearPeriod = (year: number): Period => ({
  length: 'year',
  from: firstOfMonth(year, 1),
  to: firstOfMonth(year + 1, 1),
});

/** Reads `2026-10` or `2026`; anything else is `null`. */
export const parsePeriod = (text: string): Period | null => {
  const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  return month === undefined ? yearPeriod(Number(year)) : monthPeriod(Number(year), Number(month));
};

/** Writes a period as `2026-10` or `2026`: the opposite of `parsePeriod`. */
export const formatPeriod = (period: Period): string =>
  period.from.slice(0, period.length === 'year' ? 4 : 7);

/** The period of the same length that begins where this one ends. */
export const nextPeriod = (period: Period): Period =>
  period.length === 'year'
    ? yearPeriod(yearOf(period.from) + 1)
    : monthPeriod(yearOf(period.from), monthOf(period.from) + 1);

/** The period of the same length that ends where this one begins. */
export const previousPeriod = (period: Period): Period =>
  period.length === 'year'
    ? yearPeriod(yearOf(period.from) - 1)
    : monthPeriod(yearOf(period.from), monthOf(period.from) - 1);

/** The months from the first to the last, both included; none where the last comes first. */
export function* monthsBetween(first: Period, last: Period): Generator<Period> {
  let month = monthPeriod(yearOf(first.from), monthOf(first.from));
  while (month.from < last.to) {
    yield month;
    month = nextPeriod(month);
  }
}

/** Whether the two share a day, as a year does with its months. */
export const overlaps = (one: Period, other: Period): boolean =>
  one.from < other.to && other.from < one.to;

/** Whether the period begins before reports are accepted at all. */
export const isBeforeEarliest = (period: Period): boolean => period.from < EARLIEST_DATE;

/** Today in an IANA time zone; throws RangeError where there is no such zone. */
export const dateIn = (timeZone: string, at: Date): CalendarDate => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at);
  const read = (type: 'year' | 'month' | 'day'): number =>
    Number(parts.find((part) => part.type === type)?.value);
  return `${pad(read('year'), 4)}-${pad(read('month'))}-${pad(read('day'))}`;
};

/** Whether the period's last day is over in the zone at that instant. */
export const hasEnded = (period: Period, timeZone: string, at: Date): boolean =>
  dateIn(timeZone, at) >= period.to;

/** The newest month that has ended in the zone at that instant. */
export const lastEndedMonth = (timeZone: string, at: Date): Period => {
  const today = dateIn(timeZone, at);
  return previousPeriod(monthPeriod(yearOf(today), monthOf(today)));
};

/** The last day on which a report of the period is on time: a day of the month after it. */
export const dueDate = (period: Period, day: number = DEFAULT_DUE_DAY): CalendarDate => {
  if (!Number.isInteger(day) || day < 1 || day > 28) {
    throw new RangeError(`A due day is 1 to 28, which every month has; got ${String(day)}`);
  }
  return `${period.to.slice(0, 8)}${pad(day)}`;
};
