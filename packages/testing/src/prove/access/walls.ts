import { withClient } from '@enlace/dev-postgres';
import type { Client as Connection } from 'pg';
import { sightOf } from '../../oracle/sight.js';
import type { World } from '../../oracle/world.js';
import type { TestSystem } from '../../system.js';
import type { PlacedReport } from './fixtures.js';
import { readersOf, type Reader } from './sight.js';

/** Nationality of the fixtures that the firewall of Venezuela's authorities is about. */
const FIREWALLED = 'VEN';
const AUTHORITIES = ['state', 'judiciary', 'legislature'];
/** Tables of figures: what exact detail gives, and what any detail gives. */
const EXACT = ['arrival_count', 'arrival_cell'];
const ANY = ['twin_count', 'twin_share'];

const settings = `select set_config('app.person', '', true), set_config('app.organization', $1, true),
  set_config('app.readers', $2, true), set_config('app.state', $3, true),
  set_config('app.own_state', $4, true), set_config('app.firewall', $5, true)`;

/** Runs SQL as the application's role with the settings of a reader, and no filter of its own. */
async function asReader<T>(
  app: Connection,
  { organization }: Reader,
  work: () => Promise<T>,
): Promise<T> {
  await app.query('begin');
  try {
    const { rows } = await app.query<{ readers: string; state: string | null }>(
      `select case when $1::uuid is null then '{1}' else actor_readers($1::uuid)::text end as readers,
         (select s.id::text from state s where s.code = $2) as state`,
      [organization?.id ?? null, organization?.state ?? null],
    );
    const state = rows[0]?.state ?? '-1';
    const isAuthority = AUTHORITIES.includes(organization?.kind ?? '');
    await app.query(settings, [
      organization?.id ?? '',
      rows[0]?.readers ?? '{1}',
      state,
      organization?.kind === 'state' ? state : '-1',
      isAuthority && organization?.state ? `{${organization.state}}` : '{}',
    ]);
    return await work();
  } finally {
    await app.query('rollback');
  }
}

async function reportsIn(app: Connection, table: string, where = ''): Promise<Set<string>> {
  const column = table === 'arrival_report' ? 'id' : 'report_id';
  const { rows } = await app.query<{ id: string }>(
    `select distinct ${column} as id from ${table} ${where}`,
  );
  return new Set(rows.map(({ id }) => id));
}

function compareSet(
  what: string,
  expected: readonly PlacedReport[],
  found: ReadonlySet<string>,
): string[] {
  const wanted = new Set(expected.map(({ id }) => id));
  const extra = [...found].filter((id) => !wanted.has(id)).length;
  const missing = [...wanted].filter((id) => !found.has(id)).length;
  return extra + missing === 0 ? [] : [`${what}: ${extra} leaked, ${missing} missing`];
}

/** What row security alone shows each reader of each table, against the oracle. */
async function compareTables(
  app: Connection,
  world: World,
  reports: readonly PlacedReport[],
  at: number,
): Promise<string[]> {
  const differences: string[] = [];
  for (const reader of readersOf(world)) {
    const { name } = reader.actor;
    const sees = (report: PlacedReport): string => sightOf(world, report, reader.organization, at);
    const isTheirs = (report: PlacedReport): boolean =>
      reader.organization?.alias === report.owner ||
      (reader.organization?.kind === 'state' && reader.organization.state === report.state);
    const hasFigures = (report: PlacedReport): boolean =>
      report.versionState === 'cleared' || isTheirs(report);
    const any = reports.filter((report) => sees(report) !== 'nothing');
    const exact = any.filter((report) => sees(report) === 'exact' && hasFigures(report));
    const twins = any.filter(
      ({ versionState, ...rest }) =>
        versionState === 'cleared' ||
        (versionState === 'retracted' && isTheirs({ versionState, ...rest })),
    );
    const isFirewalled =
      reader.organization?.state === FIREWALLED && AUTHORITIES.includes(reader.organization.kind);
    await asReader(app, reader, async () => {
      const found = await reportsIn(app, 'arrival_report');
      differences.push(...compareSet(`${name}, arrival_report`, any, found));
      for (const table of EXACT) {
        const rows = await reportsIn(app, table);
        differences.push(...compareSet(`${name}, ${table}`, exact, rows));
      }
      const theirs = await reportsIn(app, 'arrival_cell', `where nationality = '${FIREWALLED}'`);
      const open = isFirewalled ? [] : exact;
      differences.push(...compareSet(`${name}, cells of ${FIREWALLED}`, open, theirs));
      for (const table of ANY) {
        const publics = twins.filter(
          (report) => sightOf(world, report, null, at) === 'protected' || !isFirewalled,
        );
        const wanted = table === 'twin_share' ? publics : twins;
        differences.push(...compareSet(`${name}, ${table}`, wanted, await reportsIn(app, table)));
      }
      const { rows } = await app.query<{ n: number }>('select count(*)::int as n from share');
      const isTheOwner = reader.organization?.alias === 'pa-snm';
      if (isTheOwner === (rows[0]?.n === 0)) {
        differences.push(`${name}, share: ${rows[0]?.n ?? 0} rows, owner ${isTheOwner}`);
      }
    });
  }
  return differences;
}

/** Row security alone: the repository's filter is left out, since plain SQL has none. */
export async function compareRowSecurity(
  system: TestSystem,
  world: World,
  reports: readonly PlacedReport[],
  at: number,
): Promise<string[]> {
  return withClient(system.urls.app, (app) => compareTables(app, world, reports, at));
}

interface Policy {
  readonly name: string;
  readonly table: string;
  readonly using: string;
}

/** Tables whose select policies the comparison reads. */
const READ = ['arrival_report', ...EXACT, ...ANY, 'share'];

async function policiesOf(owner: Connection): Promise<Policy[]> {
  const { rows } = await owner.query<Policy>(
    `select policyname as name, tablename as table, qual as using from pg_policies
     where cmd = 'SELECT' and 'enlace_app' = any(roles) and tablename = any($1) order by 2, 1`,
    [READ],
  );
  return rows;
}

/**
 * Opens (`true`) and closes (`false`) each policy in turn, in SQL and one at a time, and sees whether
 * the comparison notices. Returns those that went unnoticed.
 */
export async function unnoticedPolicies(
  system: TestSystem,
  world: World,
  reports: readonly PlacedReport[],
  at: number,
): Promise<{ tried: number; unnoticed: string[] }> {
  return withClient(system.urls.owner, async (owner) =>
    withClient(system.urls.app, async (app) => {
      const unnoticed: string[] = [];
      const policies = await policiesOf(owner);
      for (const { name, table, using } of policies) {
        for (const instead of ['true', 'false']) {
          await owner.query(`alter policy ${name} on ${table} using (${instead})`);
          const found = await compareTables(app, world, reports, at);
          await owner.query(`alter policy ${name} on ${table} using (${using})`);
          if (found.length === 0) unnoticed.push(`${table}.${name} as ${instead}`);
        }
      }
      return { tried: 2 * policies.length, unnoticed };
    }),
  );
}
