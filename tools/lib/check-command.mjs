import { buildStep, jestSteps, styleSteps, typeSteps } from './guards.mjs';
import { parse } from './options.mjs';
import { printTotal, runSteps } from './steps.mjs';

/** `npm run check`: types, lint and the tests of what changed since the last commit. */
export async function run(root, args) {
  parse(args, {});
  const lint = styleSteps(root).filter(({ name }) => name !== 'dead code');
  const steps = [buildStep(root), ...typeSteps(root), ...lint];
  const total = await runSteps(root, [...steps, ...jestSteps(root, ['--onlyChanged'])]);
  printTotal(total);
  process.exit(total.failed === 0 ? 0 : 1);
}
