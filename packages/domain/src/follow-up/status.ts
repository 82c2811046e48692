import type { CalendarDate } from '../arrivals/period.js';
import { daysBetween } from './calendar.js';
import type { CommitmentState } from './machines.js';

/**
 * What a mark says, worst first: a matrix cell shows the worst of the commitments that its reader
 * may see there (source: follow-up page, Rules). `no-report`: there is no commitment at all.
 */
export const FOLLOW_UP_STATUSES = [
  'overdue',
  'due-soon',
  'late',
  'on-track',
  'done',
  'aspiration',
  'dropped',
  'no-report',
] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

/** Status of one due date; `waived` counts as done with a note. */
export const DUE_DATE_STATUSES = [
  'upcoming',
  'due-soon',
  'overdue',
  'reported',
  'late',
  'waived',
] as const;
export type DueDateStatus = (typeof DUE_DATE_STATUSES)[number];

/**
 * A date is due soon from this many days before it, on the desk, in the matrix and everywhere else
 * (source: the legend of the marks in the design). The first reminder goes out earlier, at 30 days: it
 * gives time to prepare, while the mark says that little time is left.
 */
export const DUE_SOON_DAYS = 14;

/** A due date and what came for it. */
export interface DueDateFacts {
  readonly dueOn: CalendarDate;
  readonly waived: boolean;
  /** Day of the first submission, in the time zone of the organization that owes the report. */
  readonly reportedOn: CalendarDate | null;
}

/** What a due date is today; `today` is a day of the owner's time zone. */
export const dueDateStatus = (date: DueDateFacts, today: CalendarDate): DueDateStatus => {
  if (date.waived) return 'waived';
  if (date.reportedOn !== null) return date.reportedOn > date.dueOn ? 'late' : 'reported';
  if (date.dueOn < today) return 'overdue';
  return daysBetween(today, date.dueOn) <= DUE_SOON_DAYS ? 'due-soon' : 'upcoming';
};

/** What the status of a commitment follows from. */
export interface CommitmentFacts {
  readonly state: CommitmentState;
  /** Its own date; the last day on which it may be delivered. */
  readonly dueOn: CalendarDate | null;
  /** Day on which what was promised was delivered, once done. */
  readonly deliveredOn: CalendarDate | null;
  readonly dueDates: readonly DueDateFacts[];
}

/** The mark of a commitment today, or `null` where it is out of every view (superseded). */
export const commitmentStatus = (
  commitment: CommitmentFacts,
  today: CalendarDate,
): FollowUpStatus | null => {
  const { state, dueOn, deliveredOn } = commitment;
  if (state === 'superseded') return null;
  if (state === 'aspiration' || state === 'dropped') return state;
  if (state === 'done')
    return dueOn !== null && deliveredOn !== null && deliveredOn > dueOn ? 'late' : 'done';
  return openStatus(commitment.dueDates, today);
};

const openStatus = (dueDates: readonly DueDateFacts[], today: CalendarDate): FollowUpStatus => {
  const statuses = dueDates.map((date) => dueDateStatus(date, today));
  if (statuses.includes('overdue')) return 'overdue';
  if (statuses.includes('due-soon')) return 'due-soon';
  // Late is said of what came last: a delay made good by the next report is history.
  const last = dueDates
    .filter((date) => date.reportedOn !== null && !date.waived)
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
    .at(-1);
  return last && dueDateStatus(last, today) === 'late' ? 'late' : 'on-track';
};

/** The worst of several marks; `no-report` where there are none. */
export const worstStatus = (statuses: readonly FollowUpStatus[]): FollowUpStatus =>
  FOLLOW_UP_STATUSES.find((status) => statuses.includes(status)) ?? 'no-report';
