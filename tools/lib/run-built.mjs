import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { withNodeFirst } from './node-version.mjs';
import { UserError } from './user-error.mjs';

/** Builds all but the web, runs a program of packages/testing and ends as it does. */
export async function runBuilt(root, program, args) {
  await build(root, ['!@enlace/web']);
  const file = join(root, 'packages', 'testing', 'dist', `${program}.js`);
  if (!existsSync(file)) throw new UserError(`The build did not make ${file}.`);
  const env = withNodeFirst(process.execPath);
  const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit', env });
  // The terminal sends Ctrl-C to both; this process waits until the other has tidied up.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => signal === 'SIGINT' || child.kill(signal));
  }
  child.on('exit', (code) => process.exit(code ?? 1));
}
