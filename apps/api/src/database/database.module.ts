import { Global, Logger, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/index.js';
import { Database } from './database.js';
import { RecordVersions } from './record-versions.js';

const log = new Logger('Database');

function applicationSource({ database }: Config): DataSource {
  return new DataSource({
    type: 'postgres',
    url: database.DATABASE_URL,
    synchronize: false,
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
}

/** The database under the application's role. */
@Global()
@Module({
  providers: [
    { provide: DataSource, inject: [Config], useFactory: applicationSource },
    RecordVersions,
    Database,
  ],
  exports: [Database],
})
export class DatabaseModule {}
