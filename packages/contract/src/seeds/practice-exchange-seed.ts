import * as z from 'zod';
import {
  ADOPTION_RESULTS,
  ADOPTION_USES,
  LANGUAGES,
  REVIEW_CRITERIA,
  REVIEW_GRADES,
  REVIEW_PROPOSALS,
} from '@enlace/domain';
import { freeText } from '../primitives.js';

const alias = z.string().min(1);
const language = z.enum(LANGUAGES);
const daysAgo = z.int().min(0).max(3000);

const adoption = z.strictObject({
  practice: z.string().describe('By its key'),
  organization: alias,
  declaredBy: alias.nullable().describe('Who said it of them; null: they themselves'),
  confirmed: z.boolean(),
  use: z.enum(ADOPTION_USES),
  language,
  adaptation: freeText(3, 1000),
  startedDays: daysAgo,
  contact: freeText(0, 160),
  result: z
    .strictObject({ is: z.enum(ADOPTION_RESULTS), why: freeText(10, 1000), days: daysAgo })
    .nullable(),
});

const question = z.strictObject({
  practice: z.string(),
  organization: alias,
  language,
  body: freeText(10, 1000),
  days: daysAgo,
  answer: z.strictObject({ language, body: freeText(3, 2000), days: daysAgo }).nullable(),
});

const review = z.strictObject({
  practice: z.string(),
  person: z.string().describe('By user name'),
  organization: alias,
  done: z
    .strictObject({
      scores: z.record(z.enum(REVIEW_CRITERIA), z.enum(REVIEW_GRADES)),
      proposal: z.enum(REVIEW_PROPOSALS),
      language,
      comment: freeText(10, 2000),
    })
    .nullable(),
});

/** `seeds/demo/practice-exchange.json`: what others made of the sample practices; samples too. */
export const practiceExchangeSeed = z.strictObject({
  adoptions: z.array(adoption),
  questions: z.array(question),
  reviews: z.array(review),
});
export type PracticeExchangeSeed = z.infer<typeof practiceExchangeSeed>;
