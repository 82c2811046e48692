import { DataSource } from 'typeorm';
import { ENTITIES } from '../entities.js';
import { MIGRATIONS } from './migrations/index.js';
import { PostgresNames } from './postgres-names.js';

/** How tables are mapped; the migrations alone change them, and they need no extension of TypeORM's. */
export const MAPPING = {
  type: 'postgres',
  synchronize: false,
  installExtensions: false,
  uuidExtension: 'pgcrypto',
  namingStrategy: new PostgresNames(),
  entities: ENTITIES,
} as const;

/** One connection under the owner's role, for migrations and seeds. */
export const ownerSource = (url: string): DataSource =>
  new DataSource({
    ...MAPPING,
    url,
    poolSize: 1,
    migrations: [...MIGRATIONS],
    migrationsTransactionMode: 'each',
  });
