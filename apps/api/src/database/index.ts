export { dayOf, instantOf, listOf } from './answer.sql.js';
export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { ownerSource } from './mapping.js';
export { MIGRATIONS } from './migrations/index.js';
export { constraintOf } from './postgres-errors.js';
export { ClientTransaction, type Transaction } from './transaction.js';
