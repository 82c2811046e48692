import * as z from 'zod';
import { day, freeText, recordId } from '../primitives.js';

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
