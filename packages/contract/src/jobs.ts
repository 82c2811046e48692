import { z } from 'zod';

const ofOrganization = z.strictObject({ organizationId: z.uuid() });

/**
 * Every job and what its payload may hold: ids alone, so that a job tells nothing that its records
 * do not. Clock jobs have none; they fan out into one job for each organization.
 */
export const JOB_PAYLOADS = {
  'reminders.clock': z.strictObject({}),
  'reminders.plan': ofOrganization,
  'digests.open': ofOrganization,
  'files.sweep': z.strictObject({}),
  'digests.send': z.strictObject({ organizationId: z.uuid(), mailId: z.uuid() }),
  'practices.clock': z.strictObject({}),
  'practices.review': z.strictObject({ organizationId: z.uuid(), practiceId: z.uuid() }),
} as const;

/** Name of a job, which is its queue's too. */
export type JobName = keyof typeof JOB_PAYLOADS;

/** Payload of a job by its name. */
export type JobPayload<N extends JobName> = z.infer<(typeof JOB_PAYLOADS)[N]>;

/** All jobs, in the order of the register. */
export const JOB_NAMES = Object.keys(JOB_PAYLOADS) as readonly JobName[];
