import * as z from 'zod';
import {
  AGE_BANDS,
  CLASSIFICATIONS,
  CONFIDENCES,
  COVERAGES,
  DETAILS,
  DIRECTIONS,
  FINALITIES,
  INDICATORS,
  OBSERVATIONS,
  PERIOD_LENGTHS,
  SEXES,
  SOURCE_KINDS,
  UNITS,
} from '@enlace/domain';
import { figure, shareBand } from '../figures.js';
import {
  count,
  cursor,
  etag,
  freeText,
  instant,
  month,
  period,
  recordId,
  stateCode,
} from '../primitives.js';

/** States of a version (the state machine is in `@enlace/domain`). */
export const VERSION_STATES = [
  'draft',
  'submitted',
  'returned',
  'cleared',
  'superseded',
  'retracted',
] as const;

/** What every reader of a report gets of its header. */
const protectedHeader = {
  id: recordId,
  state: stateCode,
  organization: recordId,
  crossingPoint: recordId,
  period,
  periodLength: z.enum(PERIOD_LENGTHS),
  unit: z.enum(UNITS),
  observation: z.enum(OBSERVATIONS),
  sourceKind: z.enum(SOURCE_KINDS),
  coverage: z.enum(COVERAGES),
  finality: z.enum(FINALITIES),
  nil: z.boolean(),
  definitionVersion: z.string(),
  version: z.int(),
  versionState: z.enum(VERSION_STATES),
  clearedAt: instant.nullable(),
  detail: z.enum(DETAILS),
  withoutNationalsOf: stateCode
    .nullable()
    .describe('Set where the origin-State firewall removed parts'),
};

const breakdowns = {
  counts: z.array(z.object({ nationality: z.string(), figure })),
  total: figure,
};

const protectedReport = z.object({
  ...protectedHeader,
  ...breakdowns,
  detail: z.literal('protected'),
  retractReason: z.string().nullable().describe('Why it was retracted; its figures are gone'),
  shares: z
    .array(z.object({ table: z.enum(['sex-age', 'indicator']), key: z.string(), band: shareBand }))
    .describe('Shares of the report total; key is `female|0-4` or an indicator code'),
});

const exactReport = z.object({
  ...protectedHeader,
  ...breakdowns,
  detail: z.literal('exact'),
  classification: z.enum(CLASSIFICATIONS),
  direction: z.enum(DIRECTIONS),
  coveragePercent: z.int().nullable(),
  sampleSize: z.int().nullable(),
  method: z.string().nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
  registerTotal: count.nullable(),
  note: z.string().nullable(),
  cells: z.array(
    z.object({
      nationality: z.string(),
      sex: z.enum(SEXES),
      ageBand: z.enum(AGE_BANDS),
      value: count,
    }),
  ),
  indicators: z.array(
    z.object({ indicator: z.enum(INDICATORS), nationality: z.string().nullable(), value: count }),
  ),
  acts: z
    .array(z.enum(['edit', 'discard', 'send', 'clear', 'return', 'reopen', 'retract', 'share']))
    .describe('What the actor may do with the report now'),
  returnReason: z.string().nullable(),
  reopenReason: z.string().nullable(),
  retractReason: z.string().nullable(),
  author: z.boolean().describe('Whether the actor changed a value of this version'),
});

/** GET /api/v1/arrivals/reports/{id}: the version the actor works on or may read, in their best detail. */
export const reportResponse = z
  .discriminatedUnion('detail', [exactReport, protectedReport])
  .meta({ id: 'Report' });
export type ReportResponse = z.infer<typeof reportResponse>;

/** Query of GET /api/v1/arrivals/reports/{id}. */
export const reportQuery = z.strictObject({
  version: z.coerce.number().int().min(1).max(100_000).optional(),
});
export type ReportQuery = z.infer<typeof reportQuery>;

/** One line of a list of reports. */
export const reportSummary = z
  .object({
    ...protectedHeader,
    total: figure,
    classification: z.enum(CLASSIFICATIONS).nullable(),
    updatedAt: instant.nullable(),
  })
  .meta({ id: 'ReportSummary' });
export type ReportSummary = z.infer<typeof reportSummary>;

/** Filters of GET /api/v1/arrivals/reports. */
export const reportListQuery = z.strictObject({
  state: stateCode.optional(),
  crossingPoint: recordId.optional(),
  from: month.optional(),
  to: month.optional(),
  versionState: z.enum(VERSION_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor.optional(),
});
export type ReportListQuery = z.infer<typeof reportListQuery>;

/** A page of reports the actor may see, newest period first. */
export const reportListResponse = z
  .object({ reports: z.array(reportSummary), next: cursor.nullable() })
  .meta({ id: 'ReportList' });

/** GET .../versions: the versions the actor may read, newest first. */
export const versionListResponse = z
  .object({
    versions: z.array(
      z.object({
        version: z.int(),
        versionState: z.enum(VERSION_STATES),
        finality: z.enum(FINALITIES),
        clearedAt: instant.nullable(),
        submittedAt: instant.nullable(),
        total: figure,
        reason: z
          .string()
          .nullable()
          .describe('Why returned, reopened or retracted; null for readers outside the State'),
      }),
    ),
  })
  .meta({ id: 'VersionList' });

/** Answer to a write on a report: where it stands and the version to name in the next `If-Match`. */
export const reportWritten = z
  .object({ id: recordId, version: z.int(), versionState: z.enum(VERSION_STATES), etag })
  .meta({ id: 'ReportWritten' });
export type ReportWritten = z.infer<typeof reportWritten>;

/** POST .../submission: sends the draft; each warning rule needs one comment. */
export const sendReportRequest = z
  .strictObject({
    confirmations: z
      .array(z.strictObject({ rule: z.string().max(80), comment: freeText(1, 500) }))
      .max(40),
  })
  .meta({ id: 'SendReport' });
export type SendReportRequest = z.infer<typeof sendReportRequest>;

/** POST .../return, .../reopening, .../retraction. */
export const reasonRequest = z.strictObject({ reason: freeText(3, 1000) }).meta({ id: 'Reason' });

/** POST /api/v1/arrivals/clearances: clears many submitted reports, all or nothing. */
export const clearManyRequest = z
  .strictObject({ reports: z.array(recordId).min(1).max(5000) })
  .meta({ id: 'ClearMany' });
export const clearManyResponse = z.object({ cleared: z.int() }).meta({ id: 'ClearedMany' });

/** POST .../checks: the refusals and warnings of a draft as it would be sent now. */
export const checksResponse = z
  .object({
    refusals: z.array(
      z.object({
        rule: z.string(),
        pointer: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
    warnings: z.array(
      z.object({
        rule: z.string(),
        pointer: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
  })
  .meta({ id: 'Checks' });
export type ChecksResponse = z.infer<typeof checksResponse>;
