import { z } from 'zod';
import { LANGUAGES, PRACTICE_REMINDERS, REMINDER_ROLES } from '@enlace/domain';

/** A due date in a digest. */
export const digestLine = z.object({
  commitmentId: z.uuid(),
  dueDateId: z.uuid(),
  /** `null`: confidential, which no mail tells. */
  title: z.string().nullable(),
  dueOn: z.iso.date(),
  final: z.boolean(),
  /** From today to the date, in the owner's time zone; negative: overdue. */
  days: z.int(),
  role: z.enum(REMINDER_ROLES),
  /** The secretariat asked for it beside the steps. */
  requested: z.boolean(),
  forum: z.string(),
  owner: z.string(),
});
export type DigestLine = z.infer<typeof digestLine>;

/** A practice in a digest. */
export const practiceLine = z.object({
  kind: z.enum(PRACTICE_REMINDERS),
  practiceId: z.uuid(),
  recordId: z.uuid(),
  /** `null`: told to few, which no mail tells. */
  title: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
});
export type PracticeDigestLine = z.infer<typeof practiceLine>;

/** A mail that was taken to be handed over now. */
export const claimedMail = z.object({
  address: z.string(),
  language: z.enum(LANGUAGES),
  day: z.iso.date(),
  messageId: z.string(),
  attempts: z.int(),
  lines: z.array(digestLine),
  practices: z.array(practiceLine),
});
export type ClaimedMail = z.infer<typeof claimedMail>;
