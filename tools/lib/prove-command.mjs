import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runBuilt } from './run-built.mjs';
import { UserError } from './user-error.mjs';

/** Every file in the folder of proofs is one. */
function proofNames(root) {
  return readdirSync(join(root, 'packages', 'testing', 'src', 'prove'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
}

/** `npm run prove -- NAME`: one proof, which prints its figures and fails when they fall short. */
export async function run(root, [name, ...args]) {
  const names = proofNames(root);
  if (!names.includes(name)) {
    const what = name ? `There is no proof named "${name}".` : 'Usage: npm run prove -- NAME.';
    throw new UserError(`${what} Proofs: ${names.join(', ')}.`);
  }
  await runBuilt(root, join('prove', name), args);
}
