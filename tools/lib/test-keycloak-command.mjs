import { buildStep, journeyProgram } from './guards.mjs';
import { whyNoKeycloak } from './keycloak.mjs';
import { parse } from './options.mjs';
import { printTotal, runSteps } from './steps.mjs';

/** Journeys that go through every part of the product; `--all` runs the others as well. */
const SAMPLE = ['tokens', 'keycloak', 'public', 'profile', 'commitment'];

/** What is run, or why it cannot be. */
function keycloakSteps(root, languages, isAll) {
  const name = `on a real Keycloak in ${languages}`;
  const lacking = whyNoKeycloak(root);
  if (lacking) return [{ name, skip: lacking }];
  const pattern = `/(${SAMPLE.join('|')})\\.(spec|keycloak)\\.ts$`;
  const args = [...journeyProgram(root), ...(isAll ? [] : ['--testPathPatterns', pattern])];
  const env = { E2E_LANGUAGES: languages, E2E_IDENTITY: 'keycloak' };
  return [buildStep(root), { name, jest: true, args, env }];
}

/** `npm run test:keycloak`: the token contract and the journeys with people signed in by a real Keycloak. */
export async function run(root, args) {
  const { values } = parse(args, {
    languages: { type: 'string', default: 'es' },
    all: { type: 'boolean', default: false },
  });
  const began = performance.now();
  const total = await runSteps(root, keycloakSteps(root, values.languages, values.all));
  console.log(`\nAll steps took ${Math.round((performance.now() - began) / 1000)} s`);
  printTotal(total);
  process.exit(total.failed === 0 ? 0 : 1);
}
