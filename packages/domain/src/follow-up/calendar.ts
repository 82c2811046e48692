import type { CalendarDate } from '../arrivals/period.js';

const DAY = 86_400_000;

const at = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`);

/** The day `days` after this one; negative: before it. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date(at(date) + days * DAY).toISOString().slice(0, 10);

/** Days from one to the other; negative where the other comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((at(to) - at(from)) / DAY);

/** The same day `months` later, or the last of that month where it has no such day. */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const first = new Date(at(`${date.slice(0, 8)}01`));
  first.setUTCMonth(first.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  const day = Math.min(Number(date.slice(8)), lastDay.getUTCDate());
  return `${first.toISOString().slice(0, 8)}${String(day).padStart(2, '0')}`;
};

/** Monday to Friday and none of the State's public holidays. */
export const isWorkingDay = (date: CalendarDate, holidays: ReadonlySet<CalendarDate>): boolean => {
  const weekday = new Date(at(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
};

/** The day itself where it is a working day, else the next one. */
export const nextWorkingDay = (
  date: CalendarDate,
  holidays: ReadonlySet<CalendarDate>,
): CalendarDate => {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
};

/** The working day that is `count` working days after the date, which itself does not count. */
export const addWorkingDays = (
  date: CalendarDate,
  count: number,
  holidays: ReadonlySet<CalendarDate>,
): CalendarDate => {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(addDays(day, 1), holidays);
  return day;
};

const days = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in an IANA time zone. */
export const dayIn = (instant: Date, timeZone: string): CalendarDate => {
  let format = days.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    days.set(timeZone, format);
  }
  return format.format(instant);
};
