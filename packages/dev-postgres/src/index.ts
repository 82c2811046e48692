export { PostgresError, type PostgresFault } from './postgres-error.js';
export {
  databaseUrls,
  inDatabase,
  prepareDatabase,
  withClient,
  type DatabasePlan,
  type DatabaseUrls,
} from './prepare-database.js';
export {
  removePostgres,
  startPostgres,
  stopPostgres,
  type Postgres,
  type PostgresOptions,
} from './server.js';
export {
  cloneDatabase,
  startTestPostgres,
  TEST_POSTGRES_VARIABLE,
  type TestPostgres,
} from './test-postgres.js';
