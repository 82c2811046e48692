/**
 * `npm run prove -- crash [--full] [--api N] [--postgres N] [--seed N]`: `kill -9` of the API and of
 * PostgreSQL (fsync on) while people of all three jobs write. Clients send what was not answered again,
 * with the same key. At the end everything acknowledged is there once, with its entry in an unbroken
 * trace, its jobs and its mails; after each kill the system is ready again within 30 s. `--full` takes
 * 100 and 20 kills, the short run a tenth.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client as Database } from 'pg';
import { seeded } from '../attacker/random.js';
import { startSystemOn, type TestSystem } from '../system.js';
import { castOf } from './crash/cast.js';
import { DurablePostgres } from './crash/durable-postgres.js';
import { Ledger } from './crash/ledger.js';
import { judge } from './crash/verdict.js';
import type { Writer } from './crash/writers.js';

/** Every instant of the proof is moved, so that days pass and mails go out at each of them. */
const MOVED_CLOCK = [
  'create table test_clock (ahead interval not null)',
  // Afternoon all over the continent.
  `insert into test_clock select date_trunc('day', now()) + interval '17 hours' - now()`,
  'grant select on test_clock to public',
  `create or replace function enlace_now() returns timestamptz language sql stable parallel safe
     as 'select now() + (select ahead from public.test_clock)'`,
];
/** Least and most time under load before a kill. */
const LOAD = [1500, 3500] as const;
const READY_WITHIN = 30_000;
const LEAST_A_SECOND = 50;
/** Days after the last kill on which mails that one a day held back may go. */
const LAST_DAYS = 6;

interface Course {
  /** From each kill until ready, by what was killed. */
  readonly away: { readonly api: number[]; readonly postgres: number[] };
  loaded: number;
}

class Run {
  private readonly course: Course = { away: { api: [], postgres: [] }, loaded: 0 };
  private writing = false;

  constructor(
    private readonly system: TestSystem,
    private readonly postgres: DurablePostgres,
    private readonly ledger: Ledger,
    private readonly random: () => number,
  ) {}

  async pass(writers: readonly Writer[], kills: readonly ('api' | 'postgres')[]): Promise<Course> {
    for (const [index, what] of kills.entries()) {
      this.writing = true;
      const all = Promise.all(writers.map((writer) => this.work(writer)));
      all.catch(() => undefined);
      await this.load();
      const began = performance.now();
      await this.kill(what);
      this.course.away[what].push(performance.now() - began);
      this.writing = false;
      await all;
      await this.nextDay();
      if ((index + 1) % 10 === 0) {
        console.log(`${index + 1} kills, ${this.ledger.acknowledged} writes acknowledged`);
      }
    }
    return this.course;
  }

  /** A day later; nobody writes meanwhile, since a key is good for a day. */
  async nextDay(): Promise<void> {
    const database = new Database({ connectionString: this.system.urls.owner });
    await database.connect();
    await database.query(`update test_clock set ahead = ahead + interval '1 day'`);
    await database.end();
  }

  private async load(): Promise<void> {
    const [least, most] = LOAD;
    const began = performance.now();
    await sleep(least + this.random() * (most - least));
    this.course.loaded += performance.now() - began;
  }

  private async work(writer: Writer): Promise<void> {
    try {
      while (this.writing) await writer.step();
    } catch (error) {
      // It is done until the next kill: what is wrong once would be so a thousand times.
      this.ledger.wrong.push(String(error));
    }
  }

  private async kill(what: 'api' | 'postgres'): Promise<void> {
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
function killsOf(api: number, postgres: number, random: () => number): ('api' | 'postgres')[] {
  const kills = [
    ...Array.from({ length: api }, () => 'api' as const),
    ...Array.from({ length: postgres }, () => 'postgres' as const),
  ];
  return kills
    .map((what) => ({ what, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ what }) => what);
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

function report(ledger: Ledger, { away, loaded }: Course): number {
  const rate = (ledger.acknowledged * 1000) / loaded;
  let short = 0;
  for (const [what, times] of Object.entries(away)) {
    const longest = Math.max(0, ...times);
    console.log(
      `${times.length} kills of ${what}: ready again after ${seconds(longest)} s at most`,
    );
    short += times.filter((time) => time > READY_WITHIN).length;
  }
  for (const [job, count] of Object.entries(ledger.writes)) console.log(`${job}: ${count} writes`);
  console.log(
    `${ledger.acknowledged} writes acknowledged, ${rate.toFixed(0)} a second between kills ` +
      `(${LEAST_A_SECOND} wanted); ${ledger.retries} sent again`,
  );
  return short;
}

async function prove(api: number, postgres: number, seed: number): Promise<boolean> {
  const began = performance.now();
  const server = await DurablePostgres.start();
  const system = await startSystemOn(server, [['seed', '--people']]);
  const database = new Database({ connectionString: system.urls.owner });
  try {
    await database.connect();
    const { rows } = await database.query<{ fsync: string }>('show fsync');
    if (rows[0]?.fsync !== 'on') throw new Error('fsync is off: nothing would be proved.');
    for (const sql of MOVED_CLOCK) await database.query(sql);
    const ledger = new Ledger();
    const writers = await castOf(system, database, ledger);
    await database.end();
    const random = seeded(seed);
    const run = new Run(system, server, ledger, random);
    const course = await run.pass(writers, killsOf(api, postgres, random));
    for (let day = 0; day < LAST_DAYS; day += 1) {
      await system.enlace('jobs');
      await run.nextDay();
    }
    const after = new Database({ connectionString: system.urls.owner });
    await after.connect();
    const { faults, figures } = await judge(system, after, ledger);
    await after.end();
    console.log(`seed ${seed}`);
    let bad = report(ledger, course);
    for (const [name, figure] of Object.entries(figures)) console.log(`${name}: ${figure}`);
    for (const [name, list] of Object.entries(faults)) {
      bad += list.length;
      console.log(`fault, ${name}: ${list.length}`);
      for (const fault of list.slice(0, 10)) console.log(`  ${fault}`);
    }
    console.log(`took ${seconds(performance.now() - began)} s`);
    return bad === 0;
  } finally {
    await system.stop();
  }
}

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    api: { type: 'string' },
    postgres: { type: 'string' },
    seed: { type: 'string', default: '2009' },
  },
});
const whole = values.full ? 10 : 1;
process.exitCode = (await prove(
  Number(values.api ?? 10 * whole),
  Number(values.postgres ?? 2 * whole),
  Number(values.seed),
))
  ? 0
  : 1;
