import * as z from 'zod';
import { REMINDER_ROLES } from '@enlace/domain';
import { day, freeText, recordId, stateCode } from '../primitives.js';
import { readText } from './instrument.js';

/** So many commitments are reminded of at a time. */
const MOST_REMINDED = 200;

/** POST /api/v1/commitments/{id}/due-dates/{dueDate}/snooze: no reminders before that day; twice at most. */
export const snoozeRequest = z
  .strictObject({ untilOn: day, reason: freeText(3, 500) })
  .meta({ id: 'SnoozeRequest' });
export type SnoozeRequest = z.infer<typeof snoozeRequest>;

export const snoozeResponse = z
  .object({
    dueDateId: recordId,
    untilOn: day,
    /** How often the date was put off so far. */
    times: z.int(),
  })
  .meta({ id: 'SnoozeResponse' });
export type SnoozeResponse = z.infer<typeof snoozeResponse>;

/** POST /api/v1/commitments/{id}/reminders: reminds of the earliest date that is owed, once a day. */
export const remindResponse = z
  .object({
    dueDateId: recordId,
    dueOn: day,
    /** People reminded; who had a mail today already reads it in tomorrow's. */
    recipients: z.int(),
  })
  .meta({ id: 'RemindResponse' });
export type RemindResponse = z.infer<typeof remindResponse>;

/** GET /api/v1/follow-up/reminders: what reminding of everything overdue would do now, with the matrix's filters. */
export const remindersPreview = z
  .object({
    overdue: z
      .array(
        z.object({
          commitment: recordId,
          dueDate: recordId,
          title: readText,
          provisions: z.array(z.string()).describe('Numbers, such as F1'),
          state: stateCode.nullable(),
          dueOn: day,
          days: z.int().describe('Overdue by so many'),
          recipients: z.array(
            z.object({
              organizationId: recordId,
              role: z.enum(REMINDER_ROLES),
              people: z.int().min(1),
            }),
          ),
          remindedToday: z.boolean().describe('Somebody was reminded today: it is left out'),
        }),
      )
      .max(MOST_REMINDED),
    more: z.boolean().describe('There are others, for another time'),
  })
  .meta({ id: 'RemindersPreview' });
export type RemindersPreview = z.infer<typeof remindersPreview>;

/** POST /api/v1/follow-up/reminders: reminds of the earliest owed date of each, who was not reminded today. */
export const remindSeveralRequest = z
  .strictObject({ commitments: z.array(recordId).min(1).max(MOST_REMINDED) })
  .meta({ id: 'RemindSeveralRequest' });
export type RemindSeveralRequest = z.infer<typeof remindSeveralRequest>;

export const remindSeveralResponse = z
  .object({
    /** What the secretariat asked for today, of those named. */
    reminded: z.array(remindResponse.extend({ commitment: recordId })),
  })
  .meta({ id: 'RemindSeveralResponse' });
export type RemindSeveralResponse = z.infer<typeof remindSeveralResponse>;
