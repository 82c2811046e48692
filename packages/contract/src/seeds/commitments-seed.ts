import * as z from 'zod';
import {
  ACTION_STATES,
  CLASSIFICATIONS,
  COMMITMENT_STATES,
  INDICATOR_DIRECTIONS,
  MOST_SNOOZE_DAYS,
  PROGRESS_REPORT_STATES,
  RATING_GRADES,
  RATING_STATES,
  REPORTING_FREQUENCIES,
  STATE_POSITIONS,
} from '@enlace/domain';
import { freeText, recordId, stateCode } from '../primitives.js';
import { alias } from './participant-seeds.js';

/** A text in the languages in which the demo's authorities write; without personal data. */
const said = z.strictObject({
  es: freeText(3, 400),
  en: freeText(3, 400),
  pt: freeText(3, 400),
});
export type Said = z.infer<typeof said>;

const provisionNumber = z.string().regex(/^[A-H]\d$/);
const promise = z.strictObject({
  title: freeText(3, 200),
  deliverable: freeText(3, 400),
  verification: freeText(3, 400),
});

const REPORT_STAGES = ['begun', 'halfway', 'complete'] as const;

const kind = z.strictObject({
  actions: z.array(said).length(3),
  indicator: z.strictObject({
    definition: said,
    unit: said,
    baseline: z.number(),
    target: z.number(),
    source: said,
    direction: z.enum(INDICATOR_DIRECTIONS),
  }),
  reports: z.record(z.enum(REPORT_STAGES), said),
  evidence: said,
});

const grades = z.record(z.enum(RATING_GRADES), said);

/** `seeds/demo/commitment-texts.json`: what sample commitments promise, report and are told. */
export const commitmentTextsSeed = z.strictObject({
  provisions: z.array(
    z.strictObject({
      provision: provisionNumber,
      kind: z.string(),
      texts: z.strictObject({ es: promise, en: promise, pt: promise }),
    }),
  ),
  kinds: z.record(z.string(), kind),
  reasons: z.strictObject({
    returned: said,
    dropped: said,
    waived: said,
    actionDropped: said,
    snoozed: said,
  }),
  part: said.describe('What a partner does'),
  ratings: z.strictObject({ actor: grades, secretariat: grades, 'civil-society': grades }),
  reply: said,
});

const report = z.strictObject({
  date: z.int().min(0).describe('Which of the course’s due dates'),
  state: z.enum(PROGRESS_REPORT_STATES),
  afterDays: z.int().nullable().describe('First submission; negative: before the due date'),
  stage: z.enum(REPORT_STAGES),
  percent: z.int().min(0).max(100),
  evidence: z.boolean(),
  returnedAfterDays: z.int().min(1).nullable().describe('A version that came before was returned'),
});
export type CourseReport = z.infer<typeof report>;

const course = z.strictObject({
  state: z.enum(COMMITMENT_STATES),
  recordedMonths: z.int().max(0),
  missing: z.enum(['due-date', 'deliverable', 'verification']).nullable(),
  dates: z
    .strictObject({
      firstMonths: z.int(),
      everyMonths: z.literal([...REPORTING_FREQUENCIES]),
      count: z.int().min(1).max(12),
    })
    .nullable()
    .describe('Due dates from the loading day on; the last is the commitment’s own'),
  shiftDays: z.tuple([z.int(), z.int()]).describe('By how many days its dates come earlier'),
  reports: z.array(report),
  waived: z.array(z.int().min(0)),
  actions: z.array(z.enum(ACTION_STATES)).max(3),
  indicator: z.boolean(),
  deliveredAfterDays: z.int().nullable(),
  closedMonths: z.int().max(0).nullable(),
});
export type CourseSeed = z.infer<typeof course>;

const rating = z.strictObject({
  by: z.enum(['actor', 'secretariat', 'civil-society']),
  grade: z.enum(RATING_GRADES),
  state: z.enum(RATING_STATES),
  sentDays: z.int().max(0).nullable(),
  repliedAfterDays: z.int().min(1).nullable(),
});
export type RatingSeed = z.infer<typeof rating>;

const commitment = z.strictObject({
  id: recordId,
  organization: alias,
  forum: z.string(),
  provisions: z.array(provisionNumber).min(1),
  course: z.string(),
  classification: z.enum(CLASSIFICATIONS),
  translated: z.boolean(),
  ratings: z.string().nullable(),
  civilSociety: alias.describe('Who rates it for civil society'),
  partners: z.array(alias),
  supersededBy: recordId.nullable(),
  snoozeDays: z
    .int()
    .min(1)
    .max(MOST_SNOOZE_DAYS)
    .optional()
    .describe('How long its owner puts off the reminders of the date that is owed'),
});
export type CommitmentSeed = z.infer<typeof commitment>;

/**
 * `seeds/demo/commitments.json`: sample commitments by the course that each takes, counted from the
 * day on which the demo is loaded, so that some are overdue, due soon, late and on track on any day.
 */
export const commitmentsSeed = z.strictObject({
  notice: said.describe('Ends the texts of every sample commitment'),
  courses: z.record(z.string(), course),
  ratingSets: z.record(z.string(), z.array(rating)),
  commitments: z.array(commitment),
});

/** `seeds/demo/state-responses.json`: what States answered to provisions. */
export const stateResponsesSeed = z.strictObject({
  texts: z.record(z.enum(STATE_POSITIONS), z.array(said).min(1)),
  responses: z.array(
    z.strictObject({
      state: stateCode,
      provision: provisionNumber,
      position: z.enum(STATE_POSITIONS),
      text: z.int().min(0),
      answeredMonths: z.int().max(0),
    }),
  ),
});
