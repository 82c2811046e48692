import type { DraftContent } from '@enlace/contract';
import { totalsByNationality, type DraftFigures } from '@enlace/domain';
import type { Transaction } from '../database/index.js';

/** The exact figures of one version, as rows. */
export interface VersionFigures {
  readonly counts: { nationality: string; value: number }[];
  readonly cells: { nationality: string; sex: string; ageBand: string; value: number }[];
  readonly indicators: { indicator: string; nationality: string | null; value: number }[];
}

const READ = `select
  (select coalesce(json_agg(json_build_object('nationality', nationality, 'value', value) order by nationality), '[]')
   from arrival_count where report_id = $1 and version = $2) as counts,
  (select coalesce(json_agg(json_build_object('nationality', nationality, 'sex', sex, 'ageBand', age_band,
     'value', value) order by nationality, sex, age_band), '[]')
   from arrival_cell where report_id = $1 and version = $2 and nationality <> all($3::text[])) as cells,
  (select coalesce(json_agg(json_build_object('indicator', indicator, 'nationality', nationality,
     'value', value) order by indicator, nationality), '[]')
   from arrival_indicator where report_id = $1 and version = $2 and case
     when nationality is not null then nationality <> all($3::text[])
     else not exists (select 1 from arrival_count c where c.report_id = $1 and c.version = $2
       and c.nationality = any($3::text[]) and c.value > 0) end) as indicators`;

/**
 * Reads the figures of a version that the actor holds exactly. `firewall` names the States whose
 * nationals' sex, age and indicators are left out, with the indicators of a whole report that counts
 * them: the first wall of the origin-State firewall. Empty for what is the actor's own.
 */
export const readFigures = (
  tx: Transaction,
  reportId: string,
  version: number,
  firewall: readonly string[],
): Promise<VersionFigures> => tx.one<VersionFigures>(READ, [reportId, version, firewall]);

async function clearFigures(tx: Transaction, reportId: string, version: number): Promise<void> {
  await tx.rows('delete from arrival_cell where report_id = $1 and version = $2', [
    reportId,
    version,
  ]);
  await tx.rows('delete from arrival_count where report_id = $1 and version = $2', [
    reportId,
    version,
  ]);
  await tx.rows('delete from arrival_indicator where report_id = $1 and version = $2', [
    reportId,
    version,
  ]);
}

/** Replaces all figures of a draft, one statement a table; every nationality gets its count. */
export async function replaceFigures(
  tx: Transaction,
  reportId: string,
  version: number,
  content: Pick<DraftContent, 'counts' | 'cells' | 'indicators'> & DraftFigures,
): Promise<void> {
  await clearFigures(tx, reportId, version);
  const totals = [...totalsByNationality(content)];
  await tx.rows(
    `insert into arrival_count (report_id, version, nationality, value)
     select $1, $2, * from unnest($3::text[], $4::int[])`,
    [reportId, version, totals.map(([code]) => code), totals.map(([, value]) => value)],
  );
  const { cells, indicators } = content;
  await tx.rows(
    `insert into arrival_cell (report_id, version, nationality, sex, age_band, value)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::int[])`,
    [
      reportId,
      version,
      cells.map(({ nationality }) => nationality),
      cells.map(({ sex }) => sex),
      cells.map(({ ageBand }) => ageBand),
      cells.map(({ value }) => value),
    ],
  );
  await tx.rows(
    `insert into arrival_indicator (report_id, version, indicator, nationality, value)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::int[])`,
    [
      reportId,
      version,
      indicators.map(({ indicator }) => indicator),
      indicators.map(({ nationality }) => nationality),
      indicators.map(({ value }) => value),
    ],
  );
}

/** Copies header, figures and authors of a version into the next one, a draft. */
export async function copyVersion(
  tx: Transaction,
  reportId: string,
  from: number,
  to: number,
  reason: string,
): Promise<void> {
  await tx.rows(
    `insert into arrival_report_version (report_id, version, state, direction, coverage, coverage_percent,
       sample_size, method, confidence, finality, nil, register_total, note, definition_version, reopen_reason)
     select report_id, $3, 'draft', direction, coverage, coverage_percent, sample_size, method, confidence,
       finality, nil, register_total, note, definition_version, $4
     from arrival_report_version where report_id = $1 and version = $2`,
    [reportId, from, to, reason],
  );
  for (const [table, columns] of COPIED) {
    await tx.rows(
      `insert into ${table} (report_id, version, ${columns})
       select report_id, $3, ${columns} from ${table} where report_id = $1 and version = $2`,
      [reportId, from, to],
    );
  }
}

/** Values that stay unchanged stay their authors', who do not clear them in the next version either. */
const COPIED = [
  ['arrival_count', 'nationality, value'],
  ['arrival_cell', 'nationality, sex, age_band, value'],
  ['arrival_indicator', 'indicator, nationality, value'],
  ['version_author', 'person_id'],
] as const;
