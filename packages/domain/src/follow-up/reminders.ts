import type { CalendarDate } from '../arrivals/period.js';
import { addDays, nextWorkingDay } from './calendar.js';
import type { ReminderRole } from './codes.js';

/** Days from the due date on which somebody is reminded; negative: before it. */
export const DEFAULT_REMINDER_STEPS: readonly number[] = [-30, -7, -1, 1, 14, 30];

/** So often the reminders of a due date can be put off. */
export const MOST_SNOOZES = 2;

/** So many days, and no more, at a time. */
export const MOST_SNOOZE_DAYS = 30;

const COORDINATOR_FROM = 14;
const SECRETARIAT_FROM = 30;

/**
 * Who a step reaches: the owner always, the national coordinator from 14 days after the date, the
 * forum's secretariat and presidency from 30 (source: follow-up page, Escalation).
 */
export const rolesAt = (step: number): readonly ReminderRole[] => [
  'owner',
  ...(step >= COORDINATOR_FROM ? (['coordinator'] as const) : []),
  ...(step >= SECRETARIAT_FROM ? (['secretariat', 'presidency'] as const) : []),
];

/** The day on which a step goes out: the working day of the owner's State on or after its own. */
export const reminderDay = (
  dueOn: CalendarDate,
  step: number,
  holidays: ReadonlySet<CalendarDate>,
): CalendarDate => nextWorkingDay(addDays(dueOn, step), holidays);

/**
 * The steps of a due date whose day has come, in order. A step whose day had passed when the date
 * was made (`since`) never goes out; one missed in an outage still does, in that day's digest.
 */
export const stepsDue = (
  dueOn: CalendarDate,
  steps: readonly number[],
  since: CalendarDate,
  today: CalendarDate,
  holidays: ReadonlySet<CalendarDate>,
): readonly number[] =>
  steps
    .filter((step) => {
      const day = reminderDay(dueOn, step, holidays);
      return since <= day && day <= today;
    })
    .toSorted((one, other) => one - other);
