import * as z from 'zod';
import {
  AGE_BANDS,
  CLASSIFICATIONS,
  DETAILS,
  DIRECTIONS,
  FORUM_ROLES,
  INDICATORS,
  OBSERVATIONS,
  ONWARD_RULES,
  SEXES,
  SOURCE_KINDS,
  UNITS,
} from '@enlace/domain';
import { names, stateCode } from '../primitives.js';
import { alias } from './participant-seeds.js';

const share = z.number().gt(0).max(1);
const addsUpToOne = (weights: readonly number[]): boolean =>
  Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-9;

const mix = z
  .record(z.string().regex(/^[A-Z]{3}$/), share)
  .refine((weights) => addsUpToOne(Object.values(weights)), 'The weights do not add up to 1');

const profile = z
  .array(
    z.strictObject({ sex: z.enum(SEXES), ageBand: z.enum(AGE_BANDS), weight: z.number().gt(0) }),
  )
  .refine((cells) => addsUpToOne(cells.map(({ weight }) => weight)), {
    error: 'The weights do not add up to 1',
  });

const shareSeed = z.intersection(
  z.object({
    detail: z.enum(DETAILS),
    purpose: z.string(),
    onward: z.enum(ONWARD_RULES),
  }),
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('states'),
      states: z.array(stateCode).min(1),
      withheldFrom: z.array(stateCode),
    }),
    z.object({
      kind: z.literal('organizations'),
      organizations: z.array(alias).min(1),
      withheldFrom: z.array(stateCode),
    }),
    z.object({
      kind: z.literal('sharing-group'),
      group: alias,
      withheldFrom: z.array(stateCode),
    }),
    z.object({
      kind: z.literal('forum'),
      forum: z.string(),
      roles: z.array(z.enum(FORUM_ROLES)).min(1),
      withheldFrom: z.array(stateCode),
    }),
    z.object({ kind: z.literal('community'), withheldFrom: z.array(stateCode) }),
    z.object({ kind: z.literal('public'), withheldFrom: z.array(stateCode).max(0) }),
  ]),
);
export type ShareSeed = z.infer<typeof shareSeed>;

const series = z.strictObject({
  crossingPoint: z.string(),
  organization: alias,
  author: z.string(),
  clearer: z.string(),
  unit: z.enum(UNITS),
  observation: z.enum(OBSERVATIONS),
  sourceKind: z.enum(SOURCE_KINDS),
  direction: z.enum(DIRECTIONS),
  volume: z.number().positive().describe('Arrivals in a month at level 1 of the curve'),
  curve: z.string(),
  seasonality: z.string(),
  mix: z.string(),
  profile: z.string(),
  indicators: z.string(),
  classification: z.enum(CLASSIFICATIONS),
  shares: z.array(shareSeed),
  breakdownFrom: z.int().min(1).describe('Nationalities below this have no cells by sex and age'),
  missing: z.array(z.int().min(1)).describe('Months without a report, counted back from the last'),
  newest: z.enum(['cleared', 'submitted', 'returned', 'draft', 'none']),
  returnReason: z.string().min(3).optional(),
});
export type SeriesSeed = z.infer<typeof series>;

/**
 * `seeds/demo/arrivals.json`: what the sample reports are generated from. Months end with the last
 * one that has ended when the demo is loaded; the same month and point always give the same figures.
 */
export const arrivalsSeed = z.strictObject({
  notice: names.strict().describe('Stands as the note of every sample report'),
  months: z.int().min(1).max(120),
  revisedEvery: z.int().min(2).describe('Every how many months a report has a second version'),
  mixes: z.record(z.string(), mix),
  profiles: z.record(z.string(), profile),
  indicatorSets: z.record(
    z.string(),
    z.array(z.strictObject({ indicator: z.enum(INDICATORS), share })),
  ),
  seasonality: z.record(z.string(), z.array(z.number().positive()).length(12)),
  curves: z.record(z.string(), z.array(z.number().min(0)).min(2)),
  purposes: z.record(z.string(), names.strict()),
  series: z.array(series),
});
export type ArrivalsSeed = z.infer<typeof arrivalsSeed>;
