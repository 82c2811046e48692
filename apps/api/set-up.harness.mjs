import { startTestPostgres, TEST_POSTGRES_VARIABLE } from '@enlace/dev-postgres';
import { TEMPLATE } from '@enlace/testing';

/** Starts the run's one PostgreSQL and makes the template that each spec copies: migrated, with organizations and people. */
export default async function setUp() {
  const server = await startTestPostgres();
  const urls = await server.prepare(TEMPLATE);
  const { migrate } = await import('./dist/commands/migrate.js');
  await migrate(urls.owner);
  const { Audit } = await import('./dist/audit/index.js');
  const { loadSeeds } = await import('./dist/seeds/index.js');
  const audit = new Audit({
    audit: { ENLACE_AUDIT_KEY: 'a'.repeat(64), ENLACE_AUDIT_KEY_ID: 'test' },
  });
  await loadSeeds({ ownerUrl: urls.owner, demo: 'people', audit });
  process.env[TEST_POSTGRES_VARIABLE] = server.superuserUrl;
  globalThis.enlaceTestPostgres = server;
}
