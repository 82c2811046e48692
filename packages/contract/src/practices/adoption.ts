import * as z from 'zod';
import { ADOPTION_RESULTS, ADOPTION_STATES, ADOPTION_USES } from '@enlace/domain';
import {
  cursor,
  day,
  etag,
  freeText,
  instant,
  language,
  recordId,
  stateCode,
} from '../primitives.js';

/** POST /api/v1/practices/{id}/adoptions, with Idempotency-Key. */
export const adoptRequest = z
  .strictObject({
    adopter: recordId.describe(
      'Another than the acting organization: only declared until it confirms',
    ),
    language,
    adaptation: freeText(3, 1000).describe('What was changed'),
    startedOn: day,
    contact: freeText(0, 160).describe('An office, never a person'),
    use: z.enum(ADOPTION_USES),
  })
  .meta({ id: 'Adopt' });
export type AdoptRequest = z.infer<typeof adoptRequest>;

/** PUT /api/v1/adoptions/{id} with If-Match: by the adopter alone. */
export const changeAdoptionRequest = adoptRequest
  .omit({ adopter: true })
  .meta({ id: 'ChangeAdoption' });
export type ChangeAdoptionRequest = z.infer<typeof changeAdoptionRequest>;

/** POST /api/v1/adoptions/{id}/result with If-Match: what came of it, also where it did not work. */
export const adoptionResultRequest = z
  .strictObject({ result: z.enum(ADOPTION_RESULTS), why: freeText(10, 1000), language })
  .meta({ id: 'AdoptionResultInput' });
export type AdoptionResultRequest = z.infer<typeof adoptionResultRequest>;

export const adoptionAnswer = z
  .object({
    id: recordId,
    etag,
    organization: recordId,
    organizationName: z.string(),
    stateCode: stateCode.nullable(),
    state: z.enum(ADOPTION_STATES),
    use: z.enum(ADOPTION_USES),
    language,
    adaptation: z.string(),
    startedOn: day,
    contact: z.string(),
    resultDueOn: day,
    result: z.enum(ADOPTION_RESULTS).nullable(),
    why: z.string().nullable(),
    offers: z.array(z.enum(['confirm', 'change', 'report-result'])),
  })
  .meta({ id: 'Adoption' });
export type AdoptionAnswer = z.infer<typeof adoptionAnswer>;

export const pageQuery = z.strictObject({ after: cursor.optional() });

/** GET /api/v1/practices/{id}/adoptions: the ledger, earliest first. */
export const adoptionsResponse = z
  .object({
    adoptions: z.array(adoptionAnswer).max(50),
    uses: z
      .array(z.object({ use: z.enum(ADOPTION_USES), count: z.int() }))
      .describe('Of all that this reader sees'),
    next: cursor.nullable(),
  })
  .meta({ id: 'Adoptions' });
export type AdoptionsResponse = z.infer<typeof adoptionsResponse>;

/** POST /api/v1/practices/{id}/questions, with Idempotency-Key. */
export const askRequest = z
  .strictObject({ language, body: freeText(10, 1000) })
  .meta({ id: 'AskQuestion' });
export type AskRequest = z.infer<typeof askRequest>;

/** POST /api/v1/questions/{id}/answer with If-Match: by the practice's owner. */
export const answerQuestionRequest = z
  .strictObject({ language, body: freeText(3, 2000) })
  .meta({ id: 'AnswerQuestion' });
export type AnswerQuestionRequest = z.infer<typeof answerQuestionRequest>;

export const questionAnswer = z
  .object({
    id: recordId,
    etag,
    organization: recordId,
    organizationName: z.string(),
    language,
    body: z.string(),
    askedAt: instant,
    answer: z.object({ language, body: z.string(), at: instant }).nullable(),
    offers: z.array(z.enum(['answer'])),
  })
  .meta({ id: 'Question' });
export type QuestionAnswer = z.infer<typeof questionAnswer>;

/** GET /api/v1/practices/{id}/questions: newest first. */
export const questionsResponse = z
  .object({ questions: z.array(questionAnswer).max(50), next: cursor.nullable() })
  .meta({ id: 'Questions' });
export type QuestionsResponse = z.infer<typeof questionsResponse>;
