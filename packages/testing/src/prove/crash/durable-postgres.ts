import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  prepareDatabase,
  startPostgres,
  withClient,
  type DatabaseUrls,
  type Postgres,
} from '@enlace/dev-postgres';
import { Client } from 'pg';

const PASSWORDS = { ownerPassword: 'owner', appPassword: 'app', auditorPassword: 'auditor' };

/** A session of the application, one that is in the middle of something before others. */
const A_SESSION = `select pid from pg_stat_activity
  where backend_type = 'client backend' and usename = $1 order by state = 'idle', query_start desc limit 1`;

/** Throws where a session of this role could lose what it was told to be committed: nothing would be proved. */
export async function requireDurable(url: string): Promise<void> {
  const { rows } = await withClient(url, (session) =>
    session.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings
       where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'`,
    ),
  );
  const off = rows.map(({ name, setting }) => `${name} is ${setting}`);
  if (off.length > 0) throw new Error(`Nothing would be proved: ${off.join(', ')}.`);
}

/** A server that keeps what it acknowledged (fsync is on), and whose processes may be killed. */
export class DurablePostgres {
  /** Resolves when the server that was started last is there. */
  private coming: Promise<unknown> = Promise.resolve();
  private isStopped = false;

  private constructor(
    private readonly folder: string,
    private server: Postgres,
  ) {}

  static async start(): Promise<DurablePostgres> {
    const folder = await mkdtemp(join(tmpdir(), 'enlace-crash-'));
    // The server runs as a user of its own, who has to enter the folder.
    await chmod(folder, 0o755);
    return new DurablePostgres(folder, await startPostgres({ dataDir: join(folder, 'data') }));
  }

  get superuserUrl(): string {
    return this.server.superuserUrl;
  }

  readonly prepare = (database: string): Promise<DatabaseUrls> =>
    prepareDatabase(this.server.superuserUrl, { database, ...PASSWORDS });

  /** `kill -9` of the server's first process; its others follow by themselves. */
  kill(): void {
    process.kill(this.server.pid, 'SIGKILL');
  }

  /**
   * `kill -9` of one session of this role. The server takes its shared memory for spoiled, ends every
   * session and recovers from its log; resolves when it has begun to.
   */
  async killSession(role: string): Promise<void> {
    const witness = new Client({ connectionString: this.superuserUrl });
    witness.on('error', () => undefined);
    const ended = new Promise((resolve) => witness.once('end', resolve));
    await witness.connect();
    const { rows } = await witness.query<{ pid: number }>(A_SESSION, [role]);
    if (!rows[0]) throw new Error(`${role} has no session that could be killed.`);
    process.kill(rows[0].pid, 'SIGKILL');
    await ended;
  }

  /** Starts it again at the same place, as whoever watches over it would. */
  async startAgain(): Promise<void> {
    if (this.isStopped) throw new Error('The server is stopped.');
    const { port } = this.server;
    const coming = startPostgres({ dataDir: join(this.folder, 'data'), port });
    this.coming = coming.catch(() => undefined);
    this.server = await coming;
  }

  readonly stop = async (): Promise<void> => {
    this.isStopped = true;
    await this.coming;
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  };
}
