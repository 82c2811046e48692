import { randomUUID } from 'node:crypto';
import type { ImportSettings } from '@enlace/contract';
import { totalsByNationality, type PlannedReport } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';

type Placed = PlannedReport & { readonly id: string };

/** All reports of one statement; the key's rules are the table's exclusion constraints. */
const INSERT_REPORTS = `insert into arrival_report (id, organization_id, state_id, crossing_point_id, point_span,
    unit, observation, source_kind, period, period_length, counted, first_entry, open_version)
  select k.id, $1::uuid, p.state_id, p.id, s.span, $3, $4, $5, k.period, k.length,
    not exists (select 1 from arrival_report o where o.state_id = p.state_id and o.unit = $3 and o.observation = $4
      and o.point_span && s.span and o.period && k.period and o.counted and o.retracted_at is null),
    coalesce(p.first_entry_from < upper(k.period) and coalesce(p.first_entry_to > lower(k.period), true), false), 1
  from crossing_point p
  cross join lateral (select case p.kind when 'whole-border' then int4range(0, 2147483647)
    else int4range(p.number, p.number + 1) end) as s (span)
  cross join lateral (select id, daterange(first, next) as period, length
    from unnest($6::uuid[], $7::date[], $8::date[], $9::text[]) as t (id, first, next, length)) as k
  where p.id = $2::uuid`;

const INSERT_VERSIONS = `insert into arrival_report_version (report_id, version, state, finality, submitted_at, confirmations)
  select id, 1, 'submitted', $1, enlace_now(), confirmations
  from unnest($2::uuid[], $3::jsonb[]) as t (id, confirmations)`;

const INSERT_AUTHORS = `insert into version_author (report_id, version, person_id)
  select id, 1, $2::uuid from unnest($1::uuid[]) as t (id)`;

const INSERT_COUNTS = `insert into arrival_count (report_id, version, nationality, value)
  select id, 1, nationality, value
  from unnest($1::uuid[], $2::text[], $3::int[]) as t (id, nationality, value)`;

const INSERT_CELLS = `insert into arrival_cell (report_id, version, nationality, sex, age_band, value)
  select id, 1, nationality, sex, age_band, value
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[]) as t (id, nationality, sex, age_band, value)`;

async function insertFigures(tx: Transaction, reports: readonly Placed[]): Promise<void> {
  const counts = reports.flatMap(({ id, figures }) =>
    [...totalsByNationality(figures)].map(([nationality, value]) => ({ id, nationality, value })),
  );
  await tx.rows(INSERT_COUNTS, [
    counts.map(({ id }) => id),
    counts.map(({ nationality }) => nationality),
    counts.map(({ value }) => value),
  ]);
  const cells = reports.flatMap(({ id, figures }) =>
    figures.cells.map((cell) => ({ id, ...cell })),
  );
  if (cells.length === 0) return;
  await tx.rows(INSERT_CELLS, [
    cells.map(({ id }) => id),
    cells.map(({ nationality }) => nationality),
    cells.map(({ sex }) => sex),
    cells.map(({ ageBand }) => ageBand),
    cells.map(({ value }) => value),
  ]);
}

/** Inserts reports with a submitted first version each, and returns their ids. */
export async function writeReports(
  tx: Transaction,
  actor: ActingActor,
  settings: ImportSettings,
  planned: readonly PlannedReport[],
): Promise<string[]> {
  const reports = planned.map((report) => ({ ...report, id: randomUUID() }));
  const ids = reports.map(({ id }) => id);
  await tx.rows(INSERT_REPORTS, [
    ...[actor.organization.id, settings.crossingPoint],
    ...[settings.unit, settings.observation, settings.sourceKind],
    ids,
    reports.map(({ period }) => period.from),
    reports.map(({ period }) => period.to),
    reports.map(({ period }) => period.length),
  ]);
  const confirmations = reports.map(({ warnings }) =>
    JSON.stringify(
      settings.confirmations.filter(({ rule }) => warnings.some((warned) => warned === rule)),
    ),
  );
  await tx.rows(INSERT_VERSIONS, [settings.finality, ids, confirmations]);
  await tx.rows(INSERT_AUTHORS, [ids, actor.personId]);
  await insertFigures(tx, reports);
  return ids;
}
