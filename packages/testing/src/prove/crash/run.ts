import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '@enlace/dev-postgres';
import type { TestSystem } from '../../system.js';
import type { DurablePostgres } from './durable-postgres.js';
import type { Heads } from './heads.js';
import type { Ledger } from './ledger.js';
import type { Writer } from './writers.js';

/** What is killed. */
export type Kill = 'api' | 'postgres';

/** From each kill until the system was ready again it may take so long. */
export const READY_WITHIN = 30_000;

/** Least and most time under load before a kill. */
const LOAD = [1500, 3500] as const;

/** The time under load before one kill, and what was acknowledged in it. */
export interface Window {
  readonly milliseconds: number;
  readonly acknowledged: number;
}

/** What happened in a run. */
export interface Course {
  /** From each kill until ready, by what was killed. */
  readonly away: Readonly<Record<Kill, number[]>>;
  readonly windows: Window[];
}

/** People write, something is killed, a day passes; and again. */
export class Run {
  private readonly course: Course = { away: { api: [], postgres: [] }, windows: [] };
  private writing = false;

  constructor(
    private readonly system: TestSystem,
    private readonly postgres: DurablePostgres,
    private readonly ledger: Ledger,
    private readonly heads: Heads,
    private readonly random: () => number,
  ) {}

  async pass(writers: readonly Writer[], kills: readonly Kill[]): Promise<Course> {
    for (const [index, what] of kills.entries()) {
      this.writing = true;
      const all = Promise.all(writers.map((writer) => this.work(writer)));
      all.catch(() => undefined);
      await this.load();
      await this.heads.note();
      const began = performance.now();
      await this.kill(what);
      this.course.away[what].push(performance.now() - began);
      this.writing = false;
      await all;
      await this.heads.note();
      if (index + 1 < kills.length) await this.nextDay();
      if ((index + 1) % 10 === 0) {
        console.log(`${index + 1} kills, ${this.ledger.acknowledged} writes acknowledged`);
      }
    }
    return this.course;
  }

  /** A day later; nobody writes meanwhile, since a key is good for a day. */
  async nextDay(): Promise<void> {
    await withClient(this.system.urls.owner, (database) =>
      database.query(`update test_clock set ahead = ahead + interval '1 day'`),
    );
  }

  /** What is acknowledged while the system comes back, and after it, is not of the load. */
  private async load(): Promise<void> {
    const [least, most] = LOAD;
    const began = performance.now();
    const before = this.ledger.acknowledged;
    await sleep(least + this.random() * (most - least));
    this.course.windows.push({
      milliseconds: performance.now() - began,
      acknowledged: this.ledger.acknowledged - before,
    });
  }

  private async work(writer: Writer): Promise<void> {
    try {
      while (this.writing) await writer.step();
    } catch (error) {
      // It is done until the next kill: what is wrong once would be so a thousand times.
      this.ledger.wrong.push(String(error));
    }
  }

  private async kill(what: Kill): Promise<void> {
    if (what === 'api') {
      await this.system.killApi();
      await this.system.startApi();
      return;
    }
    this.postgres.kill();
    await this.postgres.startAgain();
    // The API goes on living and has to find its way back by itself.
    const until = Date.now() + 2 * READY_WITHIN;
    while (Date.now() < until) {
      const ready = await fetch(`${this.system.origin}/api/health/ready`).catch(() => null);
      if (ready?.ok) return;
      await sleep(50);
    }
    throw new Error('The API is not ready again after PostgreSQL came back.');
  }
}

/** The kills in an order that the seed gives, those of PostgreSQL among the others. */
export function killsOf(
  counts: Readonly<Record<Kill, number>>,
  random: () => number,
): readonly Kill[] {
  return (Object.keys(counts) as Kill[])
    .flatMap((what) => Array.from({ length: counts[what] }, () => ({ what, at: random() })))
    .sort((one, other) => one.at - other.at)
    .map(({ what }) => what);
}
