export { TEMPLATE, testDatabase, type TestDatabase } from './database.js';
export type { DatabaseUrls } from '@enlace/dev-postgres';
export { startTestIdentity, type TestIdentity } from './identity.js';
export { startTestSystem, type TestSystem } from './system.js';
