import { exactReport, visibleReport } from '../audience/index.js';

/** Days that a report counts as newly shared. */
const NEW_FOR = 60;
/** Reports shown; the rest is a number. */
const SHOWN = 20;

/**
 * Reports of others of which the acting organization was told, newest notice first, with the total
 * added up from what it may see of each. $1 to $4 sight.
 */
export const NEWLY_SHARED = `
  with told as (
    select n.report_id, max(n.created_at) as at from notice n
    where n.organization_id = $1::uuid and n.kind in ('shared', 'revised')
      and n.created_at > enlace_now() - interval '${NEW_FOR} days'
    group by n.report_id
  ), newest as materialized (
    select r.id, r.state_id, r.crossing_point_id, r.period, r.period_length, r.current_version as version,
      r.classification,
      t.at, ${exactReport('r')} as exact, count(*) over ()::int as all
    from told t join arrival_report r on r.id = t.report_id
    where ${visibleReport('r')} and r.organization_id <> $1::uuid and r.current_version is not null
      and r.retracted_at is null
    order by t.at desc, r.id limit ${SHOWN}
  )
  select n.id as report, s.code as state, n.crossing_point_id as "crossingPoint",
    to_char(lower(n.period), case n.period_length when 'year' then 'YYYY' else 'YYYY-MM' end) as period,
    n.classification, n.exact, to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sharedAt", n.all,
    coalesce(f.low, 0) as low, coalesce(f.middle, 0) as middle, coalesce(f.high, 0) as high
  from newest n join state s on s.id = n.state_id
  cross join lateral (
    select sum(low)::float8 as low, sum(middle)::float8 as middle, sum(high)::float8 as high from (
      select c.value as low, c.value as middle, c.value as high from arrival_count c
      where n.exact and c.report_id = n.id and c.version = n.version
      union all
      select t.low, t.middle, t.high from twin_count t
      where not n.exact and t.report_id = n.id and t.version = n.version) part) f
  order by n.at desc, n.id`;
