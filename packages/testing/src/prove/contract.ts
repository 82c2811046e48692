/**
 * `npm run prove -- contract [--full] [--examples N] [--seed N]`: schemathesis, which nobody here wrote,
 * tries every operation of the OpenAPI document in four roles with made-up and bent input, one call
 * after the other that follows from it: no answer of 500 and above, no route that forgets to ask who
 * calls, none that finds what was deleted, no status, header or body that the document does not name.
 * `--full` makes at least 20,000 cases, the short run 1,000.
 *
 * Not among its checks: that every valid body is taken and every invalid one refused. The document
 * says less than the rules do, on purpose: a body may be well formed and refused for what it says.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestSystem, type TestSystem } from '../system.js';
import { openScene } from './contract/scene.js';
import { prepareSchemathesis, tryAs } from './contract/schemathesis.js';

/** A State's coordinator, a secretariat, civil society, and whoever runs the portal. */
const ROLES = ['nc.pa', 'sec.rcm', 'editor.ngo', 'admin'];
/** What a run that could not take place ends with, as test tools agree on. */
const SKIPPED = 77;

/** How much is tried; the boundaries of every field, which the whole takes too, are 27,000 calls. */
const SIZES = {
  short: { least: 1000, examples: 2, phases: 'fuzzing,stateful' },
  full: { least: 20_000, examples: 10, phases: 'coverage,fuzzing,stateful' },
};

type Calls = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** How often each operation answered with which status. */
async function callsIn(folder: string): Promise<Calls> {
  const calls = new Map<string, Map<number, number>>();
  const lines = (await readFile(join(folder, 'calls.log'), 'utf8')).split('\n').filter(Boolean);
  for (const line of lines) {
    const [operation, status] = JSON.parse(line) as [string, number];
    const statuses = calls.get(operation) ?? new Map<number, number>();
    calls.set(operation, statuses.set(status, (statuses.get(status) ?? 0) + 1));
  }
  return calls;
}

const succeeded = (statuses: ReadonlyMap<number, number>): boolean =>
  [...statuses.keys()].some((status) => status >= 200 && status < 300);

function print(calls: Calls): void {
  for (const [operation, statuses] of [...calls].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const told = [...statuses].sort(([one], [other]) => one - other);
    console.log(
      `${operation}: ${told.map(([status, times]) => `${status} x ${times}`).join(', ')}`,
    );
  }
}

interface Size {
  readonly least: number;
  readonly examples: number;
  readonly phases: string;
}

async function prove(system: TestSystem, size: Size, seed: number): Promise<boolean> {
  const began = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'enlace-contract-'));
  const { scene, close } = await openScene(system, ROLES);
  try {
    const file = join(folder, 'scene.json');
    await writeFile(file, JSON.stringify(scene));
    const faults: string[] = [];
    let cases = 0;
    for (const role of ROLES) {
      const { examples, phases } = size;
      const of = { role, seed, phases, examples, origin: system.origin, scene: file, folder };
      const outcome = await tryAs(of);
      cases += outcome.generated;
      faults.push(...outcome.faults.map((fault) => `${role}: ${fault}`));
      console.log(`${role}: ${outcome.generated} cases, ${outcome.faults.length} faults`);
    }
    const calls = await callsIn(folder);
    print(calls);
    const reached = [...calls.values()].filter(succeeded).length;
    for (const fault of faults) console.log(`fault, ${fault}`);
    console.log(`${calls.size} operations, of which ${reached} answered with success`);
    console.log(`took ${((performance.now() - began) / 1000).toFixed(0)} s`);
    console.log(
      `contract: ${cases} cases (${size.least} wanted), ${faults.length} faults, seed ${seed}`,
    );
    return faults.length === 0 && cases >= size.least;
  } finally {
    close();
    await rm(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    examples: { type: 'string' },
    seed: { type: 'string', default: '2009' },
  },
});
const size = SIZES[values.full ? 'full' : 'short'];
const lacking = prepareSchemathesis();
if (lacking !== null) {
  console.log(`contract: skipped, ${lacking}`);
  process.exitCode = SKIPPED;
} else {
  const system = await startTestSystem('demo');
  try {
    const examples = Number(values.examples ?? size.examples);
    const isGood = await prove(system, { ...size, examples }, Number(values.seed));
    process.exitCode = isGood ? 0 : 1;
  } finally {
    await system.stop();
  }
}
