import { withClient } from '@enlace/dev-postgres';
import type { Client as Connection } from 'pg';
import type { TestSystem } from '../../system.js';
import { Asker, type Scene } from './asker.js';
import { COMMANDS, compareTable, type Command, type Connections } from './probes.js';
import { OPEN_TABLES, TABLES } from './tables.js';

const APPLICATION = 'enlace_app';

interface Policy {
  readonly name: string;
  readonly table: string;
  readonly role: string;
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}

const withBoth = <T>(system: TestSystem, work: (both: Connections) => Promise<T>): Promise<T> =>
  withClient(system.urls.owner, (owner) =>
    withClient(system.urls.app, (app) => work({ owner, app })),
  );

/** Row security alone: the repository's filter is left out, since plain SQL has none. */
export function compareRowSecurity(system: TestSystem, scene: Scene): Promise<string[]> {
  return withBoth(system, async (both) => {
    const askers = await Asker.all(both.app, scene);
    const differences: string[] = [];
    for (const [table, rules] of Object.entries(TABLES)) {
      for (const command of COMMANDS.filter((one) => rules[one] !== undefined)) {
        differences.push(...(await compareTable(both, askers, table, command)));
      }
    }
    return differences;
  });
}

async function policiesOf(owner: Connection): Promise<Policy[]> {
  const { rows } = await owner.query<Policy>(
    `select policyname as name, tablename as table, role, lower(cmd) as command, qual as using,
       with_check as check
     from pg_policies cross join lateral unnest(roles) as role
     where schemaname = 'public' order by 2, 1, 3`,
  );
  return rows;
}

const isCommand = (text: string): text is Command => COMMANDS.some((command) => command === text);

const isRegistered = ({ table, command }: Policy): boolean =>
  isCommand(command) && TABLES[table]?.[command] !== undefined;

/** What nobody registered: a policy without a rule, a rule without a policy, a table without row security. */
async function unregistered(owner: Connection, policies: readonly Policy[]): Promise<string[]> {
  const has = (table: string, command: string): boolean =>
    policies.some(
      (one) => one.role === APPLICATION && one.table === table && one.command === command,
    );
  const { rows } = await owner.query<{ name: string; reads: boolean; writes: boolean }>(
    `select c.relname as name, has_any_column_privilege($1, c.oid, 'select') as reads,
       has_any_column_privilege($1, c.oid, 'insert, update') or has_table_privilege($1, c.oid, 'delete') as writes
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
       and not (c.relrowsecurity and c.relforcerowsecurity)
       and not (c.relkind = 'v' and 'security_invoker=true' = any(coalesce(c.reloptions, '{}')))`,
    [APPLICATION],
  );
  return [
    ...policies
      .filter((policy) => policy.role === APPLICATION && !isRegistered(policy))
      .map(({ name, table, command }) => `policy ${table}.${name} (${command}) has no rule`),
    ...Object.entries(TABLES).flatMap(([table, rules]) =>
      COMMANDS.filter((command) => rules[command] !== undefined && !has(table, command)).map(
        (command) => `the rule of ${table} for ${command} has no policy`,
      ),
    ),
    ...rows
      .filter(({ name, reads, writes }) => writes || (reads && !OPEN_TABLES.includes(name)))
      .map(({ name }) => `table ${name} has no forced row security`),
  ];
}

const clauses = (using: string | null, check: string | null): string =>
  `${using === null ? '' : ` using (${using})`}${check === null ? '' : ` with check (${check})`}`;

async function whileChanged<T>(
  owner: Connection,
  policy: Policy,
  instead: 'true' | 'false',
  work: () => Promise<T>,
): Promise<T> {
  const { name, table, using, check } = policy;
  const changed = clauses(using === null ? null : instead, check === null ? null : instead);
  await owner.query(`alter policy ${name} on ${table}${changed}`);
  try {
    return await work();
  } finally {
    await owner.query(`alter policy ${name} on ${table}${clauses(using, check)}`);
  }
}

/** Rows that one of the roles sees which stand above organizations: they see every row, or their work is undone. */
async function rowsFor(system: TestSystem, { role, table }: Policy): Promise<number> {
  const url = role === 'enlace_auditor' ? system.urls.auditor : system.urls.owner;
  return withClient(url, async (connection) => {
    if (role === 'enlace_definer') await connection.query('set role enlace_definer');
    const { rows } = await connection.query<{ n: number }>(
      `select count(*)::int as n from ${table}`,
    );
    return rows[0]?.n ?? 0;
  });
}

/** What was tried, and what went wrong or unnoticed. */
interface PolicyTrial {
  readonly policies: number;
  readonly changes: number;
  readonly faults: readonly string[];
}

async function tryPolicy(
  system: TestSystem,
  both: Connections,
  askers: readonly Asker[],
  policy: Policy,
): Promise<{ changes: number; unnoticed: string[] }> {
  const { role, table, command } = policy;
  const name = `${table}.${policy.name}`;
  if (role !== APPLICATION) {
    const before = await rowsFor(system, policy);
    const after = await whileChanged(both.owner, policy, 'false', () => rowsFor(system, policy));
    return { changes: 1, unnoticed: before > after ? [] : [`${name} for ${role} as false`] };
  }
  if (!isCommand(command)) return { changes: 0, unnoticed: [] };
  const unnoticed: string[] = [];
  // What is open to everybody already can only be closed.
  const isOpen = policy.using === 'true' && policy.check === null;
  for (const instead of isOpen ? (['false'] as const) : (['true', 'false'] as const)) {
    const found = await whileChanged(both.owner, policy, instead, () =>
      compareTable(both, askers, table, command),
    );
    if (found.length === 0) unnoticed.push(`${name} as ${instead}`);
  }
  return { changes: isOpen ? 1 : 2, unnoticed };
}

/**
 * Opens (`true`) and closes (`false`) every policy of the database in turn, in SQL and one at a time, and
 * sees whether the rules of its table notice. Policies of the roles above organizations are open already
 * and only closed.
 */
export function tryPolicies(system: TestSystem, scene: Scene): Promise<PolicyTrial> {
  return withBoth(system, async (both) => {
    const policies = await policiesOf(both.owner);
    const faults = await unregistered(both.owner, policies);
    const askers = await Asker.all(both.app, scene);
    let changes = 0;
    for (const policy of policies) {
      if (policy.role === APPLICATION && !isRegistered(policy)) continue;
      const tried = await tryPolicy(system, both, askers, policy);
      changes += tried.changes;
      faults.push(...tried.unnoticed.map((what) => `${what} goes unnoticed`));
    }
    return { policies: policies.length, changes, faults };
  });
}
