import * as z from 'zod';
import { LANGUAGES } from '@enlace/domain';
import { practiceDraft } from '../practices/practice.js';
import { freeText, recordId, stateCode } from '../primitives.js';
import { alias } from './participant-seeds.js';

const { text, facts } = practiceDraft.shape;
const { themes, runningSince, people, setUpMonths, costBand, evidenceStrength } = facts.shape;
const { classification } = practiceDraft.shape.audience.shape;
const monthsAgo = z.int().max(0).nullable();

const practiceSeed = z.strictObject({
  id: recordId,
  key: z.string().describe('By which proofs name it'),
  organization: alias,
  language: z.enum(LANGUAGES).describe('Of the original'),
  state: z.enum(['draft', 'submitted', 'in-review', 'returned', 'published', 'withdrawn']),
  publishedMonths: monthsAgo,
  confirmedMonths: monthsAgo,
  reason: freeText(10, 400).nullable().describe('Why it was returned or withdrawn'),
  classification,
  forums: z.array(z.string()),
  organizations: z.array(alias),
  withheldFrom: z.array(stateCode),
  ...{ themes, runningSince, people, setUpMonths, costBand, evidenceStrength },
  states: z.array(stateCode).min(1),
  provisions: z.array(z.string().regex(/^[A-H]\d$/)).min(1),
  translations: z.enum(['human', 'machine']).describe('Who made them'),
  texts: z.partialRecord(z.enum(LANGUAGES), text),
});
export type PracticeSeed = z.infer<typeof practiceSeed>;

/** `seeds/demo/practices.json`: sample practices, each of which says that it is one. */
export const practicesSeed = z.strictObject({
  notice: z.strictObject({
    es: z.string(),
    en: z.string(),
    pt: z.string(),
    fr: z.string(),
  }),
  practices: z.array(practiceSeed),
});
