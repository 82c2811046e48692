import * as z from 'zod';
import { cursor, day, instant, recordId } from './primitives.js';

const MAIL_STATES = ['queued', 'sent', 'failed', 'cancelled'] as const;

/** Filters of GET /api/v1/system/mails. */
export const mailsQuery = z.strictObject({
  state: z.enum(MAIL_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor.optional(),
});
export type MailsQuery = z.infer<typeof mailsQuery>;

/** How mails fared, newest first, for administrators: never to which address, nor what they say. */
export const mailsPage = z
  .object({
    mails: z.array(
      z.object({
        id: recordId,
        personId: recordId,
        organizationId: recordId,
        day,
        state: z.enum(MAIL_STATES),
        attempts: z.int(),
        /** What the mail server answered, as its code and the command, such as `550 RCPT TO`. */
        failure: z.string().nullable(),
        createdAt: instant,
        sentAt: instant.nullable(),
      }),
    ),
    next: cursor.nullable(),
  })
  .meta({ id: 'MailsPage' });
export type MailsPage = z.infer<typeof mailsPage>;
