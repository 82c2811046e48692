import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Client } from '../../client/client.js';
import type { Kind, Ledger } from './ledger.js';

/** How long a client goes on asking; longer than anything may be away. */
const PATIENCE = 90_000;
const PAUSE = 150;
/** Away for a while, or busy with the same request. */
const TRY_AGAIN: readonly number[] = [409, 429, 502, 503, 504];

/** One write as a client sends it, however often. */
export interface Write {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly etag?: string;
}

/** Sends a write until it is answered, the same one with the same key, as a careful client does. */
export class Sender {
  constructor(
    readonly client: Client,
    private readonly ledger: Ledger,
  ) {}

  /** The JSON of the answer; a write of a version that was applied without an answer is read back. */
  async send<T>(kind: Kind, write: Write, applied?: () => Promise<T | null>): Promise<T> {
    const headers: Record<string, string> = { 'idempotency-key': randomUUID() };
    if (write.etag !== undefined) headers['if-match'] = `"${write.etag}"`;
    const call = { method: write.method, body: write.body, headers };
    const until = Date.now() + PATIENCE;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.client.call(write.path, call).catch(() => null);
      if (answer !== null && answer.status < 300) {
        this.ledger.count(kind, 'acknowledged');
        return answer.json as T;
      }
      if (answer?.status === 412 && attempt > 0 && applied) {
        const found = await this.read(applied);
        if (found !== null) return found;
      }
      this.judge(write, answer, until);
      this.ledger.count(kind, 'again');
      await sleep(PAUSE);
    }
  }

  /** Reads however long it takes. */
  async read<T>(ask: () => Promise<T>): Promise<T> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (Date.now() > until) throw error;
        await sleep(PAUSE);
      }
    }
  }

  private judge(write: Write, answer: Answer | null, until: number): void {
    const what = `${write.method} ${write.path}: ${answer?.text.slice(0, 400) ?? 'no answer'}`;
    if (answer?.status === 500) this.ledger.wrong.push(what);
    const isPassing = answer === null || answer.status === 500 || TRY_AGAIN.includes(answer.status);
    if (!isPassing || Date.now() > until) throw new Error(what);
  }
}
