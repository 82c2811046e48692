import type { DemoSeeds } from '@enlace/contract/seeds';
import { protect, type ProtectedTwin } from '@enlace/domain';
import type { Transaction } from '../database/index.js';
import { insertRows, lookUp } from './insert-rows.js';
import { idsBy } from './load-participants.js';
import { loadShares } from './load-shares.js';
import { placedReports, type PlacedReport } from './placed-reports.js';
import type { SampleReport, SampleVersion } from './sample-reports.js';

const latestOf = ({ versions }: SampleReport): SampleVersion => {
  const latest = versions.at(-1);
  if (!latest) throw new Error('A sample report has at least one version.');
  return latest;
};

async function insertReports(tx: Transaction, reports: readonly PlacedReport[]): Promise<number> {
  const points = await idsBy(tx, 'crossing_point', 'code');
  const rows = reports.map((report) => {
    const { series, period } = report;
    const latest = latestOf(report);
    const current = latest.state === 'cleared';
    return {
      ...{ id: report.id, organization_id: report.organizationId, unit: series.unit },
      ...{ observation: series.observation, source_kind: series.sourceKind },
      crossing_point_id: lookUp(points, series.crossingPoint, 'crossing point'),
      ...{ period_from: period.from, period_to: period.to, period_length: period.length },
      classification: series.classification,
      current_version: current ? latest.version : null,
      open_version: current ? null : latest.version,
      created_at: report.versions[0]?.createdAt,
      updated_at: latest.clearedAt ?? latest.submittedAt ?? latest.createdAt,
    };
  });
  const { rowCount } = await tx.client.query(
    `insert into arrival_report (id, organization_id, state_id, crossing_point_id, point_span, unit, observation,
       source_kind, period, period_length, classification, counted, first_entry, current_version, open_version,
       created_at, updated_at)
     select r.id, r.organization_id, p.state_id, p.id,
       case p.kind when 'whole-border' then int4range(0, 2147483647) else int4range(p.number, p.number + 1) end,
       r.unit, r.observation, r.source_kind, daterange(r.period_from, r.period_to), r.period_length,
       r.classification, true,
       coalesce(p.first_entry_from <= r.period_from and coalesce(p.first_entry_to, 'infinity') >= r.period_to, false),
       r.current_version, r.open_version, r.created_at, r.updated_at
     from jsonb_to_recordset($1) as r (id uuid, organization_id uuid, crossing_point_id uuid, unit text,
       observation text, source_kind text, period_from date, period_to date, period_length text,
       classification text, current_version int, open_version int, created_at timestamptz, updated_at timestamptz)
     join crossing_point p on p.id = r.crossing_point_id`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}

const VERSION_COLUMNS = [
  ...['report_id', 'version', 'state', 'direction', 'coverage', 'finality', 'nil', 'note'],
  ...['definition_version', 'created_at', 'submitted_at', 'cleared_at', 'superseded_at'],
  ...['return_reason', 'reopen_reason', 'confirmations'],
];

const REOPENED = {
  es: 'Se incorporan los registros que llegaron tarde.',
  en: 'Late records are added.',
  pt: 'Incluem-se os registros que chegaram com atraso.',
  fr: 'Ajout des enregistrements arrivés tardivement.',
};

function versionRow(report: PlacedReport, version: SampleVersion, note: string): object {
  return {
    ...{ report_id: report.id, version: version.version, state: version.state, note },
    ...{ direction: report.series.direction, coverage: 'full', finality: version.finality },
    ...{ nil: false, definition_version: '1', confirmations: [] },
    ...{ created_at: version.createdAt, submitted_at: version.submittedAt },
    ...{ cleared_at: version.clearedAt, superseded_at: version.supersededAt },
    return_reason: version.state === 'returned' ? (report.series.returnReason ?? null) : null,
    reopen_reason: version.version > 1 ? REOPENED[report.language] : null,
  };
}

interface VersionParts {
  readonly counts: object[];
  readonly cells: object[];
  readonly indicators: object[];
  readonly twinCounts: object[];
  readonly twinBases: object[];
  readonly twinShares: object[];
  readonly authors: object[];
}

/** Adds a version's rows to `parts`; its twin is made where readers got it, from the one before. */
function addVersion(
  parts: VersionParts,
  report: PlacedReport,
  { version, clearedAt, figures }: SampleVersion,
  previous: ProtectedTwin | null,
): ProtectedTwin | null {
  const key = { report_id: report.id, version };
  parts.authors.push({ ...key, person_id: report.authorId });
  for (const row of figures.counts) parts.counts.push({ ...key, ...row });
  for (const { ageBand, ...row } of figures.cells) {
    parts.cells.push({ ...key, ...row, age_band: ageBand });
  }
  for (const row of figures.indicators) parts.indicators.push({ ...key, ...row });
  if (clearedAt === null) return previous;
  const twin = protect(figures, previous);
  for (const { base, ...row } of twin.counts) {
    parts.twinCounts.push({ ...key, ...row });
    parts.twinBases.push({ ...key, nationality: row.nationality, base });
  }
  for (const { table, ...row } of twin.shares) {
    parts.twinShares.push({ ...key, ...row, share_table: table });
  }
  return twin;
}

async function insertVersions(
  tx: Transaction,
  reports: readonly PlacedReport[],
  notes: Readonly<Record<PlacedReport['language'], string>>,
): Promise<void> {
  const parts: VersionParts = {
    ...{ counts: [], cells: [], indicators: [], twinCounts: [], twinBases: [], twinShares: [] },
    authors: [],
  };
  const versions: object[] = [];
  for (const report of reports) {
    let twin: ProtectedTwin | null = null;
    for (const version of report.versions) {
      versions.push(versionRow(report, version, notes[report.language]));
      twin = addVersion(parts, report, version, twin);
    }
  }
  const key = ['report_id', 'version'];
  await insertRows(tx, 'arrival_report_version', VERSION_COLUMNS, versions);
  await insertRows(tx, 'version_author', [...key, 'person_id'], parts.authors);
  await insertRows(tx, 'arrival_count', [...key, 'nationality', 'value'], parts.counts);
  const cell = [...key, 'nationality', 'sex', 'age_band', 'value'];
  await insertRows(tx, 'arrival_cell', cell, parts.cells);
  const indicator = [...key, 'indicator', 'nationality', 'value'];
  await insertRows(tx, 'arrival_indicator', indicator, parts.indicators);
  const twin = [...key, 'nationality', 'low', 'middle', 'high'];
  await insertRows(tx, 'twin_count', twin, parts.twinCounts);
  await insertRows(tx, 'twin_base', [...key, 'nationality', 'base'], parts.twinBases);
  const band = [...key, 'share_table', 'key', 'low', 'high'];
  await insertRows(tx, 'twin_share', band, parts.twinShares);
}

/**
 * Makes the sample reports with their shares, only where no report exists at all; returns their
 * number. Each carries the seed's notice that its figures are samples.
 */
export async function loadReports(tx: Transaction, demo: DemoSeeds): Promise<number> {
  const { empty } = await tx.one<{ empty: boolean }>(
    'select not exists (select 1 from arrival_report) as empty',
  );
  if (!empty) return 0;
  const reports = placedReports(demo, await tx.now());
  const inserted = await insertReports(tx, reports);
  await insertVersions(tx, reports, demo.arrivals.notice);
  await loadShares(tx, reports, demo);
  return inserted;
}
