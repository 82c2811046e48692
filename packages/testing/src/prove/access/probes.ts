import { DatabaseError, type Client as Connection } from 'pg';
import { z } from 'zod';
import type { Asker, Row } from './asker.js';
import { TABLES } from './tables.js';

/** What a policy is about. */
export const COMMANDS = ['select', 'insert', 'update', 'delete'] as const;
export type Command = (typeof COMMANDS)[number];

/** Two connections: the owner's, who sees every row, and the application's. */
export interface Connections {
  readonly owner: Connection;
  readonly app: Connection;
}

const REFUSED_BY_POLICY = '42501';
const VIOLATED_CONSTRAINT = '23';
const jsonRow = z.record(z.string(), z.unknown());

async function rowsOf(connection: Connection, table: string): Promise<Row[]> {
  const { rows } = await connection.query<{ row: unknown }>(
    `select to_jsonb(t) as row from ${table} t`,
  );
  return rows.map(({ row }) => jsonRow.parse(row));
}

async function compareRead(
  app: Connection,
  table: string,
  expected: readonly Row[],
): Promise<string | null> {
  const keys = (rows: readonly Row[]): Set<string> =>
    new Set(rows.map((row) => JSON.stringify(row)));
  const found = keys(await rowsOf(app, table));
  const wanted = keys(expected);
  const leaked = [...found].filter((key) => !wanted.has(key)).length;
  const missing = [...wanted].filter((key) => !found.has(key)).length;
  return leaked + missing === 0 ? null : `${leaked} leaked, ${missing} missing`;
}

/** Columns that a row is given: generated ones are the database's. */
const WRITTEN_COLUMNS = `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;

/** Adds the row once more. Policies are asked before keys, so that a row that exists tells which of them refuses. */
async function mayInsert(app: Connection, table: string, row: Row): Promise<boolean> {
  await app.query('savepoint probe');
  try {
    const { rows } = await app.query<{ columns: string }>(WRITTEN_COLUMNS, [table]);
    const columns = rows[0]?.columns ?? '';
    await app.query(
      `insert into ${table} (${columns}) overriding system value
       select ${columns} from jsonb_populate_record(null::${table}, $1)`,
      [JSON.stringify(row)],
    );
    return true;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (error.code === REFUSED_BY_POLICY) return false;
    if (error.code?.startsWith(VIOLATED_CONSTRAINT)) return true;
    throw error;
  } finally {
    await app.query('rollback to savepoint probe');
  }
}

async function compareInsert(
  app: Connection,
  table: string,
  allowed: readonly Row[],
  refused: readonly Row[],
): Promise<string | null> {
  const [own] = allowed;
  const [other] = refused;
  if (own && !(await mayInsert(app, table, own))) return 'may not add a row of its own';
  if (other && (await mayInsert(app, table, other))) return "may add somebody else's row";
  return null;
}

/** A statement that names no column asks the policy of its command alone, and not that of reading. */
async function compareWrite(
  app: Connection,
  statement: string,
  expected: number,
): Promise<string | null> {
  await app.query('savepoint probe');
  try {
    const { rowCount } = await app.query(statement);
    return rowCount === expected ? null : `${rowCount ?? 0} rows instead of ${expected}`;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (error.code === REFUSED_BY_POLICY) return 'is refused';
    if (!error.code?.startsWith(VIOLATED_CONSTRAINT)) throw error;
    // Rows that others refer to stay; that they were reached says that the policy let the reader have them.
    return expected > 0 ? null : 'reaches rows of others';
  } finally {
    await app.query('rollback to savepoint probe');
  }
}

async function compareOne(
  app: Connection,
  table: string,
  command: Command,
  pick: (wanted: boolean) => readonly Row[],
): Promise<string | null> {
  switch (command) {
    case 'select':
      return compareRead(app, table, pick(true));
    case 'insert':
      return compareInsert(app, table, pick(true), pick(false));
    case 'update':
      return compareWrite(
        app,
        `update ${table} set ${TABLES[table]?.update?.set ?? ''}`,
        pick(true).length,
      );
    case 'delete':
      return compareWrite(app, `delete from ${table}`, pick(true).length);
  }
}

/** What row security alone lets each reader do with the table, where it differs from the table's rule. */
export async function compareTable(
  { owner, app }: Connections,
  askers: readonly Asker[],
  table: string,
  command: Command,
): Promise<string[]> {
  const given = TABLES[table]?.[command];
  if (!given) throw new Error(`${table} has no rule for ${command}`);
  const rule = 'rows' in given ? given.rows : given;
  const all = await rowsOf(owner, table);
  const differences: string[] = [];
  for (const asker of askers) {
    const pick = (wanted: boolean): Row[] => all.filter((row) => rule(asker, row) === wanted);
    const fault = await asker.ask(app, () => compareOne(app, table, command, pick));
    if (fault) differences.push(`${asker.name}, ${command} on ${table}: ${fault}`);
  }
  return differences;
}
