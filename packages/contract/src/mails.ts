import * as z from 'zod';
import { REMINDER_ROLES, REMINDER_STATES } from '@enlace/domain';
import { cursor, day, etag, instant, recordId } from './primitives.js';

/** Filters of GET /api/v1/system/mails. */
export const mailsQuery = z.strictObject({
  state: z.enum(REMINDER_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor.optional(),
});
export type MailsQuery = z.infer<typeof mailsQuery>;

/** How a mail fared, for administrators: never to which address, nor what it says. */
export const mailAnswer = z
  .object({
    id: recordId,
    /** By which the administrator finds the account, where its address is wrong. */
    personId: recordId,
    organizationId: recordId,
    /** In which functions the person is reminded. */
    roles: z.array(z.enum(REMINDER_ROLES)),
    day,
    state: z.enum(REMINDER_STATES),
    attempts: z.int(),
    /** What the mail server answered, as its code and the command, such as `550 RCPT TO`. */
    failure: z.string().nullable(),
    createdAt: instant,
    /** Not before this; only of those that wait. */
    nextAt: instant.nullable(),
    sentAt: instant.nullable(),
    etag,
  })
  .meta({ id: 'MailAnswer' });
export type MailAnswer = z.infer<typeof mailAnswer>;

/** A page of mails, newest first. */
export const mailsPage = z
  .object({ mails: z.array(mailAnswer), next: cursor.nullable() })
  .meta({ id: 'MailsPage' });
export type MailsPage = z.infer<typeof mailsPage>;
