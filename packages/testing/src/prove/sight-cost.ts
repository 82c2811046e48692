/**
 * `npm run prove -- sight-cost [ROWS]`: what row security costs on many reports (100,000 unless told), as
 * ratios to the same statement without it in the same run. It prints figures and asserts no time, since
 * machines differ; it fails only where the walls disagree about what is visible.
 */
import { withClient } from '@enlace/dev-postgres';
import type { Client as Connection } from 'pg';
import { startTestSystem, type TestSystem } from '../system.js';

const RUNS = 60;

/** Reports of all State organizations under some 3,000 audiences, without the keys that insertion would wait for. */
const fill = (rows: number): string[] => [
  'alter table arrival_report drop constraint arrival_report_key',
  'alter table arrival_report drop constraint arrival_report_counted',
  `insert into reader_token (kind, organization_id) select 'organization', id from organization on conflict do nothing`,
  `insert into audience (id, key) select n, 'cost ' || n::text from generate_series(1000, 4000) n`,
  `insert into audience_reader (audience_id, reader, detail)
   select a.id, t.id, (random() < 0.5)::int from audience a
   cross join lateral (select id from reader_token where id > 3 and a.id > 0 order by random() limit 5) t
   where a.id >= 1000 on conflict do nothing`,
  `insert into arrival_report (organization_id, state_id, crossing_point_id, point_span, unit, observation,
     source_kind, period, period_length, audience_id, counted, first_entry, current_version)
   select o.id, o.state_id, (select id from crossing_point limit 1), '[1,2)', 'persons', 'entry', 'register',
     daterange(m.day, (m.day + interval '1 month')::date), 'month', 1000 + (n::bigint * 7919 % 3001)::int, false, false, 1
   from generate_series(1, ${rows}) n
   join (select id, state_id, row_number() over (order by id) - 1 as at, count(*) over () as all
         from organization where kind = 'state') o on o.at = n % o.all
   cross join lateral (select (date '2010-01-01' + ((n::bigint * 104729 % 200) || ' months')::interval)::date as day) m`,
  `insert into arrival_report_version (report_id, version, state, cleared_at)
   select id, 1, 'cleared', now() from arrival_report`,
  `insert into twin_count (report_id, version, nationality, low, middle, high)
   select id, 1, 'IND', 18, 20, 22 from arrival_report`,
  'analyze',
];

const WALL = `r.current_version is not null and r.audience_id in (select x.audience_id from audience_reader x
  where x.reader = any($1::int[]) and enlace_now() >= x.from_at and enlace_now() < x.until_at
    and $2::smallint <> all(x.withheld))`;
const list = (where: string): string =>
  `select r.id from arrival_report r where ${where} order by lower(r.period) desc, r.id desc limit 50`;
const sum = (where: string): string =>
  `select sum(t.middle)::int as total from arrival_report r join twin_count t on t.report_id = r.id and t.version = r.current_version
   where ${where} and lower(r.period) = date '2020-01-01'`;
const one = (where: string): string =>
  `select r.id from arrival_report r where ${where} and r.id = $3::uuid`;

async function median(connection: Connection, sql: string, values: unknown[]): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    await connection.query({ name: `q${sql.length}`, text: sql, values });
    times.push(performance.now() - began);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
}

async function asReader(app: Connection): Promise<string> {
  const { rows } = await app.query<{ readers: string }>(
    `select actor_readers(id)::text as readers from organization where alias = 'unhcr'`,
  );
  const readers = rows[0]?.readers ?? '{1}';
  await app.query(
    `select set_config('app.organization', (select id::text from organization where alias = 'unhcr'), false),
       set_config('app.readers', $1, false), set_config('app.state', '-1', false),
       set_config('app.own_state', '-1', false), set_config('app.firewall', '{}', false)`,
    [readers],
  );
  return readers;
}

async function prove(system: TestSystem, rows: number): Promise<boolean> {
  await withClient(system.urls.owner, async (owner) => {
    for (const statement of fill(rows)) await owner.query(statement);
  });
  return withClient(system.urls.owner, (owner) =>
    withClient(system.urls.app, async (app) => {
      const readers = await asReader(app);
      const some = await app.query<{ id: string }>('select id from arrival_report limit 1');
      const id = some.rows[0]?.id;
      const count = async (connection: Connection, where: string): Promise<number> => {
        const text = `select count(*)::int as n from arrival_report r where ${where}`;
        const values = where === WALL ? [readers, -1] : [];
        const answer = await connection.query<{ n: number }>(text, values);
        return answer.rows[0]?.n ?? 0;
      };
      const second = await count(app, 'true');
      const first = await count(owner, WALL);
      console.log(`${rows} reports, ${second} visible by row security, ${first} by the filter`);
      const both = `$1::int[] is not null and $2::smallint is not null and ${WALL}`;
      const free = '$1::int[] is not null and $2::smallint is not null';
      for (const [name, make, values] of [
        ['list of 50', list, [readers, -1]],
        ['sum of a month', sum, [readers, -1]],
        ['one report', one, [readers, -1, id]],
      ] as const) {
        const bare = await median(owner, make(free), [...values]);
        const policy = await median(app, make(free), [...values]);
        const walls = await median(app, make(both), [...values]);
        const ratio = (time: number): string => (bare / time).toFixed(2);
        console.log(
          `${name}: ${bare.toFixed(2)} ms without; policy alone ${policy.toFixed(2)} ms (ratio ${ratio(policy)}), both walls ${walls.toFixed(2)} ms (ratio ${ratio(walls)})`,
        );
      }
      return first === second && second > 0;
    }),
  );
}

const system = await startTestSystem('people');
try {
  const rows = Number(process.argv[2] ?? 100_000);
  process.exitCode = (await prove(system, rows)) ? 0 : 1;
} finally {
  await system.stop();
}
