import type { Client } from 'pg';
import type { Reading } from './measure.js';

/** What the bare server knows of a reader beforehand. */
interface Reached {
  readonly any: readonly number[];
  readonly exact: readonly number[];
}

/** The audiences that reach an organization, or the public. */
export async function reachedBy(database: Client, alias: string | null): Promise<Reached> {
  const { rows } = await database.query<{ id: number; exact: boolean }>(
    `select x.audience_id as id, bool_or(x.detail = 1) as exact from audience_reader x
     where x.reader = any(actor_readers((select id from organization where alias = $1)))
       and now() >= x.from_at and now() < x.until_at group by 1`,
    [alias],
  );
  const exact = rows.filter((row) => row.exact);
  return { any: rows.map(({ id }) => id), exact: exact.map(({ id }) => id) };
}

const FIVE_YEARS = { from: '2021-07', to: '2026-06' } as const;

const LIST = `select json_build_object('reports', coalesce(json_agg(json_build_object(
    'id', p.id, 'state', p.code, 'organization', p.organization_id, 'crossingPoint', p.crossing_point_id,
    'period', to_char(p.starts_on, 'YYYY-MM'), 'periodLength', p.period_length, 'unit', p.unit,
    'observation', p.observation, 'sourceKind', p.source_kind, 'coverage', v.coverage, 'finality', v.finality,
    'nil', v.nil, 'definitionVersion', v.definition_version, 'version', v.version, 'versionState', v.state,
    'clearedAt', v.cleared_at, 'detail', case when p.exact then 'exact' else 'protected' end,
    'total', case when p.exact
      then (select json_build_object('value', sum(value)) from arrival_count c where c.report_id = p.id and c.version = v.version)
      else (select json_build_object('low', sum(low), 'middle', sum(middle), 'high', sum(high)) from twin_count t
        where t.report_id = p.id and t.version = v.version) end)
    order by p.starts_on desc, p.id desc), '[]'))::text as body
  from (select r.*, s.code, r.audience_id in (select unnest($3::int[])) as exact
    from arrival_report r join state s on s.id = r.state_id
    where r.state_id = (select id from state where code = $1) and r.audience_id in (select unnest($2::int[]))
    order by r.starts_on desc, r.id desc limit 50) p
  join arrival_report_version v on v.report_id = p.id and v.version = p.current_version`;

/** Sums over five years and the five before, of `counts` of the reports that `where` finds. */
const overview = (where: string, counts: string): string => `
  with seen as materialized (
    select r.id, r.crossing_point_id as point, r.current_version as version, r.starts_on as month,
      r.starts_on >= $2::date as current
    from arrival_report r where r.starts_on >= $1::date and r.starts_on < $3::date and ${where}),
  part as materialized (
    select s.point, s.current, s.month, c.nationality, sum(c.low) as low, sum(c.middle) as middle, sum(c.high) as high
    from seen s join ${counts} c on c.report_id = s.id and c.version = s.version group by 1, 2, 3, 4)
  select json_build_object(
    'reports', (select count(*) from seen where current),
    'points', (select json_agg(x) from (select point, current, count(*) from seen group by 1, 2) x),
    'cells', (select json_agg(x) from (select point, current, nationality, sum(low) as low, sum(middle) as middle,
      sum(high) as high from part group by 1, 2, 3) x),
    'trend', (select json_agg(x) from (select to_char(month, 'YYYY-MM') as month, nationality, sum(low) as low,
      sum(middle) as middle, sum(high) as high from part group by 1, 2) x),
    'middle', (select sum(middle) from part where current))::text as body`;

const EXACT = `(select report_id, version, nationality, value as low, value as middle, value as high from arrival_count)`;

interface OverviewAnswer {
  readonly sources: { readonly reports: number };
  readonly total: { readonly value?: number; readonly middle?: number };
}
const ofOverview = ({ sources, total }: OverviewAnswer): unknown => [
  sources.reports,
  total.value ?? total.middle,
];
const ofBareOverview = ({ reports, middle }: { reports: number; middle: number }): unknown => [
  reports,
  middle,
];
const idsOf = ({ reports }: { reports: readonly { id: string }[] }): unknown =>
  reports.map(({ id }) => id);

/** The list of a State's reports and overviews of five years, as an agency, a focal point and the public read them. */
export async function reportReadings(database: Client): Promise<Reading[]> {
  const agency = await reachedBy(database, 'unhcr');
  const anybody = await reachedBy(database, null);
  const query = `from=${FIVE_YEARS.from}&to=${FIVE_YEARS.to}&scope=all`;
  const days = ['2016-07-01', '2021-07-01', '2026-07-01'];
  return [
    {
      name: 'list',
      goal: 0.8,
      account: 'analyst.unhcr',
      path: '/api/v1/arrivals/reports?state=PAN&limit=50',
      text: LIST,
      values: ['PAN', agency.any, agency.exact],
      essence: [idsOf, idsOf],
    },
    {
      name: 'overview-exact',
      goal: 0.8,
      account: 'fp.pa',
      path: `/api/v1/arrivals/overview?${query}&state=PAN`,
      text: overview(`r.state_id = (select id from state where code = 'PAN')`, EXACT),
      values: days,
      essence: [ofOverview, ofBareOverview],
    },
    {
      name: 'overview-protected',
      goal: 0.8,
      account: null,
      path: `/api/v1/arrivals/overview?${query}`,
      text: overview('r.audience_id in (select unnest($4::int[]))', 'twin_count'),
      values: [...days, anybody.any],
      essence: [ofOverview, ofBareOverview],
    },
  ];
}
