import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Db } from 'pg-boss';
import { JOB_NAMES, JOB_PAYLOADS, type JobName, type JobPayload } from '@enlace/contract';
import { Database, type Transaction } from '../database/index.js';

/** A handler that fails is tried again after these seconds, then left to the next round of the clock. */
const QUEUE = {
  ...{ retryLimit: 2, retryDelay: 10, retryBackoff: true },
  // A job of a process that died is given to another after this.
  ...{ expireInSeconds: 300, deleteAfterSeconds: 86_400, retentionSeconds: 86_400 * 14 },
} as const;

/** The queue in the database; pg-boss on the application's own pool and role. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private opening: Promise<PgBoss> | null = null;

  constructor(private readonly database: Database) {}

  /**
   * Puts a job into the writer's own transaction: it exists when the write does. `key` names what it
   * is about; while one with the same key waits, no second is made.
   */
  async enqueue<N extends JobName>(
    tx: Transaction,
    name: N,
    payload: JobPayload<N>,
    key: string,
  ): Promise<void> {
    const boss = await this.open();
    const db: Db = { executeSql: (text, values) => tx.client.query(text, values) };
    const data = JOB_PAYLOADS[name].parse(payload);
    await boss.send(name, data, { db, singletonKey: key });
  }

  /** pg-boss, started at the first use and again after a failure, so that a late database heals. */
  open(): Promise<PgBoss> {
    this.opening ??= this.start().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  /** Names of the jobs of which one waits and may begin. */
  async waiting(): Promise<readonly JobName[]> {
    const rows = await this.database.query<{ name: string }>(
      `select distinct name from pgboss.job where name = any($1) and state < 'active' and start_after <= now()`,
      [JOB_NAMES],
    );
    return JOB_NAMES.filter((name) => rows.some((row) => row.name === name));
  }

  async onApplicationShutdown(): Promise<void> {
    const boss = await this.opening?.catch(() => null);
    await boss?.stop({ graceful: true, close: false, timeout: 20_000 });
  }

  private async start(): Promise<PgBoss> {
    const executeSql: Db['executeSql'] = async (text, values) => ({
      rows: await this.database.statements(text, values),
    });
    const boss = new PgBoss({
      ...{ db: { executeSql }, schema: 'pgboss', migrate: false, createSchema: false },
      // The owner alone may rebuild indexes.
      ...{ supervise: true, schedule: true, reindex: false, monitorVacuum: false },
    });
    boss.on('error', (error) => {
      this.log.warn(`The queue: ${error.message}`);
    });
    await boss.start();
    for (const name of JOB_NAMES) {
      // One waiting job for each key: what is asked for twice before it began runs once.
      await boss.createQueue(name, { policy: 'short', ...QUEUE });
      await boss.updateQueue(name, QUEUE);
    }
    return boss;
  }
}
