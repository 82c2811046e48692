/**
 * `npm run prove -- sight-cost [ROWS]`: what row security costs on many reports (100,000 unless told): the
 * product's own statements under both walls, as ratios to the same statements without row security in
 * the same run. It prints figures and asserts no time, since machines differ; it fails only where the
 * walls disagree about what is visible.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withClient } from '@enlace/dev-postgres';
import type { Client as Connection } from 'pg';
import { ROOT } from '../paths.js';
import { startTestSystem, type TestSystem } from '../system.js';

const RUNS = 15;

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
     source_kind, period, period_length, audience_id, counted, first_entry, sent_at, current_version)
   select o.id, o.state_id, (select id from crossing_point limit 1), '[1,2)', 'persons', 'entry', 'register',
     daterange(m.day, (m.day + interval '1 month')::date), 'month', 1000 + (n::bigint * 7919 % 3001)::int, true, true, now(), 1
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

/** What the product runs, from its build. */
interface Product {
  readonly sightParameters: (actor: object) => readonly unknown[];
  readonly visibleReport: (report: string) => string;
  readonly listStatement: (query: object) => {
    readonly text: string;
    readonly filters: readonly string[];
  };
  readonly OVERVIEW: string;
  readonly seenParameters: (actor: object, seen: object) => readonly unknown[];
  readonly SETTINGS_STATEMENT: { readonly text: string };
  readonly settingsOf: (actor: object) => string[];
}

async function builtProduct(): Promise<Product> {
  const parts = await Promise.all(
    [
      ...['audience/sight.sql', 'arrivals/report-lists.sql', 'overview/overview.sql'],
      ...['overview/seen-parts.sql', 'database/sight'],
    ].map(async (part): Promise<Partial<Product>> => {
      const file = join(ROOT, 'apps', 'api', 'dist', `${part}.js`);
      return (await import(pathToFileURL(file).href)) as Partial<Product>;
    }),
  );
  return Object.assign({}, ...parts) as Product;
}

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const START = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
const MIDDLE = ['2018-06-01', '80000000-0000-4000-8000-000000000000'];
const YEAR = { from: '2020-01-01', to: '2021-01-01' };
const BEFORE = '2019-01-01';

/** Pages of the list and a year of the overview, as the actor asks for them. */
function statements(product: Product, actor: object): Statement[] {
  const sight = product.sightParameters(actor);
  const page = (name: string, after: readonly string[], query = {}): Statement => {
    const { text, filters } = product.listStatement(query);
    return {
      name,
      text,
      values: [...sight, '-infinity', 'infinity', ...after, 51, [], ...filters],
    };
  };
  const query = { unit: 'persons', observation: 'entry', scope: 'all' };
  const seen = product.seenParameters(actor, { query, span: { ...YEAR, from: BEFORE } });
  return [
    page('first page', START),
    page('later page', MIDDLE),
    page('later page of a State', MIDDLE, { state: 'PAN' }),
    {
      name: 'overview of a year',
      text: product.OVERVIEW,
      values: [...seen, YEAR.from, YEAR.to, BEFORE, BEFORE],
    },
  ];
}

/** The middle of the times, and the reports that came. */
async function timed(
  connection: Connection,
  { text, values }: Statement,
): Promise<{ time: number; ids: string }> {
  const name = createHash('sha256').update(text).digest('hex').slice(0, 20);
  const times: number[] = [];
  let ids = '';
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    const { rows } = await connection.query<{ id?: string }>({ name, text, values: [...values] });
    times.push(performance.now() - began);
    ids = rows.map(({ id }) => id).join();
  }
  return { time: times.toSorted((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0, ids };
}

async function actorOf(owner: Connection, alias: string | null): Promise<object> {
  const { rows } = await owner.query<{ organization: object | null; readers: number[] }>(
    `select actor_readers(o.id) as readers, case when o.id is not null
       then json_build_object('id', o.id, 'kind', o.kind, 'stateId', o.state_id) end as organization
     from (select 1) one left join organization o on o.alias = $1`,
    [alias],
  );
  return { personId: null, firewall: [], ...rows[0] };
}

/** Whether both walls agree on what the reader sees and on each page of it; prints what the second costs. */
async function proveReader(
  [owner, app]: readonly [Connection, Connection],
  product: Product,
  alias: string | null,
): Promise<boolean> {
  const actor = await actorOf(owner, alias);
  const sight = product.sightParameters(actor);
  await app.query('begin');
  await app.query(product.SETTINGS_STATEMENT.text, product.settingsOf(actor));
  const count = 'select count(*)::int as n from arrival_report r where';
  const first = await owner.query<{ n: number }>(`${count} ${product.visibleReport('r')}`, [
    ...sight,
  ]);
  const second = await app.query<{ n: number }>(`${count} true`);
  const [byFilter, byPolicy] = [first.rows[0]?.n, second.rows[0]?.n];
  const reader = alias ?? 'the public';
  console.log(`${reader}: ${byPolicy} visible by row security, ${byFilter} by the filter`);
  let agreed = byFilter === byPolicy;
  for (const statement of statements(product, actor)) {
    const alone = await timed(owner, statement);
    const both = await timed(app, statement);
    agreed &&= alone.ids === both.ids;
    const times = `${alone.time.toFixed(2)} ms without row security, ${both.time.toFixed(2)} ms with it`;
    console.log(
      `${reader}, ${statement.name}: ${times} (ratio ${(alone.time / both.time).toFixed(2)})`,
    );
  }
  await app.query('rollback');
  return agreed;
}

async function prove(system: TestSystem, rows: number): Promise<boolean> {
  const product = await builtProduct();
  return withClient(system.urls.owner, (owner) =>
    withClient(system.urls.app, async (app) => {
      for (const statement of fill(rows)) await owner.query(statement);
      console.log(`${rows} reports`);
      const agreed: boolean[] = [];
      for (const alias of ['unhcr', 'pa-snm', null]) {
        agreed.push(await proveReader([owner, app], product, alias));
      }
      return agreed.every(Boolean);
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
