/**
 * `npm run prove -- crash [--full] [--api N] [--postgres N] [--seed N]`: `kill -9` of the API, also between
 * the hand-over of a mail and its settlement, of PostgreSQL and of one session of it (fsync on) while people
 * of all three jobs write. Clients send what was not answered again, with the same key. At the end everything
 * acknowledged is there once, with its entry in an unbroken trace, its jobs and its mails; after each kill
 * the system is ready again within 30 s. `--full` takes 100 and 20 kills, the short run a tenth, and asks for
 * at least 50 acknowledged writes a second between them, which the short run only prints.
 */
import { parseArgs } from 'node:util';
import { withClient } from '@enlace/dev-postgres';
import { seeded } from '../attacker/random.js';
import type { TestSystem } from '../system.js';
import { castOf } from './crash/cast.js';
import { requireDurable, type DurablePostgres } from './crash/durable-postgres.js';
import { Heads } from './crash/heads.js';
import { proveJobs } from './crash/jobs.js';
import { Ledger } from './crash/ledger.js';
import { onDurableSystem } from './crash/on-durable-system.js';
import { tellCourse } from './crash/report.js';
import { killsOf, Run, type Kill } from './crash/run.js';
import { judge } from './crash/verdict.js';

/** Every instant of the proof is moved, so that days pass and mails go out at each of them. */
const MOVED_CLOCK = [
  'create table test_clock (ahead interval not null)',
  // Afternoon all over the continent.
  `insert into test_clock select date_trunc('day', now()) + interval '17 hours' - now()`,
  'grant select on test_clock to public',
  `create or replace function enlace_now() returns timestamptz language sql stable parallel safe
     as 'select now() + (select ahead from public.test_clock)'`,
];
/** Days after the last kill on which mails that one a day held back may go. */
const LAST_DAYS = 6;

/** What is tried. */
interface Plan {
  readonly kills: Readonly<Record<Kill, number>>;
  readonly seed: number;
  readonly isWhole: boolean;
}

async function prove(
  system: TestSystem,
  server: DurablePostgres,
  { kills, seed, isWhole }: Plan,
): Promise<boolean> {
  await requireDurable(system.urls.app);
  const ledger = new Ledger();
  const writers = await withClient(system.urls.owner, async (database) => {
    for (const sql of MOVED_CLOCK) await database.query(sql);
    return castOf(system, database, ledger);
  });
  const random = seeded(seed);
  const heads = new Heads(system);
  const first = await heads.note();
  const run = new Run(system, server, ledger, heads, random);
  const course = await run.pass(writers, killsOf(kills, random));
  const { faults, figures } = await withClient(system.urls.owner, async (database) => {
    // Before the clock strikes: it would ask for a lost job again.
    const jobs = await proveJobs(database, ledger);
    for (let day = 0; day < LAST_DAYS; day += 1) {
      await run.nextDay();
      await system.enlace('jobs');
    }
    return judge({ system, database, ledger, heads, first, course, jobs });
  });
  console.log(`seed ${seed}`);
  let bad = tellCourse(ledger, course, isWhole);
  for (const [name, figure] of Object.entries(figures)) console.log(`${name}: ${figure}`);
  for (const [name, list] of Object.entries(faults)) {
    bad += list.length;
    console.log(`fault, ${name}: ${list.length}`);
    for (const fault of list.slice(0, 10)) console.log(`  ${fault}`);
  }
  return bad === 0;
}

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    api: { type: 'string' },
    postgres: { type: 'string' },
    seed: { type: 'string', default: '2009' },
  },
});
const share = values.full ? 1 : 0.1;
const api = Number(values.api ?? 100 * share);
const postgres = Number(values.postgres ?? 20 * share);
const atMails = Math.ceil(api / 5);
const plan: Plan = {
  kills: {
    ...{ api: api - atMails, 'api at a mail': atMails, postgres },
    // Beside the kills of the whole server, not instead of some.
    'session of postgres': Math.ceil(postgres / 4),
  },
  seed: Number(values.seed),
  isWhole: values.full,
};
const began = performance.now();
const isProved = await onDurableSystem((system, server) => prove(system, server, plan));
console.log(`took ${((performance.now() - began) / 1000).toFixed(0)} s`);
process.exitCode = isProved ? 0 : 1;
