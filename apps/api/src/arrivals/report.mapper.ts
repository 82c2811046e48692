import type { ReportResponse } from '@enlace/contract';
import { exactFigure, sumFigures, tellFigure, type Figure } from '@enlace/domain';
import type { Actor } from '../access/index.js';
import type { VersionFigures } from './figures.js';
import { offeredActs } from './report-acts.js';
import type { ReportRow } from './report-row.js';

/** The twin of a version as read. */
export interface TwinFigures {
  readonly counts: ({ readonly nationality: string } & Figure)[];
  readonly shares: { table: string; key: string; band: { low: number; high: number } }[];
}

type ProtectedReport = Extract<ReportResponse, { detail: 'protected' }>;
type ExactReport = Extract<ReportResponse, { detail: 'exact' }>;

/** What every reader gets of the header. */
const headerOf = (row: ReportRow, detail: 'exact' | 'protected', without: string | null) => ({
  id: row.id,
  state: row.state,
  organization: row.organization,
  crossingPoint: row.crossingPoint,
  period: row.period,
  periodLength: row.periodLength,
  unit: row.unit,
  observation: row.observation,
  sourceKind: row.sourceKind,
  coverage: row.header.coverage,
  finality: row.header.finality,
  nil: row.header.nil,
  definitionVersion: row.header.definitionVersion,
  version: row.version,
  versionState: row.versionState,
  clearedAt: row.clearedAt,
  detail,
  withoutNationalsOf: without,
});

/** The State of the actor whose nationals the report counts, where the firewall stands between them. */
const firewalled = (
  actor: Actor,
  row: ReportRow,
  counted: readonly ({ readonly nationality: string } & Figure)[],
): string | null =>
  row.isOwn
    ? null
    : (counted.find(({ nationality, high }) => high > 0 && actor.firewall.includes(nationality))
        ?.nationality ?? null);

/** Counts and their sum. Without counts only a nil report tells a zero, and a retracted one nothing. */
const figuresOf = (
  { header, isOwn, versionState }: ReportRow,
  counts: readonly ({ readonly nationality: string } & Figure)[],
) => {
  const isBlank = counts.length === 0 && !(header.nil && (isOwn || versionState !== 'retracted'));
  return {
    counts: counts.map(({ nationality, ...figure }) => ({
      nationality,
      figure: tellFigure(figure),
    })),
    total: tellFigure(isBlank ? null : sumFigures(counts)),
  };
};

/** A report in protected detail: counts by nationality, shares of sex and age; of a retracted one its reason alone. */
export function protectedAnswer(actor: Actor, row: ReportRow, twin: TwinFigures): ProtectedReport {
  // A share table that the public reads is behind no firewall.
  const without = row.isPublic ? null : firewalled(actor, row, twin.counts);
  return {
    ...headerOf(row, 'protected', without),
    ...figuresOf(row, twin.counts),
    shares: twin.shares,
    retractReason: row.header.retractReason,
  } as ProtectedReport;
}

/** A report in exact detail; for readers outside the State without acts and reasons of its own work. */
export function exactAnswer(actor: Actor, row: ReportRow, figures: VersionFigures): ExactReport {
  const counts = figures.counts.map(({ nationality, value }) => ({
    nationality,
    ...exactFigure(value),
  }));
  const { header } = row;
  return {
    ...headerOf(row, 'exact', firewalled(actor, row, counts)),
    ...figuresOf(row, counts),
    classification: row.classification,
    direction: header.direction,
    coveragePercent: header.coveragePercent,
    sampleSize: header.sampleSize,
    method: header.method,
    confidence: header.confidence,
    registerTotal: header.registerTotal,
    note: header.note,
    cells: figures.cells,
    indicators: figures.indicators,
    acts: offeredActs(actor, row),
    returnReason: row.isOwn ? header.returnReason : null,
    reopenReason: row.isOwn ? header.reopenReason : null,
    retractReason: header.retractReason,
    author: row.isAuthor,
  } as ExactReport;
}
