import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildStep,
  driftSteps,
  jestSteps,
  journeySteps,
  styleSteps,
  typeSteps,
} from './guards.mjs';
import { parse } from './options.mjs';
import { printTotal, runSteps } from './steps.mjs';
import { UserError } from './user-error.mjs';

/** Journeys exist in the languages of the screens. */
function assertLanguages(root, languages) {
  const files = readdirSync(join(root, 'apps', 'web', 'public', 'i18n'));
  const known = files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5))
    .sort();
  const unknown = languages.split(',').find((code) => !known.includes(code.trim()));
  if (unknown !== undefined) {
    throw new UserError(`There are no journeys in "${unknown}": ${known.join(', ')}.`);
  }
}

/** Fewer passed tests than this means that some stopped running unnoticed. */
function checkFloor(root, total) {
  const { passed: floor } = JSON.parse(
    readFileSync(join(root, 'tools', 'test-floor.json'), 'utf8'),
  );
  if (total.passed >= floor) return;
  total.failed += 1;
  total.broken.push(`only ${total.passed} tests passed, the floor is ${floor}`);
}

/** `npm test`: everything that guards the project. `--journeys LANGUAGES` runs the journeys alone. */
export async function run(root, args) {
  const { values } = parse(args, { journeys: { type: 'string' } });
  const began = performance.now();
  if (values.journeys !== undefined) {
    assertLanguages(root, values.journeys);
    const total = await runSteps(root, journeySteps(root, values.journeys));
    printTotal(total);
    process.exit(total.failed === 0 ? 0 : 1);
  }
  const built = await runSteps(root, [buildStep(root)]);
  // What exists is asked only now: some steps need what the build made.
  const rest = await runSteps(root, [
    ...typeSteps(root),
    ...styleSteps(root),
    ...driftSteps(root),
    ...jestSteps(root),
    ...journeySteps(root, process.env.E2E_LANGUAGES ?? 'es,en'),
  ]);
  const total = {
    passed: built.passed + rest.passed,
    failed: built.failed + rest.failed,
    skipped: [...built.skipped, ...rest.skipped],
    broken: [...built.broken, ...rest.broken],
  };
  checkFloor(root, total);
  console.log(`\nAll steps took ${Math.round((performance.now() - began) / 1000)} s`);
  printTotal(total);
  process.exit(total.failed === 0 ? 0 : 1);
}
