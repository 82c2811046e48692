import * as z from 'zod';
import {
  COST_BANDS,
  LANGUAGES,
  ORGANIZATION_KINDS,
  PRACTICE_STATUSES,
  PROVISION_THEMES,
  TEXT_STATUSES,
} from '@enlace/domain';
import { cursor, day, language, recordId, stateCode } from '../primitives.js';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** GET /api/v1/practices: the library, by relevance where something is searched for, else newest first. */
export const libraryQuery = z.strictObject({
  q: z.string().trim().min(1).max(200).optional(),
  theme: z.enum(PROVISION_THEMES).optional(),
  state: stateCode.optional(),
  forum: z.string().max(40).optional(),
  kind: z.enum(ORGANIZATION_KINDS).optional(),
  language: z.enum(LANGUAGES).optional(),
  costBand: z.enum(COST_BANDS).optional(),
  evidence: flag.optional(),
  adopted: flag.optional(),
  provision: recordId.optional(),
  mine: flag.optional().describe('Those of the acting organization, drafts included'),
  after: cursor.optional(),
});
export type LibraryQuery = z.infer<typeof libraryQuery>;

export const practiceLine = z.object({
  id: recordId,
  title: z.object({ language, body: z.string(), status: z.enum(TEXT_STATUSES) }),
  summary: z.string().describe('In the language of the title'),
  organization: recordId,
  organizationName: z.string(),
  states: z.array(stateCode),
  themes: z.array(z.enum(PROVISION_THEMES)),
  costBand: z.enum(COST_BANDS).nullable(),
  hasEvidence: z.boolean(),
  adoptions: z.int().describe('Confirmed ones'),
  status: z.enum(PRACTICE_STATUSES),
  publishedOn: day.nullable(),
});
export type PracticeLine = z.infer<typeof practiceLine>;

const facet = z.array(z.object({ value: z.string(), count: z.int() }));

export const libraryResponse = z
  .object({
    practices: z.array(practiceLine).max(25),
    total: z.int().describe('Of what this reader may see and asked for'),
    facets: z
      .object({
        theme: facet,
        state: facet,
        forum: facet,
        kind: facet,
        language: facet,
        costBand: facet,
        evidence: facet,
        adopted: facet,
      })
      .describe('Each counted with all filters but its own'),
    next: cursor.nullable(),
  })
  .meta({ id: 'PracticeLibrary' });
export type LibraryResponse = z.infer<typeof libraryResponse>;
