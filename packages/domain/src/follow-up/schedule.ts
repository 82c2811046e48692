import type { CalendarDate } from '../arrivals/period.js';
import { addMonths } from './calendar.js';
import type { ReportingFrequency } from './codes.js';

/** No schedule makes more dates than monthly reports of ten years. */
export const MAX_DUE_DATES = 120;

/** Reports every so many months, or on single dates; `endsOn` is the last possible day. */
export type ReportingSchedule =
  | {
      readonly firstOn: CalendarDate;
      readonly everyMonths: ReportingFrequency;
      readonly endsOn: CalendarDate;
    }
  | { readonly dates: readonly CalendarDate[] };

/**
 * The days on which reports are due, in order, each once. Months are counted from the first date,
 * so that a schedule begun on the 31st comes back to the 31st after February.
 */
export const scheduledDates = (schedule: ReportingSchedule): readonly CalendarDate[] => {
  if ('dates' in schedule) return [...new Set(schedule.dates)].toSorted();
  const dates: CalendarDate[] = [];
  for (let index = 0; dates.length < MAX_DUE_DATES; index += 1) {
    const date = addMonths(schedule.firstOn, index * schedule.everyMonths);
    if (date > schedule.endsOn) break;
    dates.push(date);
  }
  return dates;
};

/** A due date that exists. */
export interface ExistingDueDate {
  readonly dueOn: CalendarDate;
  /** A report was begun for it, or it was waived: such a date stays whatever the schedule says. */
  readonly settled: boolean;
}

/**
 * What a changed schedule does: only dates from today on and without a report move (source:
 * follow-up page, Reporting schedule).
 */
export const rescheduled = (
  existing: readonly ExistingDueDate[],
  schedule: ReportingSchedule,
  today: CalendarDate,
): { readonly removed: readonly CalendarDate[]; readonly added: readonly CalendarDate[] } => {
  const wanted = scheduledDates(schedule).filter((date) => date >= today);
  const kept = existing.map((date) => date.dueOn);
  return {
    removed: existing
      .filter((date) => date.dueOn >= today && !date.settled && !wanted.includes(date.dueOn))
      .map((date) => date.dueOn),
    added: wanted.filter((date) => !kept.includes(date)),
  };
};
