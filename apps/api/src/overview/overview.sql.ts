import { FILTERED_POINT, SEEN_PARTS } from './seen-parts.sql.js';

const FIGURE = `sum(low)::float8 as low, sum(middle)::float8 as middle, sum(high)::float8 as high`;

const rowsOf = (query: string): string =>
  `(select coalesce(json_agg(row_to_json(x)), '[]') from (${query}) x)`;

/** Where the window is $13 to $14 (the range asked for) or $15 to $13 (the one before). */
const CURRENT = `s.period <@ daterange($13::date, $14::date)`;
const PREVIOUS = `s.period <@ daterange($15::date, $13::date)`;

/**
 * Everything of an overview in one statement, grouped as finely as the answer needs: it is added up
 * further outside. Expected are the States of the filters that have an organization of kind `state`
 * and a crossing point active in the range. The application may not read seats, and need not: it
 * reads organizations and points, which are public or the directory's, so that the number never
 * depends on a report.
 */
export const OVERVIEW = `${SEEN_PARTS}
  select json_build_object(
    'points', ${rowsOf(`select s.point_id as point, st.code as state, s.first_entry as "firstEntry",
        count(*) filter (where ${CURRENT})::int as current, count(*) filter (where ${PREVIOUS})::int as previous,
        count(*) filter (where ${CURRENT} and not s.exact)::int as protected
      from seen s join state st on st.id = s.state_id
      where ${CURRENT} or ${PREVIOUS} group by 1, 2, 3`)},
    'cells', ${rowsOf(`select s.point_id as point, s.first_entry as "firstEntry", ${CURRENT} as current,
        p.nationality, ${FIGURE}
      from part p join seen s on s.id = p.id
      where ${CURRENT} or ${PREVIOUS} group by 1, 2, 3, 4`)},
    'reportedMonths', ${rowsOf(`select distinct to_char(lower(s.period), 'YYYY-MM') as month
      from seen s where s.first_entry and s.period_length = 'month'`)},
    'trend', ${rowsOf(`select to_char(lower(s.period), 'YYYY-MM') as month, p.nationality, ${FIGURE}
      from part p join seen s on s.id = p.id
      where s.first_entry and s.period_length = 'month'
        and s.period <@ daterange($16::date, $14::date) group by 1, 2`)},
    'expected', (select count(distinct p.state_id)::int from crossing_point p
      where ${FILTERED_POINT('p')} and p.active_from < $14::date
        and coalesce(p.active_to, 'infinity') > $13::date
        and exists (select 1 from organization o where o.state_id = p.state_id and o.kind = 'state')),
    'asAt', to_char(enlace_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
  ) as answer`;
