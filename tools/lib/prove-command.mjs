import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { withNodeFirst } from './node-version.mjs';
import { UserError } from './user-error.mjs';

/** `npm run prove -- NAME`: one proof, which prints its figures and fails when they fall short. */
export async function run(root, [name, ...args]) {
  if (!/^[a-z-]+$/.test(name ?? '')) throw new UserError('Usage: npm run prove -- NAME');
  await build(root, ['!@enlace/web']);
  const file = join(root, 'packages', 'testing', 'dist', 'prove', `${name}.js`);
  if (!existsSync(file)) throw new UserError(`There is no proof named "${name}".`);
  const env = withNodeFirst(process.execPath);
  const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit', env });
  child.on('exit', (code) => process.exit(code ?? 1));
}
