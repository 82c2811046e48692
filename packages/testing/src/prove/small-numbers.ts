/**
 * `npm run prove -- small-numbers [--questions N] [--seed TEXT]`: an attacker who puts together everything
 * that a secretariat, another State and the public may fetch, and solves integer programs over it,
 * narrows no count of 1 to 9 below its nine values; the same attacker recovers at least 30 % where small
 * cells are hidden beside exact totals (access page, section 3). All ranges of months and all filters
 * of the year are asked; of each range with each filter and each pair of filters, a sample that the
 * commit draws (`--questions`: how many of each kind and reader, `all` for every one).
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { ReferenceResponse } from '@enlace/contract';
import { attackControl } from '../attacker/control.js';
import { CUBES, VECTORS } from '../attacker/cubes.js';
import { Client } from '../client/client.js';
import { ROOT } from '../paths.js';
import { startTestSystem, type TestSystem } from '../system.js';
import { Gathering } from './small-numbers/gather.js';
import { monthsOf, questionsOf, rangesOf, sampleOf } from './small-numbers/questions.js';
import type { Known, Question } from './small-numbers/overview-statements.js';
import { Scene } from './small-numbers/scene.js';
import { Testimony } from './small-numbers/told.js';

const YEAR = 2025;
const NEEDED_RECOVERY = 0.3;
/** Sampled questions of each kind and reader, so that the proof keeps within six minutes. */
const SAMPLE = 100;
/** Requests under way at a time. */
const LANES = 4;
/** Of the sampled questions, every so many'th has its export fetched too; of the others each. */
const EXPORT_EVERY = 4;

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(0);

/** A forum's secretariat, a State that has some reports exactly, and somebody not signed in. */
const READERS = ['sec.rcm', 'fp.cu', null] as const;

const { values: options } = parseArgs({
  options: { questions: { type: 'string' }, seed: { type: 'string' } },
});

/** What the sample is drawn by: the commit, or what was asked for. */
function seedOf(): string {
  if (options.seed !== undefined) return options.seed;
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  } catch {
    return 'no commit';
  }
}

const sampleSize = (): number =>
  options.questions === 'all' ? Infinity : Number(options.questions ?? SAMPLE);

/** Filters of the list: each State, each point, each range of months. */
function listFilters({ places }: Gathering): Question[] {
  return [
    ...places.states.map((state) => ({ state })),
    ...places.points.map((crossingPoint) => ({ crossingPoint })),
    ...rangesOf(YEAR),
    { versionState: 'cleared' },
    { versionState: 'superseded' },
  ];
}

/** Searches by State, by month, and by both. */
function searches({ places }: Gathering): Map<string, (report: Known) => boolean> {
  return new Map(
    monthsOf(YEAR).flatMap((month) => [
      [month, (report: Known): boolean => report.month === month] as const,
      ...places.states.map(
        (state) =>
          [
            `${state} ${month}`,
            (report: Known): boolean => report.month === month && report.state === state,
          ] as const,
      ),
    ]),
  );
}

async function inLanes(work: readonly (() => Promise<void>)[]): Promise<void> {
  const rest = work.values();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const task of rest) await task();
    }),
  );
}

/** Asks everything of one reader that it may fetch. */
async function askEverything(
  gathering: Gathering,
  account: string | null,
  seed: string,
): Promise<void> {
  const began = performance.now();
  await gathering.askLists(listFilters(gathering));
  if (account !== null) {
    await gathering.search(searches(gathering));
    await gathering.readDesk();
  }
  const { always, others } = questionsOf(YEAR, gathering.places);
  const sampled = others.flatMap((kind) =>
    sampleOf(kind, sampleSize(), `${seed} ${account ?? ''}`),
  );
  const possible = others.reduce((sum, { count }) => sum + count, 0);
  await inLanes([
    ...always.map((question) => () => gathering.ask(question, true)),
    ...sampled.map((question, at) => () => gathering.ask(question, at % EXPORT_EVERY === 0)),
  ]);
  console.log(
    `${account ?? 'the public'}: ${gathering.reports} reports, ${always.length} questions in full and ` +
      `${sampled.length} of ${possible} others, ${gathering.asked} requests, ${seconds(began)} s`,
  );
  for (const kind of others) {
    const [first = {}] = sampleOf(kind, 1, `${seed} ${account ?? ''}`);
    const drawn = Math.min(sampleSize(), kind.count);
    console.log(
      `  ${kind.name}: ${drawn} of ${kind.count}, first ${new URLSearchParams(first).toString()}`,
    );
  }
}

async function narrowed(
  testimony: Testimony,
  secrets: ReadonlyMap<string, number>,
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, value] of secrets) {
    const { low, high } = await testimony.attacker.boundsOf(name);
    if (low > 1 || high < 9) found.push(`${name} = ${value}: ${low} to ${high}`);
  }
  return found;
}

function report(label: string, faults: readonly string[]): number {
  console.log(`${label}: ${faults.length}`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  return faults.length;
}

/** Publishes, asks as every reader, and attacks with all their answers together. */
async function attack(system: TestSystem): Promise<boolean> {
  const began = performance.now();
  const reference = await new Client(system, null).get<ReferenceResponse>('/api/v1/reference');
  const scene = new Scene(system, reference, YEAR);
  const cubes = [...VECTORS, ...CUBES];
  await scene.publishCubes(cubes);
  const darien = await scene.publishDarien();
  console.log(`${cubes.length} cubes and ${darien} published months entered, ${seconds(began)} s`);
  if (darien === 0) console.log('skipped: the Darién file (ENLACE_REAL_DATA is not set)');
  const testimony = new Testimony(scene.secrets);
  const gatherings = READERS.map(
    (account) =>
      [account, new Gathering(new Client(system, account), reference, testimony)] as const,
  );
  for (const [, gathering] of gatherings) await gathering.readReports();
  const seed = seedOf();
  console.log(`sample drawn by ${seed}`);
  for (const [account, gathering] of gatherings) await askEverything(gathering, account, seed);
  const isTold = (name: string): boolean =>
    gatherings.some(([, { exactVersions }]) => exactVersions.has(name.replace(/\|[^|]*$/, '')));
  const small = new Map(
    [...scene.secrets].filter(([name, value]) => value >= 1 && value <= 9 && !isTold(name)),
  );
  const solving = performance.now();
  const bad =
    report('statements that are untrue', testimony.untrue) +
    report('figures that are not the sum of their parts', testimony.unlike) +
    report('secrets of 1 to 9 narrowed', await narrowed(testimony, small));
  console.log(
    `${testimony.statements} statements, ${testimony.attacker.telling} of them telling, against ` +
      `${small.size} secrets of 1 to 9: solved in ${seconds(solving)} s`,
  );
  return bad === 0 && small.size > 0;
}

async function control(): Promise<boolean> {
  const { recovered, hidden } = await attackControl([...VECTORS, ...CUBES]);
  const share = recovered / hidden;
  console.log(
    `control "hide under 5 beside exact totals": ${recovered} of ${hidden} recovered (${(100 * share).toFixed(1)} %)`,
  );
  return share >= NEEDED_RECOVERY;
}

const began = performance.now();
const system = await startTestSystem('people');
try {
  const holds = await attack(system);
  process.exitCode = (await control()) && holds ? 0 : 1;
  console.log(`took ${seconds(began)} s`);
} finally {
  await system.stop();
}
