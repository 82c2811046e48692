import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '@enlace/dev-postgres';
import type { TestSystem } from '../../system.js';
import { requireDurable, type DurablePostgres } from './durable-postgres.js';
import type { Heads } from './heads.js';
import type { Ledger } from './ledger.js';
import type { Writer } from './writers.js';

/** What is killed: the API at any moment or while it hands a mail over, the server or one session of it. */
export const KILLS = ['api', 'api at a mail', 'postgres', 'session of postgres'] as const;
export type Kill = (typeof KILLS)[number];

/** From each kill until the system was ready again it may take so long. */
export const READY_WITHIN = 30_000;

/** Least and most time under load before a kill. */
const LOAD = [1500, 3500] as const;
/** Mails come every day; without any for so long, something else is wrong. */
const MAIL_WITHIN = 120_000;

/** The time under load before one kill, and what was acknowledged in it. */
export interface Window {
  readonly milliseconds: number;
  readonly acknowledged: number;
}

/** What happened in a run. */
export interface Course {
  /** From each kill until ready, by what was killed. */
  readonly away: ReadonlyMap<Kill, number[]>;
  readonly windows: Window[];
  /** Message-IDs of mails that the server took while the API, which never heard of it, was killed. */
  readonly cutOff: string[];
}

/** People write, something is killed, a day passes; and again. */
export class Run {
  private readonly course: Course = {
    ...{ away: new Map(KILLS.map((what) => [what, []])), windows: [], cutOff: [] },
  };
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
      if (index > 0) await this.nextDay();
      this.writing = true;
      const all = Promise.all(writers.map((writer) => this.work(writer)));
      all.catch(() => undefined);
      await this.load(what);
      const began = performance.now();
      await this.kill(what);
      this.course.away.get(what)?.push(performance.now() - began);
      this.writing = false;
      await all;
      await this.heads.note();
      if ((index + 1) % 10 === 0) {
        console.log(`${index + 1} kills, ${this.ledger.acknowledged} writes acknowledged`);
      }
    }
    return this.course;
  }

  /**
   * A day later; nobody writes meanwhile, since a key is good for a day. A day has 288 strikes of the
   * practices' clock; the one that is put into the queue here stands for them.
   */
  async nextDay(): Promise<void> {
    await withClient(this.system.urls.owner, async (database) => {
      await database.query(`update test_clock set ahead = ahead + interval '1 day'`);
      await database.query(`insert into pgboss.job (name, data) values ('practices.clock', '{}')`);
    });
  }

  /** What is acknowledged while the system comes back, and after it, is not of the load. */
  private async load(what: Kill): Promise<void> {
    const [least, most] = LOAD;
    const began = performance.now();
    const before = this.ledger.acknowledged;
    await sleep(least + this.random() * (most - least));
    await this.heads.note();
    if (what === 'api at a mail') await this.killAtAMail();
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

  /** Kills the API when the next mail has arrived and before it hears so: the mail waits still, and was sent. */
  private killAtAMail(): Promise<void> {
    return new Promise((resolve, reject) => {
      const tooLate = setTimeout(() => {
        reject(new Error('No mail came that the API could be killed at.'));
      }, MAIL_WITHIN);
      this.system.mail.setRules({
        message: ({ messageId }) => {
          this.system.mail.setRules({});
          clearTimeout(tooLate);
          this.course.cutOff.push(messageId);
          this.system.killApi().then(resolve, reject);
          return null;
        },
      });
    });
  }

  /** Kills what is not killed yet and resolves when the system is ready again. */
  private async kill(what: Kill): Promise<void> {
    if (what === 'api') await this.system.killApi();
    if (what === 'api' || what === 'api at a mail') {
      await this.system.startApi();
      return;
    }
    if (what === 'postgres') {
      this.postgres.kill();
      await this.postgres.startAgain();
    } else await this.postgres.killSession(new URL(this.system.urls.app).username);
    await this.untilReady();
    await requireDurable(this.system.urls.app);
  }

  /** The API goes on living and has to find its way back by itself. */
  private async untilReady(): Promise<void> {
    const until = Date.now() + 2 * READY_WITHIN;
    while (Date.now() < until) {
      const ready = await fetch(`${this.system.origin}/api/health/ready`).catch(() => null);
      if (ready?.ok) return;
      await sleep(50);
    }
    throw new Error('The API is not ready again after PostgreSQL came back.');
  }
}

/** The kills in an order that the seed gives, each kind among the others. */
export function killsOf(
  counts: Readonly<Record<Kill, number>>,
  random: () => number,
): readonly Kill[] {
  return KILLS.flatMap((what) =>
    Array.from({ length: counts[what] }, () => ({ what, at: random() })),
  )
    .sort((one, other) => one.at - other.at)
    .map(({ what }) => what);
}
