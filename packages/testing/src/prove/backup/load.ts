import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileAnswer, PracticeWritten } from '@enlace/contract';
import { withClient } from '@enlace/dev-postgres';
import { Client, type Reached } from '../../client/client.js';
import { lettersOf, type Acknowledged, type Ledger } from '../crash/ledger.js';
import type { Writer } from '../crash/writers.js';

const PRACTICES = '/api/v1/practices';
/** A practice takes two hundred. */
const FILES_A_PRACTICE = 150;
const LOOKED_EVERY = 20;
const TURNED_EVERY = 250;

/** A file that was acknowledged, and what it holds. */
export interface HandedIn {
  readonly id: string;
  readonly text: string;
}

/** Hands in a file after the other. */
export class Uploader implements Writer {
  readonly files: HandedIn[] = [];
  private readonly client: Client;
  private practice = '';

  constructor(system: Reached) {
    this.client = new Client(system, 'editor.ngo');
  }

  async step(): Promise<void> {
    const mark = lettersOf(this.files.length);
    if (this.files.length % FILES_A_PRACTICE === 0) {
      const body = { language: 'en', title: `Files ${mark}` };
      this.practice = (await this.client.send<PracticeWritten>('POST', PRACTICES, body)).id;
    }
    const text = `Shift,People\n${mark},2\n`;
    const answer = await this.client.call(`${PRACTICES}/${this.practice}/files`, {
      ...{ method: 'POST', body: new TextEncoder().encode(text) },
      headers: { 'idempotency-key': randomUUID(), 'x-file-name': `${mark}.csv` },
    });
    // Several files are checked at once at most; others are told to come back.
    if (answer.status === 503 || answer.status === 429) return sleep(LOOKED_EVERY);
    if (answer.status !== 201) throw new Error(`A file was answered ${answer.text}`);
    this.files.push({ id: (answer.json as FileAnswer).id, text });
  }
}

/** Moves the log on as hours of work would: new segments begin and old ones are used again. */
export class Turner implements Writer {
  turned = 0;

  constructor(private readonly superuserUrl: string) {}

  async step(): Promise<void> {
    await withClient(this.superuserUrl, async (client) => {
      await client.query('select pg_switch_wal()');
      await client.query('checkpoint');
    });
    this.turned += 1;
    await sleep(TURNED_EVERY);
  }
}

/** What had been acknowledged at a moment. */
export interface Look {
  readonly at: number;
  readonly acknowledged: number;
  readonly records: readonly Acknowledged[];
  readonly files: readonly HandedIn[];
}

/** Many people who write until they are told to stop, and what they were told at every moment. */
export class Load {
  private readonly looks: Look[] = [];
  private writing = true;
  private readonly done: Promise<unknown>;

  constructor(
    writers: readonly Writer[],
    private readonly uploader: Uploader,
    private readonly ledger: Ledger,
  ) {
    const all = [...writers, uploader].map((writer) => this.work(writer));
    this.done = Promise.all([...all, this.watch()]);
  }

  /** What was acknowledged at that moment at the latest: every answer in it had come by then. */
  lookBefore(moment: number): Look {
    const look = this.looks.findLast(({ at }) => at <= moment);
    if (!look) throw new Error('Nobody had written yet.');
    return look;
  }

  async stop(): Promise<void> {
    this.writing = false;
    await this.done;
  }

  private async watch(): Promise<void> {
    while (this.writing) {
      const { acknowledged, records } = this.ledger;
      this.looks.push({
        ...{ at: Date.now(), acknowledged: acknowledged + this.uploader.files.length },
        records: structuredClone(records),
        files: [...this.uploader.files],
      });
      await sleep(LOOKED_EVERY);
    }
  }

  private async work(writer: Writer): Promise<void> {
    try {
      while (this.writing) await writer.step();
    } catch (error) {
      this.ledger.wrong.push(String(error));
    }
  }
}
