import * as z from 'zod';
import {
  ACTION_STATES,
  CLASSIFICATIONS,
  COMMITMENT_EVENTS,
  COMMITMENT_STATES,
  DUE_DATE_STATUSES,
  GATE_PARTS,
  INDICATOR_DIRECTIONS,
  MAX_DUE_DATES,
  REMINDER_ROLES,
  REMINDER_STATES,
  TEXT_STATUSES,
} from '@enlace/domain';
import {
  cursor,
  day,
  etag,
  freeText,
  instant,
  language,
  names,
  recordId,
  stateCode,
} from '../primitives.js';
import { followUpStatus, provisionSummary } from './instrument.js';

/** What a commitment says, in one language. */
const commitmentWords = z.strictObject({
  language,
  title: freeText(3, 200),
  deliverable: freeText(3, 2000).nullable(),
  verification: freeText(3, 1000).nullable(),
});

const partners = z
  .array(z.strictObject({ organization: recordId, part: freeText(3, 300) }))
  .max(20);

/** POST /api/v1/commitments: without deliverable, date and verification it stays an aspiration. */
export const recordCommitmentRequest = z
  .strictObject({
    forum: recordId,
    actor: recordId.describe('The organization that will do it'),
    provisions: z.array(recordId).min(1).max(20),
    text: commitmentWords,
    translations: z.array(commitmentWords).max(3).default([]),
    dueOn: day.nullable(),
    classification: z.enum(CLASSIFICATIONS),
    partners: partners.default([]),
  })
  .meta({ id: 'RecordCommitment' });
export type RecordCommitmentRequest = z.infer<typeof recordCommitmentRequest>;

/** PUT /api/v1/commitments/{id} with If-Match: the whole of it, as it shall be. */
export const changeCommitmentRequest = recordCommitmentRequest
  .omit({ forum: true, actor: true })
  .meta({ id: 'ChangeCommitment' });
export type ChangeCommitmentRequest = z.infer<typeof changeCommitmentRequest>;

/** POST /api/v1/commitments/{id}/acts with If-Match. */
export const commitmentActRequest = z
  .discriminatedUnion('act', [
    z.strictObject({ act: z.literal('accept') }),
    z.strictObject({ act: z.literal('start') }),
    z.strictObject({ act: z.literal('complete'), deliveredOn: day }),
    z.strictObject({ act: z.literal('drop'), reason: freeText(10, 1000) }),
    z.strictObject({ act: z.literal('supersede'), by: recordId }),
  ])
  .meta({ id: 'CommitmentActInput' });
export type CommitmentActRequest = z.infer<typeof commitmentActRequest>;

/** POST .../actions and PUT .../actions/{action}. */
export const actionRequest = z
  .strictObject({
    title: freeText(3, 200),
    owner: recordId,
    from: day.nullable(),
    until: day.nullable(),
    weight: z.int().min(0).max(100),
    state: z.enum(ACTION_STATES).default('planned'),
    dropReason: freeText(10, 500).nullable().default(null),
  })
  .meta({ id: 'ActionInput' });
export type ActionRequest = z.infer<typeof actionRequest>;

const amount = z.number().min(-1e12).max(1e12);

/** POST .../indicators and PUT .../indicators/{indicator}. */
export const indicatorRequest = z
  .strictObject({
    definition: freeText(3, 300),
    unit: freeText(1, 40),
    baseline: amount,
    target: amount,
    source: freeText(3, 300),
    direction: z.enum(INDICATOR_DIRECTIONS),
  })
  .meta({ id: 'IndicatorInput' });
export type IndicatorRequest = z.infer<typeof indicatorRequest>;

/** PUT .../schedule: regular dates, or single ones. */
export const scheduleRequest = z
  .union([
    z.strictObject({
      firstOn: day,
      everyMonths: z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)]),
      endsOn: day,
    }),
    z.strictObject({ dates: z.array(day).min(1).max(MAX_DUE_DATES) }),
  ])
  .meta({ id: 'ScheduleInput' });
export type ScheduleRequest = z.infer<typeof scheduleRequest>;

/** POST .../due-dates/{dueDate}/waiver. */
export const waiverRequest = z
  .strictObject({ reason: freeText(10, 500) })
  .meta({ id: 'WaiverInput' });

export const commitmentWritten = z
  .object({ id: recordId, state: z.enum(COMMITMENT_STATES), etag })
  .meta({ id: 'CommitmentWritten' });
export type CommitmentWritten = z.infer<typeof commitmentWritten>;

/** One line of a list of commitments. */
export const commitmentLine = z.object({
  id: recordId,
  forum: recordId,
  actor: recordId,
  state: stateCode.nullable(),
  title: z.object({ language, body: z.string(), status: z.enum(TEXT_STATUSES) }),
  provisions: z.array(z.string()).describe('Numbers, such as F1'),
  status: followUpStatus,
  dueOn: day.nullable(),
  nextDueOn: day.nullable().describe('The earliest date for which no report came'),
  lastReportOn: day.nullable(),
  classification: z.enum(CLASSIFICATIONS),
});
export type CommitmentLine = z.infer<typeof commitmentLine>;

/** GET /api/v1/commitments */
export const commitmentsQuery = z.strictObject({
  provision: recordId.optional(),
  instrument: z.string().max(40).optional(),
  forum: z.string().max(40).optional(),
  state: stateCode.optional(),
  status: followUpStatus.optional(),
  after: cursor.optional(),
});
export type CommitmentsQuery = z.infer<typeof commitmentsQuery>;

export const commitmentsResponse = z
  .object({ commitments: z.array(commitmentLine).max(50), next: cursor.nullable() })
  .meta({ id: 'Commitments' });
export type CommitmentsResponse = z.infer<typeof commitmentsResponse>;

export const dueDateAnswer = z.object({
  id: recordId,
  dueOn: day,
  final: z.boolean(),
  status: z.enum(DUE_DATE_STATUSES),
  reportedOn: day.nullable(),
  waiveReason: z.string().nullable(),
});

/** GET /api/v1/commitments/{id} */
export const commitmentResponse = z
  .object({
    id: recordId,
    etag,
    forum: recordId,
    actor: recordId,
    stateCode: stateCode.nullable(),
    secretariat: recordId,
    state: z.enum(COMMITMENT_STATES),
    status: followUpStatus.nullable().describe('Null: superseded'),
    missing: z.array(z.enum(GATE_PARTS)).describe('What an aspiration lacks'),
    classification: z.enum(CLASSIFICATIONS),
    texts: z.array(
      z.object({
        language,
        status: z.enum(TEXT_STATUSES),
        title: z.string(),
        deliverable: z.string().nullable(),
        verification: z.string().nullable(),
      }),
    ),
    dueOn: day.nullable(),
    deliveredOn: day.nullable(),
    dropReason: z.string().nullable(),
    supersededBy: recordId.nullable(),
    today: day.describe('In the time zone of the actor'),
    provisions: z.array(provisionSummary.extend({ symbol: z.string(), adoptedOn: day.nullable() })),
    partners: z.array(z.object({ organization: recordId, part: z.string() })),
    organizations: z
      .array(z.object({ id: recordId, names }))
      .describe(
        'Those named here: the directory is for signed-in readers, public commitments are not',
      ),
    progress: z
      .object({ percent: z.int(), source: z.enum(['actions', 'indicators', 'report']) })
      .nullable(),
    actions: z.array(
      z.object({
        id: recordId,
        title: z.string(),
        owner: recordId,
        from: day.nullable(),
        until: day.nullable(),
        weight: z.int(),
        state: z.enum(ACTION_STATES),
        dropReason: z.string().nullable(),
      }),
    ),
    indicators: z.array(
      z.object({
        id: recordId,
        definition: z.string(),
        unit: z.string(),
        baseline: z.number(),
        target: z.number(),
        source: z.string(),
        direction: z.enum(INDICATOR_DIRECTIONS),
        percent: z.int(),
        values: z.array(z.object({ on: day, value: z.number() })),
      }),
    ),
    schedule: scheduleRequest.nullable(),
    dueDates: z.array(dueDateAnswer),
    reminders: z
      .array(
        z.object({
          on: day,
          step: z.int().nullable().describe('Days from the due date; null: asked for by hand'),
          role: z.enum(REMINDER_ROLES),
          state: z.enum(REMINDER_STATES),
          dueDate: recordId,
        }),
      )
      .describe('For the parties alone'),
    snoozes: z
      .array(z.object({ on: day, dueDate: recordId, untilOn: day, reason: z.string() }))
      .describe('For the parties alone'),
    offers: z
      .array(
        z.enum([
          'change',
          'accept',
          'start',
          'complete',
          'drop',
          'supersede',
          'schedule',
          'waive',
          'report',
          'rate',
          'remind',
          'snooze',
        ]),
      )
      .describe('What this reader may do now'),
  })
  .meta({ id: 'Commitment' });
export type CommitmentResponse = z.infer<typeof commitmentResponse>;

export const commitmentEventsQuery = z.strictObject({ after: cursor.optional() });

/** GET /api/v1/commitments/{id}/events: everything that happened, newest first. */
export const commitmentEventsResponse = z
  .object({
    events: z.array(
      z.object({
        kind: z.enum(COMMITMENT_EVENTS),
        at: instant,
        organization: recordId,
        facts: z.record(z.string(), z.unknown()).describe('Differences: field -> [before, after]'),
      }),
    ),
    next: cursor.nullable(),
  })
  .meta({ id: 'CommitmentEvents' });
export type CommitmentEventsResponse = z.infer<typeof commitmentEventsResponse>;
