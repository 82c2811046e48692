/** Closed lists of an arrival report's header and breakdowns (source: the product's arrivals page). */

/** What one count counts; figures of different units are never added. */
export const UNITS = ['persons', 'events', 'cases'] as const;
export type Unit = (typeof UNITS)[number];

/** What was observed; figures of different observations are never added. */
export const OBSERVATIONS = [
  'entry',
  'exit',
  'transit',
  'encounter',
  'reception',
  'removal-arrival',
  'return-departure',
] as const;
export type Observation = (typeof OBSERVATIONS)[number];

export const DIRECTIONS = [
  'northbound',
  'southbound',
  'eastbound',
  'westbound',
  'not-recorded',
] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const SOURCE_KINDS = ['register', 'survey', 'estimate', 'partner'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const COVERAGES = ['full', 'partial', 'sample'] as const;
export type Coverage = (typeof COVERAGES)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const FINALITIES = ['provisional', 'final'] as const;
export type Finality = (typeof FINALITIES)[number];

/** Length of a report's period; `year` only for published history. */
export const PERIOD_LENGTHS = ['month', 'year'] as const;
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

export const SEXES = ['female', 'male', 'not-recorded'] as const;
export type Sex = (typeof SEXES)[number];

/** The detailed bands; `0-17` and `18+` serve sources with less detail, never beside the bands they contain in one row. */
export const AGE_BANDS = [
  '0-4',
  '5-11',
  '12-17',
  '18-59',
  '60+',
  '0-17',
  '18+',
  'unknown',
] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Overlapping indicators: each at most the report's total, never added up. */
export const INDICATORS = [
  'asylum-intended',
  'asylum-claimed',
  'trafficking',
  'smuggling',
  'unaccompanied-child',
  'separated-child',
  'pregnant',
  'serious-medical-need',
  'disability',
  'gender-based-violence-survivor',
  'detained',
  'stranded-over-30-days',
  'dead-or-missing',
] as const;
export type Indicator = (typeof INDICATORS)[number];

export const CROSSING_POINT_KINDS = [
  'land',
  'river',
  'sea',
  'air',
  'reception-centre',
  'whole-border',
] as const;
export type CrossingPointKind = (typeof CROSSING_POINT_KINDS)[number];
