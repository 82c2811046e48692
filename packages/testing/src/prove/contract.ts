/**
 * `npm run prove -- contract [--full] [--examples N] [--seed N]`: every operation of the OpenAPI document,
 * first on journeys, as people go through it, each answer judged by the document; then schemathesis,
 * which nobody here wrote, tries all of it in five roles with made-up and bent input, one call after the
 * other that follows from it. No answer of 500 and above, no route that forgets to ask who calls, none
 * that finds what was deleted, no status, header or body that the document does not name, and no
 * operation that never succeeds. `--full` makes at least 20,000 cases, the short run 1,000.
 *
 * Not among its checks: that every valid body is taken and every invalid one refused. The document
 * says less than the rules do, on purpose: a body may be well formed and refused for what it says.
 */
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onTestSystem } from '../on-test-system.js';
import type { TestSystem } from '../system.js';
import { callsIn, printCalls, type Calls } from './contract/calls.js';
import { DOCUMENT } from './contract/document.js';
import { travel } from './contract/journey.js';
import { openScene, type Scene } from './contract/scene.js';
import { prepareSchemathesis, tryAs } from './contract/schemathesis.js';

/** Who enters a State's figures, its coordinator, a secretariat, civil society, whoever runs the portal. */
const ROLES = ['fp.pa', 'nc.pa', 'sec.rcm', 'editor.ngo', 'admin'];
/** What a run that could not take place ends with, as test tools agree on. */
const SKIPPED = 77;

/** How much is tried; the boundaries of every field, which the whole takes too, are 27,000 calls. */
const SIZES = {
  short: { least: 1000, examples: 2, phases: 'fuzzing,stateful' },
  full: { least: 20_000, examples: 10, phases: 'coverage,fuzzing,stateful' },
};

interface Size {
  readonly least: number;
  readonly examples: number;
  readonly phases: string;
}

/** What came of made-up input. */
interface Tried {
  readonly cases: number;
  readonly faults: readonly string[];
  readonly calls: Calls;
}

async function makeUp(
  system: TestSystem,
  bodies: Scene['bodies'],
  size: Size,
  seed: number,
): Promise<Tried> {
  const folder = await mkdtemp(join(tmpdir(), 'enlace-contract-'));
  const { scene, close } = await openScene(system, ROLES, bodies);
  try {
    const file = join(folder, 'scene.json');
    await writeFile(file, JSON.stringify(scene));
    const document = join(folder, 'openapi.json');
    await copyFile(DOCUMENT, document);
    const faults: string[] = [];
    let cases = 0;
    for (const role of ROLES) {
      const { examples, phases } = size;
      const { origin } = system;
      const of = { role, seed, phases, examples, origin, document, scene: file, folder };
      const outcome = await tryAs(of);
      cases += outcome.generated;
      faults.push(...outcome.faults.map((fault) => `${role}: ${fault}`));
      console.log(`${role}: ${outcome.generated} cases, ${outcome.faults.length} faults`);
    }
    return { cases, faults, calls: await callsIn(folder) };
  } finally {
    close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The exit code. */
async function prove(system: TestSystem, size: Size, seed: number): Promise<number> {
  const began = performance.now();
  const log = await travel(system);
  const lacking = prepareSchemathesis();
  const none: Tried = { cases: 0, faults: [], calls: new Map() };
  const tried =
    lacking === null ? await makeUp(system, Object.fromEntries(log.bodies), size, seed) : none;
  const operations = log.document.operations.map(({ name }) => name);
  const never = printCalls(operations, log.reached, tried.calls);
  const faults = [
    ...[...log.faults].map((fault) => `journey: ${fault}`),
    ...never.map((operation) => `never succeeded: ${operation}`),
    ...operations
      .filter((operation) => lacking === null && !tried.calls.has(operation))
      .map((operation) => `never tried: ${operation}`),
    ...tried.faults,
  ];
  for (const fault of faults) console.log(`fault, ${fault}`);
  console.log(`took ${((performance.now() - began) / 1000).toFixed(0)} s`);
  console.log(
    lacking === null
      ? `contract: ${tried.cases} cases (${size.least} wanted), ${faults.length} faults, seed ${seed}`
      : `contract: ${faults.length} faults on journeys; made-up input skipped, ${lacking}`,
  );
  if (faults.length > 0) return 1;
  if (lacking !== null) return SKIPPED;
  return tried.cases >= size.least ? 0 : 1;
}

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    examples: { type: 'string' },
    seed: { type: 'string', default: '2009' },
  },
});
const size = SIZES[values.full ? 'full' : 'short'];
const examples = Number(values.examples ?? size.examples);
process.exitCode = await onTestSystem('demo', (system) =>
  prove(system, { ...size, examples }, Number(values.seed)),
);
