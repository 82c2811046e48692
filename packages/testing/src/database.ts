import { randomBytes } from 'node:crypto';
import { startTestPostgres, type DatabaseUrls } from '@enlace/dev-postgres';

/** Name of the database that a run's set-up migrates and seeds once. */
export const TEMPLATE = 'enlace_template';

/** A database of a test's own. */
export interface TestDatabase {
  readonly urls: DatabaseUrls;
  drop(): Promise<void>;
}

/** Copies the run's template; the run's server must have been started by its set-up. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await startTestPostgres();
  const name = `test_${randomBytes(8).toString('hex')}`;
  const urls = await server.cloneDatabase(TEMPLATE, name);
  return { urls, drop: () => server.dropDatabase(name) };
}
