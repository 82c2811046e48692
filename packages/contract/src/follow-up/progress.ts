import * as z from 'zod';
import { EVIDENCE_KINDS, PROGRESS_REPORT_STATES } from '@enlace/domain';
import { shownFile } from '../files.js';
import { day, etag, freeText, instant, language, recordId } from '../primitives.js';

/** POST /api/v1/commitments/{id}/reports: begins the report of a due date, or finds it. */
export const beginReportRequest = z
  .strictObject({ dueDate: recordId })
  .meta({ id: 'BeginProgressReport' });

const values = z
  .array(z.strictObject({ indicator: recordId, value: z.number().min(-1e12).max(1e12) }))
  .max(20);

/** PUT /api/v1/progress-reports/{id}/draft with If-Match: a draft may be incomplete. */
export const progressDraft = z
  .strictObject({
    language,
    body: freeText(0, 4000),
    percent: z.int().min(0).max(100).nullable(),
    values,
  })
  .meta({ id: 'ProgressDraft' });
export type ProgressDraft = z.infer<typeof progressDraft>;

/** POST /api/v1/progress-reports/{id}/evidence: a link, or a file that was uploaded for the commitment. */
export const evidenceRequest = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('link'),
      title: freeText(3, 200),
      url: z.url({ protocol: /^https?$/ }).max(1000),
    }),
    z.strictObject({ kind: z.literal('file'), title: freeText(3, 200), file: recordId }),
  ])
  .meta({ id: 'EvidenceInput' });
export type EvidenceRequest = z.infer<typeof evidenceRequest>;

/** POST /api/v1/progress-reports/{id}/return, with If-Match like .../submission, .../acceptance and .../publication. */
export const returnProgressRequest = z
  .strictObject({ reason: freeText(10, 1000) })
  .meta({ id: 'ReturnProgressReport' });

export const evidenceAnswer = z.object({
  id: recordId,
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string(),
  url: z.string().nullable(),
  file: shownFile.nullable(),
  addedAt: instant,
});

export const progressReportAnswer = z
  .object({
    id: recordId,
    etag,
    commitment: recordId,
    dueDate: recordId,
    dueOn: day,
    organization: recordId,
    state: z.enum(PROGRESS_REPORT_STATES),
    version: z.int(),
    language,
    body: z.string(),
    percent: z.int().nullable(),
    values: z.array(z.object({ indicator: recordId, value: z.number() })),
    evidence: z.array(evidenceAnswer),
    submittedAt: instant.nullable(),
    acceptedAt: instant.nullable(),
    publishedAt: instant.nullable(),
    returnReason: z.string().nullable(),
    versions: z.array(
      z.object({
        version: z.int(),
        language,
        body: z.string(),
        percent: z.int().nullable(),
        submittedAt: instant,
        outcome: z.enum(['returned', 'accepted']).nullable(),
        reason: z.string().nullable(),
      }),
    ),
    offers: z.array(z.enum(['edit', 'submit', 'return', 'accept', 'publish'])),
  })
  .meta({ id: 'ProgressReport' });
export type ProgressReportAnswer = z.infer<typeof progressReportAnswer>;

/** GET /api/v1/commitments/{id}/reports: newest due date first. */
export const progressReportsResponse = z
  .object({ reports: z.array(progressReportAnswer) })
  .meta({ id: 'ProgressReports' });
