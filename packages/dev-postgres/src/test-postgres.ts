import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeIdentifier } from 'pg';
import {
  databaseUrls,
  prepareDatabase,
  restrictConnections,
  withClient,
  type DatabaseUrls,
} from './prepare-database.js';
import { startPostgres } from './server.js';

/** Passwords of the roles of a test server; it listens on this machine only and lives one run. */
const PASSWORDS = { ownerPassword: 'owner', appPassword: 'app', auditorPassword: 'auditor' };

/** Environment variable that hands a run's one server to its worker processes. */
export const TEST_POSTGRES_VARIABLE = 'ENLACE_TEST_POSTGRES';

/** A throw-away server and its databases. */
export interface TestPostgres {
  readonly superuserUrl: string;
  /** Makes (or finds) an empty database with roles and extensions. */
  prepare(database: string): Promise<DatabaseUrls>;
  /** Copies a database that nobody is connected to. */
  cloneDatabase(template: string, name: string): Promise<DatabaseUrls>;
  dropDatabase(name: string): Promise<void>;
  /** Stops the server and deletes its files; nothing when another process started it. */
  stop(): Promise<void>;
}

/** Copies the database `template`, which nobody may be connected to, under a new name. */
export async function cloneDatabase(
  superuserUrl: string,
  template: string,
  name: string,
): Promise<DatabaseUrls> {
  await withClient(superuserUrl, async (client) => {
    await client.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} ` +
        'owner enlace_owner strategy file_copy',
    );
    await restrictConnections(client, name);
  });
  return databaseUrls(superuserUrl, { database: name, ...PASSWORDS });
}

function serving(superuserUrl: string, stop: () => Promise<void>): TestPostgres {
  return {
    superuserUrl,
    prepare: (database) => prepareDatabase(superuserUrl, { database, ...PASSWORDS }),
    cloneDatabase: (template, name) => cloneDatabase(superuserUrl, template, name),
    dropDatabase: (name) =>
      withClient(superuserUrl, async (client) => {
        await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
      }),
    stop,
  };
}

/**
 * The run's one server: the one named by ENLACE_TEST_POSTGRES, else a new one in a temporary folder,
 * without fsync, which ends with this process at the latest.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const running = process.env[TEST_POSTGRES_VARIABLE];
  if (running) return serving(running, () => Promise.resolve());
  const folder = await mkdtemp(join(tmpdir(), 'enlace-postgres-'));
  // mkdtemp gives 700, which the server's own user could not enter.
  await chmod(folder, 0o755);
  const server = await startPostgres({ dataDir: join(folder, 'data'), fsync: false });
  const atExit = (): void => {
    try {
      process.kill(server.pid, 'SIGQUIT');
    } catch {
      // Already gone.
    }
  };
  process.once('exit', atExit);
  return serving(server.superuserUrl, async () => {
    process.off('exit', atExit);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
}
