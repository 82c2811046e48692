import { createHash } from 'node:crypto';
import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';
import type { RecordVersions } from './record-versions.js';

/** One transaction with the actor's settings; SQL with parameters runs as a named prepared statement. */
export interface Transaction {
  /** All rows. */
  rows<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** All rows, some thousand at a time, none held any longer. One such reading at a time. */
  pages<T>(sql: string, parameters: readonly unknown[]): AsyncIterable<T[]>;
  /** The only row; throws when there is not exactly one. */
  one<T>(sql: string, parameters?: readonly unknown[]): Promise<T>;
  /** The only row or null; throws when there are several. */
  maybe<T>(sql: string, parameters?: readonly unknown[]): Promise<T | null>;
  /** The database's clock, which policies ask too. */
  now(): Promise<Date>;
  /** Writes of single records by their entities, on the same connection. */
  readonly manager: EntityManager;
  /** The opaque version of a record at a revision, for `ETag` and `If-Match`. */
  etag(id: string, revision: number): string;
  /** The connection, for COPY. */
  readonly client: PoolClient;
}

/** More texts than this are not named: they are put together and would fill the server's memory. */
const MAX_NAMES = 500;
/** Rows of one page of a long reading. */
const PAGE = 2000;
const FETCH = `fetch ${PAGE} from enlace_pages`;
const names = new Map<string, string>();

function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known || names.size >= MAX_NAMES) return known;
  const name = `enlace_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
  names.set(sql, name);
  return name;
}

/** Runs one statement on a connection; prepared once per connection where it has parameters. */
export async function runStatement<T>(
  client: PoolClient,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<T[]> {
  const name = parameters.length > 0 ? nameOf(sql) : undefined;
  const result = await client.query<QueryResultRow>({
    text: sql,
    values: [...parameters],
    ...(name ? { name } : {}),
  });
  return result.rows as T[];
}

/** The transaction's interface on an open connection. */
export class ClientTransaction implements Transaction {
  constructor(
    readonly client: PoolClient,
    readonly manager: EntityManager,
    /** `null` for seeds, which answer nobody. */
    private readonly versions: RecordVersions | null,
  ) {}

  rows<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]> {
    return runStatement<T>(this.client, sql, parameters);
  }

  async *pages<T>(sql: string, parameters: readonly unknown[]): AsyncGenerator<T[]> {
    const text = `declare enlace_pages no scroll cursor for ${sql}`;
    await this.client.query({ text, values: [...parameters] });
    for (;;) {
      const { rows } = await this.client.query<QueryResultRow>(FETCH);
      if (rows.length > 0) yield rows as T[];
      if (rows.length < PAGE) break;
    }
    await this.client.query('close enlace_pages');
  }

  async one<T>(sql: string, parameters?: readonly unknown[]): Promise<T> {
    const row = await this.maybe<T>(sql, parameters);
    if (row === null) throw new Error(`No row where exactly one is expected: ${sql}`);
    return row;
  }

  async maybe<T>(sql: string, parameters?: readonly unknown[]): Promise<T | null> {
    const [row, ...more] = await this.rows<T>(sql, parameters);
    if (more.length > 0) throw new Error(`${more.length + 1} rows where one is expected: ${sql}`);
    return row ?? null;
  }

  etag(id: string, revision: number): string {
    if (!this.versions) throw new Error('This transaction answers nobody: it has no versions.');
    return this.versions.of(id, revision);
  }

  async now(): Promise<Date> {
    const { now } = await this.one<{ now: Date }>('select enlace_now() as now');
    return now;
  }
}
