import * as z from 'zod';
import {
  CLASSIFICATIONS,
  COST_BANDS,
  EVIDENCE_STRENGTHS,
  MAX_FINDINGS,
  MAX_PRACTICE_FILES,
  MAX_STEPS,
  PRACTICE_EVENTS,
  PRACTICE_GUIDE,
  PRACTICE_STATES,
  PRACTICE_STATUSES,
  PROVISION_THEMES,
  TEXT_STATUSES,
  type GuidedField,
} from '@enlace/domain';
import { shownFile } from '../files.js';
import {
  cursor,
  day,
  etag,
  freeText,
  instant,
  language,
  month,
  recordId,
  stateCode,
} from '../primitives.js';

/** A text of the guided form: it may be empty while it is being written. */
const guided = (field: GuidedField) => freeText(0, PRACTICE_GUIDE[field].limit);

/** What a practice says, in one language. */
export const practiceWords = z.strictObject({
  title: guided('title'),
  summary: guided('summary'),
  problem: guided('problem'),
  legalBasis: guided('legalBasis'),
  whoDoesWhat: guided('whoDoesWhat'),
  steps: z
    .array(z.strictObject({ title: guided('stepTitle'), body: guided('stepBody') }))
    .max(MAX_STEPS),
  resources: guided('resources'),
  findings: z
    .array(
      z.strictObject({
        figure: guided('findingFigure'),
        what: guided('findingWhat'),
        source: guided('findingSource'),
      }),
    )
    .max(MAX_FINDINGS)
    .describe('Evidence of result, such as "4 days to same day"'),
  conditions: guided('conditions').describe('Conditions for transfer'),
  didNotWork: guided('didNotWork'),
});
export type PracticeWords = z.infer<typeof practiceWords>;

/** Who reads a practice once it is published, beside its own organization. */
export const practiceAudience = z.strictObject({
  classification: z.enum(CLASSIFICATIONS),
  forums: z.array(recordId).max(10).describe('Whose members read a restricted practice'),
  organizations: z
    .array(recordId)
    .max(50)
    .describe('Who reads a restricted or confidential practice'),
  withheldFrom: z
    .array(stateCode)
    .max(35)
    .describe('States none of whose organizations read it; below public only'),
});
export type PracticeAudience = z.infer<typeof practiceAudience>;

/** What readers filter by and reckon with. */
const practiceFacts = z.strictObject({
  themes: z.array(z.enum(PROVISION_THEMES)).max(5),
  states: z.array(stateCode).max(35).describe('Where it is applied'),
  provisions: z.array(recordId).max(10).describe('Which it helps with'),
  runningSince: month.nullable(),
  people: z.int().min(1).max(9999).nullable().describe('Persons it takes'),
  setUpMonths: z.int().min(0).max(120).nullable(),
  costBand: z.enum(COST_BANDS).nullable(),
  evidenceStrength: z.enum(EVIDENCE_STRENGTHS).nullable(),
  files: z
    .array(z.strictObject({ id: recordId, title: freeText(3, 200) }))
    .max(MAX_PRACTICE_FILES)
    .describe('Evidence that was uploaded for this practice, with what each is'),
});

/** POST /api/v1/practices, with Idempotency-Key: begins a draft in the language of its author. */
export const beginPracticeRequest = z
  .strictObject({ language, title: freeText(3, PRACTICE_GUIDE.title.limit) })
  .meta({ id: 'BeginPractice' });
export type BeginPracticeRequest = z.infer<typeof beginPracticeRequest>;

/** PUT /api/v1/practices/{id}/draft with If-Match: the whole draft, which may be incomplete. */
export const practiceDraft = z
  .strictObject({ text: practiceWords, facts: practiceFacts, audience: practiceAudience })
  .meta({ id: 'PracticeDraft' });
export type PracticeDraft = z.infer<typeof practiceDraft>;

/** PUT /api/v1/practices/{id}/translations/{language} with If-Match: `machine` until a person confirms it. */
export const practiceTranslation = z
  .strictObject({
    version: z.int().min(1),
    status: z.enum(['human', 'machine']),
    text: practiceWords,
  })
  .meta({ id: 'PracticeTranslation' });
export type PracticeTranslation = z.infer<typeof practiceTranslation>;

/** POST /api/v1/practices/{id}/withdrawal with If-Match. */
export const withdrawPracticeRequest = z
  .strictObject({ reason: freeText(10, 1000) })
  .meta({ id: 'WithdrawPractice' });

export const practiceWritten = z
  .object({ id: recordId, version: z.int(), state: z.enum(PRACTICE_STATES), etag })
  .meta({ id: 'PracticeWritten' });
export type PracticeWritten = z.infer<typeof practiceWritten>;

/** GET /api/v1/practices/{id}?version= */
export const practiceQuery = z.strictObject({
  version: z.coerce.number().int().min(1).max(9999).optional(),
});

/** One version of a practice with all its texts, as its reader may have it. */
export const practiceResponse = z
  .object({
    id: recordId,
    etag,
    organization: recordId,
    organizationName: z.string(),
    version: z.int(),
    state: z.enum(PRACTICE_STATES),
    status: z.enum(PRACTICE_STATUSES),
    texts: z.array(
      practiceWords.extend({ language, status: z.enum(TEXT_STATUSES) }).describe('Original first'),
    ),
    facts: practiceFacts.omit({ provisions: true, files: true }).extend({
      files: z.array(shownFile.extend({ title: z.string() })),
      provisions: z.array(
        z.object({ id: recordId, number: z.string(), symbol: z.string(), title: z.string() }),
      ),
    }),
    audience: practiceAudience.nullable().describe('For its own organization'),
    classification: z.enum(CLASSIFICATIONS),
    publishedOn: day.nullable(),
    confirmedOn: day.nullable(),
    expiresOn: day.nullable(),
    decisionDueOn: day.nullable().describe('While it is in review'),
    returnReason: z.string().nullable().describe('For its own organization'),
    withdrawReason: z.string().nullable(),
    versions: z
      .array(z.object({ version: z.int(), state: z.enum(PRACTICE_STATES), at: instant }))
      .describe('Those this reader may open, newest first'),
    offers: z
      .array(
        z.enum([
          'edit',
          'submit',
          'translate',
          'revise',
          'reconfirm',
          'withdraw',
          'share',
          'adopt',
          'ask',
        ]),
      )
      .describe('What this reader may do now'),
  })
  .meta({ id: 'Practice' });
export type PracticeResponse = z.infer<typeof practiceResponse>;

/** GET /api/v1/practices/{id}/events: everything that happened, newest first. */
export const practiceEventsResponse = z
  .object({
    events: z
      .array(
        z.object({
          kind: z.enum(PRACTICE_EVENTS),
          at: instant,
          organizationName: z.string().describe('Who did it'),
          version: z.int().nullable(),
          language: language.nullable().describe('Of a translation'),
          reason: z.string().nullable().describe('Of a withdrawal'),
        }),
      )
      .max(50),
    next: cursor.nullable(),
  })
  .meta({ id: 'PracticeEvents' });
export type PracticeEventsResponse = z.infer<typeof practiceEventsResponse>;
