import * as z from 'zod';
import {
  AGE_BANDS,
  CODE_COLUMNS,
  isNationality,
  MAX_CODE_LENGTH,
  OBSERVATIONS,
  SEXES,
  SOURCE_KINDS,
  TOTAL,
  UNITS,
} from '@enlace/domain';
import { freeText, instant, recordId } from '../primitives.js';

/** Which column of the file holds what; a column is named by its heading. */
const columns = z.strictObject({
  period: z.string().max(200),
  nationality: z.string().max(200),
  count: z.string().max(200),
  sex: z.string().max(200).nullable(),
  ageBand: z.string().max(200).nullable(),
});

const sourceCode = z.string().min(1).max(MAX_CODE_LENGTH);

const mappedNationality = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isNationality)
  .or(z.literal(TOTAL));

/** How the file is to be read. A code that is neither known nor mapped here faults its rows. */
export const importSettings = z
  .strictObject({
    crossingPoint: recordId,
    unit: z.enum(UNITS),
    observation: z.enum(OBSERVATIONS),
    sourceKind: z.enum(SOURCE_KINDS),
    columns,
    yearlyPeriods: z
      .array(z.string().regex(/^\d{4}$/))
      .max(200)
      .describe('Years whose rows, dated January, are totals of the year'),
    nationalities: z
      .record(sourceCode, mappedNationality)
      .describe('What codes of the source stand for; TOTAL: the row adds up others'),
    sexes: z.record(sourceCode, z.enum([...SEXES, TOTAL])),
    ageBands: z.record(sourceCode, z.enum([...AGE_BANDS, TOTAL])),
    finality: z.enum(['provisional', 'final']).default('final'),
    confirmations: z
      .array(z.strictObject({ rule: z.string().max(80), comment: freeText(1, 500) }))
      .max(40),
  })
  .meta({ id: 'ImportSettings' });
export type ImportSettings = z.infer<typeof importSettings>;

/** POST /api/v1/arrivals/imports/dry-run and /imports: the file's text with its settings; null: guess them. */
export const importRequest = z
  .strictObject({
    fileName: z.string().max(200),
    text: z.string().max(16_000_000),
    settings: importSettings.nullable(),
  })
  .meta({ id: 'ImportInput' });
export type ImportRequest = z.infer<typeof importRequest>;

/** A cell that cannot be read: row as in the file (heading is row 1), column heading, the rule it breaks. */
export const importFault = z.object({
  row: z.int(),
  column: z.string(),
  value: z.string(),
  rule: z.string(),
});

/** What an import would do, before anything is written. */
export const importDryRun = z
  .object({
    headings: z.array(z.string()),
    settings: importSettings,
    rows: z.int(),
    faults: z.array(importFault).describe('The first 1,000'),
    faultCount: z.int(),
    unknownCodes: z.array(
      z.object({
        column: z.enum(CODE_COLUMNS),
        code: z.string(),
        rows: z.int(),
        suggested: z.string().nullable(),
        remembered: z.boolean(),
      }),
    ),
    mergedCodes: z.array(
      z.object({ nationality: z.string(), codes: z.array(z.string()), rows: z.int() }),
    ),
    warnings: z.array(
      z.object({
        rule: z.string(),
        rows: z.int(),
        detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
    periods: z.array(
      z.object({ period: z.string(), rows: z.int(), total: z.int(), exists: z.boolean() }),
    ),
    yearlyRows: z.int(),
    ownNationalityRows: z.int(),
    ready: z.boolean(),
  })
  .meta({ id: 'ImportDryRun' });
export type ImportDryRun = z.infer<typeof importDryRun>;

/** GET /api/v1/arrivals/imports/{id}. */
export const importStatus = z
  .object({
    id: recordId,
    state: z.enum(['waiting', 'running', 'done', 'refused', 'cancelled', 'failed']),
    fileName: z.string(),
    rows: z.int(),
    rowsDone: z.int(),
    reports: z.int(),
    createdAt: instant,
    faults: z.array(importFault).describe('The first 1,000'),
    faultCount: z.int(),
  })
  .meta({ id: 'ImportStatus' });
export type ImportStatus = z.infer<typeof importStatus>;
