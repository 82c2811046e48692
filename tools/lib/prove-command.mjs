import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { withNodeFirst } from './node-version.mjs';
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
  await build(root, ['!@enlace/web']);
  const file = join(root, 'packages', 'testing', 'dist', 'prove', `${name}.js`);
  if (!existsSync(file)) throw new UserError(`The build did not make ${file}.`);
  const env = withNodeFirst(process.execPath);
  const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit', env });
  // The terminal sends Ctrl-C to both; this process waits until the proof has tidied up.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => signal === 'SIGINT' || child.kill(signal));
  }
  child.on('exit', (code) => process.exit(code ?? 1));
}
