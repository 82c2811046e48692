export { backUpCluster, type ClusterBackup } from './back-up-cluster.js';
export { MAJOR as POSTGRES_MAJOR } from './data-folder.js';
export { PostgresError, type PostgresFault } from './postgres-error.js';
export {
  databaseUrls,
  inDatabase,
  prepareDatabase,
  withClient,
  type DatabasePlan,
  type DatabaseUrls,
} from './prepare-database.js';
export { isFree, restoreCluster } from './restore-cluster.js';
export {
  removePostgres,
  runningPostgres,
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
