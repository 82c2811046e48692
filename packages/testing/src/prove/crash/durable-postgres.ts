import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  prepareDatabase,
  startPostgres,
  type DatabaseUrls,
  type Postgres,
} from '@enlace/dev-postgres';

const PASSWORDS = { ownerPassword: 'owner', appPassword: 'app', auditorPassword: 'auditor' };

/** A server that keeps what it acknowledged (fsync is on), and whose process may be killed. */
export class DurablePostgres {
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

  /** Starts it again at the same place, as whoever watches over it would. */
  async startAgain(): Promise<void> {
    const { port } = this.server;
    this.server = await startPostgres({ dataDir: join(this.folder, 'data'), port });
  }

  readonly stop = async (): Promise<void> => {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  };
}
