import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Subject, type Observable } from 'rxjs';
import { z } from 'zod';
import { Config } from '../config/index.js';

const CHANNEL = 'enlace_changes';
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

const change = z.union([
  z.strictObject({ commitment: z.uuid() }),
  // A commitment, of which its parties alone may know that something happened.
  z.strictObject({ parties: z.uuid() }),
  z.strictObject({ provision: z.uuid() }),
  z.strictObject({ practice: z.uuid() }),
  z.strictObject({ organization: z.uuid() }),
  z.strictObject({ state: z.int() }),
  // A session at the identity provider that has ended.
  z.strictObject({ session: z.string() }),
]);

/** What changed, by id; `everything` after the line to the database was lost. */
export type Change = z.infer<typeof change> | { readonly everything: true };

/** Listens to the database's changes on one connection, opened with the first reader. */
@Injectable()
export class ChangeFeed implements OnApplicationShutdown {
  private readonly log = new Logger('ChangeFeed');
  private readonly subject = new Subject<Change>();
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private isStopped = false;
  private isStarted = false;

  constructor(private readonly config: Config) {}

  /** Changes from now on. */
  changes(): Observable<Change> {
    if (!this.isStarted) {
      this.isStarted = true;
      void this.listen(FIRST_PAUSE);
    }
    return this.subject.asObservable();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    if (this.retry) clearTimeout(this.retry);
    this.subject.complete();
    await this.client?.end().catch(() => undefined);
  }

  private async listen(pause: number): Promise<void> {
    const client = new Client({
      connectionString: this.config.database.DATABASE_URL,
      application_name: 'enlace-live-updates',
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', ({ payload }) => {
      this.tell(payload ?? '');
    });
    client.once('error', (error: Error) => {
      this.log.warn(`The line for live updates was lost: ${error.message}`);
    });
    client.once('end', () => {
      this.again(pause);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      // What happened while nobody listened is unknown: readers read anew.
      if (pause > FIRST_PAUSE) this.subject.next({ everything: true });
    } catch {
      await client.end().catch(() => undefined);
    }
  }

  private again(pause: number): void {
    if (this.isStopped || this.retry) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.listen(Math.min(pause * 2, LONGEST_PAUSE));
    }, pause);
    this.retry.unref();
  }

  private tell(payload: string): void {
    const parsed = change.safeParse(parsedJson(payload));
    if (parsed.success) this.subject.next(parsed.data);
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
