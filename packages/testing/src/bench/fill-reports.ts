import type { Client } from 'pg';

const AUDIENCES = 3000;
const POINTS_A_STATE = 100;
/** Five nationalities by two sexes and three ages: thirty cells. */
const NATIONALITIES = ['IND', 'NPL', 'CMR', 'SOM', 'UZB'];
const CELLS = `(values ('female', '0-4'), ('female', '5-11'), ('female', '18-59'),
  ('male', '0-4'), ('male', '5-11'), ('male', '18-59')) c (sex, age)`;
/** The newest month of the reports. */
const LAST_MONTH = '2026-06-01';

/**
 * Cleared reports of thirty cells with their protected twins: every State's authority reports for each of
 * a hundred points, one month before the other, under some 3,000 audiences of five organizations each;
 * a tenth of the audiences is also everybody's. As the product writes them, every constraint in force.
 */
export async function fillReports(database: Client, reports: number): Promise<void> {
  const steps = [
    `insert into reader_token (kind, organization_id) select 'organization', id from organization
      where kind <> 'portal' on conflict do nothing`,
    `insert into audience (id, key) select n, 'bench ' || n::text from generate_series(1001, ${1000 + AUDIENCES}) n`,
    `insert into audience_reader (audience_id, reader, detail)
     select a.id, t.id, (hashint4(a.id * 31 + t.id) % 2 = 0)::int from audience a
     cross join lateral (select id from reader_token where kind = 'organization'
       order by hashint4(a.id * 1009 + id) limit 5) t where a.id > 1000`,
    `insert into audience_reader (audience_id, reader, detail)
     select a.id, t.id, 0 from audience a, reader_token t where a.id > 1000 and a.id % 10 = 0 and t.kind = 'everyone'`,
    `create temporary table house as
     select distinct on (o.state_id) o.id, o.state_id, row_number() over (order by o.state_id) - 1 as place
     from organization o where o.kind = 'state' order by o.state_id, o.alias desc`,
    `insert into crossing_point (id, code, state_id, names, kind, active_from)
     select gen_random_uuid(), 'bench-' || h.place || '-' || n, h.state_id,
       jsonb_build_object('es', 'Punto ' || n, 'en', 'Point ' || n, 'pt', 'Ponto ' || n, 'fr', 'Point ' || n),
       'land', '2000-01-01' from house h cross join generate_series(1, ${POINTS_A_STATE}) n`,
    `create temporary table filled as
     select gen_random_uuid() as id, h.id as organization_id, h.state_id, p.id as point, p.number,
       (date '${LAST_MONTH}' - (n / (x.houses * ${POINTS_A_STATE}) || ' months')::interval)::date as month,
       1001 + abs(hashint4(n)) % ${AUDIENCES} as audience
     from generate_series(0, ${reports - 1}) n
     cross join (select count(*)::int as houses from house) x
     join house h on h.place = n % x.houses
     join crossing_point p on p.code = 'bench-' || h.place || '-' || (1 + n / x.houses % ${POINTS_A_STATE})`,
    `insert into arrival_report (id, organization_id, state_id, crossing_point_id, point_span, unit, observation,
       source_kind, period, period_length, audience_id, counted, first_entry, sent_at, current_version, classification)
     select id, organization_id, state_id, point, int4range(number, number + 1), 'persons', 'entry', 'register',
       daterange(month, (month + interval '1 month')::date), 'month', audience, true, true, now(), 1,
       case audience % 10 when 0 then 'public' else 'restricted' end from filled`,
    `insert into arrival_report_version (report_id, version, state, submitted_at, cleared_at)
     select id, 1, 'cleared', now(), now() from filled`,
    `insert into arrival_cell (report_id, version, nationality, sex, age_band, value)
     select f.id, 1, n, c.sex, c.age, abs(hashtext(f.id::text || n || c.sex || c.age)) % 40
     from filled f cross join unnest($1::text[]) n cross join ${CELLS}`,
    `insert into arrival_count (report_id, version, nationality, value)
     select report_id, version, nationality, sum(value) from arrival_cell c
     where exists (select 1 from filled f where f.id = c.report_id) group by 1, 2, 3`,
    `insert into twin_count (report_id, version, nationality, low, middle, high)
     select c.report_id, c.version, c.nationality, c.value / 10 * 10, c.value / 10 * 10 + 5, c.value / 10 * 10 + 9
     from arrival_count c join filled f on f.id = c.report_id`,
  ];
  for (const step of steps) {
    await database.query(step, step.includes('$1') ? [NATIONALITIES] : []);
  }
  await database.query('drop table filled, house');
  await database.query('vacuum (analyze)');
}
