import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResult } from 'pg';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { Problem } from '../problems/index.js';
import { isRepeatable, isUnreachable } from './postgres-errors.js';
import { RecordVersions } from './record-versions.js';
import { SETTINGS_STATEMENT, settingsOf, type Sight } from './sight.js';
import { ClientTransaction, runStatement, type Transaction } from './transaction.js';

const ATTEMPTS = 3;
const BEGIN = {
  read: 'begin isolation level read committed read only',
  write: 'begin isolation level read committed',
} as const;

/** The one door to the database: transactions that carry the actor's settings. */
@Injectable()
export class Database {
  private opening: Promise<DataSource> | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly versions: RecordVersions,
  ) {}

  /** Runs `work` in a read-only transaction under the actor's sight. */
  read<T>(sight: Sight, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.run('read', sight, work);
  }

  /** Runs `work` in a transaction; repeated when another writer got in its way, so keep it free of side effects. */
  async write<T>(sight: Sight, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.run('write', sight, work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isRepeatable(error)) throw error;
      }
    }
  }

  /** One statement without actor and settings: for functions that take the person as an argument. */
  async query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.connected((client) => runStatement<T>(client, sql, parameters));
  }

  /**
   * Statements that a library wrote, several in one text among them: the rows of all. What it began and
   * could not end is taken back, so that no connection goes back to the pool in the middle of it.
   */
  async statements(sql: string, parameters: readonly unknown[] = []): Promise<unknown[]> {
    return this.connected(async (client) => {
      try {
        const answer: QueryResult | QueryResult[] = await client.query(sql, [...parameters]);
        return [answer].flat().flatMap(({ rows }): unknown[] => rows);
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  private async run<T>(
    mode: keyof typeof BEGIN,
    sight: Sight,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.connected(async (client, manager) => {
      await client.query(BEGIN[mode]);
      try {
        await client.query({ ...SETTINGS_STATEMENT, values: settingsOf(sight) });
        const result = await work(new ClientTransaction(client, manager, this.versions));
        await client.query('commit');
        return result;
      } catch (error) {
        // A broken connection cannot roll back; the server does so by itself.
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  private async connected<T>(
    use: (client: PoolClient, manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    try {
      const source = await this.open();
      const runner = source.createQueryRunner();
      try {
        return await use((await runner.connect()) as PoolClient, runner.manager);
      } finally {
        await runner.release();
      }
    } catch (thrown) {
      // TypeORM's own error carries the parameters, which must not reach the log.
      const error: unknown = thrown instanceof QueryFailedError ? thrown.driverError : thrown;
      if (isUnreachable(error)) throw new Problem('service-unavailable', { cause: error });
      throw error;
    }
  }

  /** Opens the pool at the first use, and again after a failure, so that a late database heals. */
  private open(): Promise<DataSource> {
    this.opening ??= this.source.initialize().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }
}
