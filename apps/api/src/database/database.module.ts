import { Global, Logger, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { Config } from '../config/index.js';
import { Database } from './database.js';
import { MAPPING } from './mapping.js';
import { RecordVersions } from './record-versions.js';

const log = new Logger('Database');

const applicationSource = ({ database }: Config): TypeOrmModuleOptions => ({
  ...MAPPING,
  url: database.DATABASE_URL,
  // `Database` opens the pool at the first use: documents are made without one, and a late database heals.
  manualInitialization: true,
  applicationName: 'enlace-api',
  poolSize: database.DATABASE_POOL_SIZE,
  poolErrorHandler: (error: unknown) => {
    log.warn(`A connection was lost: ${error instanceof Error ? error.message : String(error)}`);
  },
  extra: {
    connectionTimeoutMillis: 5000,
    statement_timeout: database.DATABASE_STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: 60_000,
  },
});

/** The database under the application's role. */
@Global()
@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Config], useFactory: applicationSource })],
  providers: [RecordVersions, Database],
  exports: [Database],
})
export class DatabaseModule {}
