/**
 * `npm run prove -- access [--full] [--write]`: who may do what (every route x every kind of actor against
 * a committed golden table) and who sees what (every fixture against a brute-force oracle, over HTTP and by
 * row security alone). `--full` fetches every pair by id instead of a third; `--write` writes the golden
 * table anew.
 */
import { withClient } from '@enlace/dev-postgres';
import { readWorld } from '../oracle/world.js';
import { startTestSystem, type TestSystem } from '../system.js';
import { proveActs } from './access/acts.js';
import type { Scene } from './access/asker.js';
import { placeFixtures } from './access/fixtures.js';
import { readFollowUp } from './access/follow-up-facts.js';
import { placeFollowUp } from './access/follow-up-fixtures.js';
import { readPractices } from './access/practice-facts.js';
import { placePractices } from './access/practice-fixtures.js';
import { compareSight } from './access/sight.js';
import { compareRowSecurity, tryPolicies } from './access/walls.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function told(label: string, differences: readonly string[]): number {
  console.log(`${label}: ${differences.length}`);
  for (const line of differences.slice(0, 25)) console.log(`  ${line}`);
  return differences.length;
}

/** Moves the one clock of policies and queries, which only a test database may. */
async function moveClock(system: TestSystem, milliseconds: number): Promise<number> {
  await withClient(system.urls.owner, (owner) =>
    owner.query(
      `create or replace function enlace_now() returns timestamptz language sql stable parallel safe
         return now() + interval '${milliseconds} milliseconds'`,
    ),
  );
  return Date.now() + milliseconds;
}

async function proveSight(
  system: TestSystem,
  { world, reports, followUp, practices }: Omit<Scene, 'at'>,
  isFull: boolean,
): Promise<number> {
  let bad = 0;
  for (const [name, shift] of [
    ['now', 0],
    ['after the next hour', HOUR + 120_000],
    ['three days later', 3 * DAY],
  ] as const) {
    const at = await moveClock(system, shift);
    const pick = (reader: number, report: number): boolean => isFull || (reader + report) % 3 === 0;
    const { cells, differences } = await compareSight(system, world, reports, at, pick);
    bad += told(`sight ${name}, ${cells} cells over HTTP, differ`, differences);
    const walls = await compareRowSecurity(system, { world, reports, followUp, practices, at });
    bad += told(`sight ${name}, row security alone, differ`, walls);
  }
  return bad;
}

async function prove(system: TestSystem, args: readonly string[]): Promise<boolean> {
  const began = performance.now();
  let bad = await proveActs(system, args.includes('--write'));
  const world = await readWorld();
  const reports = await placeFixtures({ system, world, now: Date.now() });
  await placeFollowUp(system);
  await placePractices(system);
  const placed = {
    world,
    reports,
    followUp: await readFollowUp(system),
    practices: await readPractices(system),
  };
  bad += await proveSight(system, placed, args.includes('--full'));
  const at = await moveClock(system, 0);
  const { policies, changes, faults } = await tryPolicies(system, { ...placed, at });
  const label = `${policies} policies opened and closed in turn: ${changes} changes, faults`;
  bad += told(label, faults);
  console.log(`took ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return bad === 0;
}

const system = await startTestSystem('people');
try {
  process.exitCode = (await prove(system, process.argv.slice(2))) ? 0 : 1;
} finally {
  await system.stop();
}
