/**
 * `npm run prove -- reminders [--seed N] [--months N]`: three years on a moved clock, or the first months, with outages of jobs and mail, hour
 * jumps, time zones, days off, late reports and killed processes. Each step reaches each recipient once,
 * none early, none after the report, at most one mail a person and day; nothing is lost by a `kill -9`
 * between queueing and sending, and what is sent again carries the same Message-ID. What should happen
 * is computed by an oracle that shares nothing with the product.
 */
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { seeded } from '../attacker/random.js';
import { startTestSystem, type TestSystem } from '../system.js';
import { writeExchange } from './reminders/exchange.js';
import { judge, type Verdict } from './reminders/judge.js';
import { judgeExchange } from './reminders/judge-exchange.js';
import { happeningsOf, Years } from './reminders/run.js';
import { writeScript } from './reminders/script.js';
import { makeWorld, recordCommitments } from './reminders/world.js';

/** The clock that only a test database has. */
const TEST_CLOCK = [
  `create table test_clock (at timestamptz not null)`,
  `insert into test_clock values ('2027-01-01T05:00:00Z')`,
  `grant select on test_clock to public`,
  `create or replace function enlace_now() returns timestamptz language sql stable parallel safe
     as 'select at from public.test_clock'`,
];
/** Months of the whole proof; a part must show its share of what the whole must show. */
const ALL_MONTHS = 36;
/** What a proof that tries nothing could not show. */
const LEAST: Readonly<Record<string, number>> = {
  ...{ 'due dates': 500, 'steps sent': 1500, repeats: 3, outages: 3, 'mail outages': 5 },
  ...{ 'kill -9 before the server took it': 3, 'clock jumps': 10, refusals: 5 },
  'news sent': 250,
};

/** Prints figures and faults; how many faults. */
function report({ faults, figures }: Verdict): number {
  for (const [name, figure] of Object.entries(figures)) console.log(`${name}: ${figure}`);
  for (const [name, list] of Object.entries(faults)) {
    console.log(`fault, ${name}: ${list.length}`);
    for (const fault of list.slice(0, 10)) console.log(`  ${fault}`);
  }
  return Object.values(faults).flat().length;
}

async function prove(
  system: TestSystem,
  database: Client,
  { seed, months }: { seed: number; months: number },
): Promise<boolean> {
  const began = performance.now();
  const random = seeded(seed);
  const world = await makeWorld(database, random);
  const script = writeScript(random, world.owners);
  for (const sql of TEST_CLOCK) await database.query(sql);
  await recordCommitments(database, script);
  const exchange = await writeExchange(database, world, random);
  await system.endApi();
  const happenings = [...happeningsOf(script), ...exchange.happenings];
  const course = await new Years(system, database, random).pass(happenings, months);
  console.log(`seed ${seed}, ${months} months`);
  const ofCommitments = await judge(database, world, script, course);
  const ofPractices = await judgeExchange(database, world, exchange, course);
  const figures = { ...ofCommitments.figures, ...ofPractices.figures };
  const bad = report({ faults: { ...ofCommitments.faults, ...ofPractices.faults }, figures });
  const short = Object.entries(LEAST)
    .map(([name, least]) => [name, Math.floor((least * months) / ALL_MONTHS)] as const)
    .filter(([name, least]) => (figures[name] ?? 0) < least);
  for (const [name, least] of short) console.log(`too few: ${name} (at least ${least})`);
  console.log(`took ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return bad === 0 && short.length === 0;
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '2009' },
    months: { type: 'string', default: String(ALL_MONTHS) },
  },
});
const system = await startTestSystem('people');
const database = new Client({ connectionString: system.urls.owner });
try {
  await database.connect();
  process.exitCode = (await prove(system, database, {
    seed: Number(values.seed),
    months: Number(values.months),
  }))
    ? 0
    : 1;
} finally {
  await database.end();
  await system.stop();
}
