import { visibleReport } from '../audience/index.js';

/**
 * Open work of the acting organization. $1 to $4 sight, $5 person, $6 whether they enter, $7 whether
 * they clear, $8 points of the seat (null: all). Nobody is asked to clear what they wrote themselves.
 */
export const OPEN_WORK = `
  select case when v.state = 'submitted' then 'clear' when v.state = 'returned' then 'returned' else 'continue' end as kind,
    r.id as report, r.crossing_point_id as "crossingPoint",
    to_char(lower(r.period), case r.period_length when 'year' then 'YYYY' else 'YYYY-MM' end) as period,
    s.due_day as "dueDay", v.return_reason as reason,
    (select count(*)::int from arrival_count c where c.report_id = v.report_id and c.version = v.version) as rows
  from arrival_report r
  join arrival_report_version v on v.report_id = r.id and v.version = r.open_version
  join state s on s.id = r.state_id
  where ${visibleReport('r')} and r.retracted_at is null and (
    $6::boolean and r.organization_id = $1::uuid and v.state in ('draft', 'returned')
      and ($8::uuid[] is null or r.crossing_point_id = any($8::uuid[]))
    or $7::boolean and r.state_id = $2::smallint and v.state = 'submitted' and not exists (
      select 1 from version_author a
      where a.report_id = v.report_id and a.version = v.version and a.person_id = $5::uuid))
  order by lower(r.period), r.id`;

/**
 * Points of the State for which nothing was begun in a month, whatever was to be observed there.
 * $1 to $4 sight, $5 first days of the months, $6 points of the seat (null: all).
 */
export const NOTHING_BEGUN = `
  with begun as materialized (
    -- A year begins before its months; where it begins is what reaches an index behind row security.
    select r.period, r.point_span from arrival_report r
    where ${visibleReport('r')} and r.state_id = $2::smallint and r.retracted_at is null
      and r.starts_on >= date_trunc('year', (select min(day) from unnest($5::date[]) day))::date
      and r.starts_on <= (select max(day) from unnest($5::date[]) day)
  )
  select 'enter' as kind, null as report, p.id as "crossingPoint", to_char(m.day, 'YYYY-MM') as period,
    s.due_day as "dueDay", null as reason, 0 as rows
  from crossing_point p join state s on s.id = p.state_id
  cross join unnest($5::date[]) as m (day)
  where p.state_id = $2::smallint and p.active_from < (m.day + interval '1 month')::date
    and coalesce(p.active_to, 'infinity') > m.day
    and ($6::uuid[] is null or p.id = any($6::uuid[]))
    and not exists (
      select 1 from begun b
      where b.period && daterange(m.day, (m.day + interval '1 month')::date)
        and b.point_span && case p.kind when 'whole-border' then int4range(0, 2147483647)
                              else int4range(p.number, p.number + 1) end)
  order by m.day, p.code`;
