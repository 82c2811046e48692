import * as z from 'zod';
import { CLASSIFICATIONS, DETAILS } from '@enlace/domain';
import { readText } from './follow-up/instrument.js';
import { day, instant, month, recordId, stateCode } from './primitives.js';
import { figure } from './figures.js';

/** One thing to do: begin or continue a profile that is due, mend a returned one, clear a sent one. */
export const deskTask = z.object({
  kind: z.enum(['enter', 'continue', 'returned', 'clear']),
  report: recordId.nullable().describe('Null where nothing was begun'),
  crossingPoint: recordId,
  period: z.string(),
  dueOn: day,
  status: z.enum(['on-track', 'due-soon', 'overdue']),
  daysLeft: z.int().describe('Negative when overdue'),
  rows: z.int().describe('Nationalities entered so far'),
  reason: z.string().nullable(),
});

/** Reports on commitments to write, mend or decide on, and ratings to reply to. */
export const deskFollowUp = z.object({
  kind: z.enum(['report', 'report-returned', 'report-review', 'rating-reply']),
  commitment: recordId,
  dueDate: recordId.nullable().describe('Null for a rating'),
  title: readText,
  provisions: z.array(z.string()).describe('Numbers, such as F1'),
  state: stateCode.nullable(),
  dueOn: day,
  status: z.enum(['on-track', 'due-soon', 'overdue']),
  daysLeft: z.int().describe('Negative when overdue'),
  sentOn: day.nullable().describe('Since when a report that was sent waits for an answer'),
  reason: z.string().nullable(),
  snoozable: z.boolean().describe('Whether the reminders may be put off once more'),
});
export type DeskFollowUp = z.infer<typeof deskFollowUp>;

/** What waits in the exchange of good practices: to review, mend, answer, confirm, or report on. */
export const deskPractice = z.object({
  kind: z.enum([
    'practice-review',
    'practice-returned',
    'practice-question',
    'practice-confirm',
    'practice-result',
    'practice-reconfirm',
  ]),
  practice: recordId,
  review: recordId.nullable().describe('Of a practice to review'),
  title: readText,
  dueOn: day.nullable().describe('Null where nothing falls due'),
  status: z.enum(['on-track', 'due-soon', 'overdue']),
  daysLeft: z.int().nullable().describe('Negative when overdue'),
  since: day.nullable().describe('Since when it waits'),
  reason: z.string().nullable().describe('Why it was returned, or what is asked'),
});
export type DeskPractice = z.infer<typeof deskPractice>;

/** What the organization was told about a report of others, while it still holds. */
export const deskNotice = z.object({
  kind: z.enum(['reopened', 'retracted', 'revoked']),
  report: recordId.nullable().describe('Null once it is no longer shared with the reader'),
  state: stateCode,
  crossingPoint: recordId,
  period: z.string(),
  toldAt: instant,
  reason: z.string().nullable(),
});

/** GET /api/v1/desk: what is due, returned, to clear and newly shared with the acting organization. */
export const deskResponse = z
  .object({
    month: month.describe('The month whose profiles are being entered'),
    today: day,
    tasks: z.array(deskTask).max(200),
    moreTasks: z.int(),
    followUp: z.array(deskFollowUp).max(200),
    moreFollowUp: z.int(),
    practices: z.array(deskPractice).max(200),
    morePractices: z.int(),
    notices: z.array(deskNotice).max(20).describe('Of the last 30 days, newest first'),
    shared: z.array(
      z.object({
        report: recordId,
        state: stateCode,
        crossingPoint: recordId,
        period: z.string(),
        classification: z.enum(CLASSIFICATIONS),
        detail: z.enum(DETAILS),
        sharedAt: instant,
        total: figure,
      }),
    ),
    moreShared: z.int(),
  })
  .meta({ id: 'Desk' });
export type DeskResponse = z.infer<typeof deskResponse>;
