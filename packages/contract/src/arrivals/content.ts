import * as z from 'zod';
import {
  AGE_BANDS,
  CONFIDENCES,
  COVERAGES,
  DIRECTIONS,
  FINALITIES,
  INDICATORS,
  OBSERVATIONS,
  SEXES,
  SOURCE_KINDS,
  UNITS,
} from '@enlace/domain';
import { count, freeText, period, recordId } from '../primitives.js';

const nationality = z.string().regex(/^[A-Z]{3}$/);

export const countInput = z.strictObject({ nationality, value: count });

/** One arrival cell: nationality x sex x age band. */
export const cellInput = z.strictObject({
  nationality,
  sex: z.enum(SEXES),
  ageBand: z.enum(AGE_BANDS),
  value: count,
});

/** One indicator; `nationality` null: of the whole report. */
export const indicatorInput = z.strictObject({
  indicator: z.enum(INDICATORS),
  nationality: nationality.nullable(),
  value: count,
});

/** What a report is about; together with the State it is the report's key. */
export const reportKey = {
  crossingPoint: recordId,
  period,
  unit: z.enum(UNITS),
  observation: z.enum(OBSERVATIONS),
  sourceKind: z.enum(SOURCE_KINDS),
};

/** The parts of a version that its author edits beside the figures. */
const editableHeader = {
  direction: z.enum(DIRECTIONS),
  coverage: z.enum(COVERAGES),
  coveragePercent: z.int().min(1).max(99).nullable(),
  sampleSize: z.int().min(1).max(9_999_999).nullable(),
  method: freeText(0, 200).nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
  finality: z.enum(FINALITIES),
  nil: z.boolean(),
  registerTotal: count.nullable(),
  note: z.string().max(2000).nullable(),
};

/** POST /api/v1/arrivals/reports: begins a report with an empty draft. */
export const createReportRequest = z.strictObject(reportKey).meta({ id: 'CreateReport' });
export type CreateReportRequest = z.infer<typeof createReportRequest>;

/**
 * PUT /api/v1/arrivals/reports/{id}/draft: the whole content of the draft, as autosave sends it.
 * A nationality with cells needs no entry in `counts`; one without a breakdown has only its count.
 */
export const draftContent = z
  .strictObject({
    ...editableHeader,
    counts: z.array(countInput).max(300),
    cells: z.array(cellInput).max(7500),
    indicators: z.array(indicatorInput).max(4000),
  })
  .meta({ id: 'DraftContent' });
export type DraftContent = z.infer<typeof draftContent>;
