import type { CalendarDate } from '../arrivals/period.js';
import { addMonths } from '../follow-up/calendar.js';
import { PRACTICE_STATES, type PracticeState } from './machines.js';

/** Months after which a practice that nobody reconfirmed is marked as expired. */
export const EXPIRES_AFTER_MONTHS = 24;

/** Months after the start of an adoption when its result is asked for. */
export const RESULT_AFTER_MONTHS = 12;

/** What readers are told of a practice: its state, or that nobody confirmed it for too long. */
export const PRACTICE_STATUSES = [...PRACTICE_STATES, 'expired'] as const;
export type PracticeStatus = (typeof PRACTICE_STATUSES)[number];

/** First day on which a practice last confirmed on `confirmedOn` counts as expired. */
export const expiresOn = (confirmedOn: CalendarDate): CalendarDate =>
  addMonths(confirmedOn, EXPIRES_AFTER_MONTHS);

/** The status on a day; expired practices stay readable, marked. */
export const practiceStatus = (
  state: PracticeState,
  confirmedOn: CalendarDate | null,
  today: CalendarDate,
): PracticeStatus =>
  state === 'published' && confirmedOn !== null && today >= expiresOn(confirmedOn)
    ? 'expired'
    : state;

/** First day on which the result of an adoption begun on `startedOn` is asked for. */
export const resultDueOn = (startedOn: CalendarDate): CalendarDate =>
  addMonths(startedOn, RESULT_AFTER_MONTHS);
