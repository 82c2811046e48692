import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = join(dirname(dirname(fileURLToPath(import.meta.url))), 'main.mjs');

/** Runs a command as an operator would, without installing. */
export function enlace(...args) {
  const env = { ...process.env, ENLACE_INSTALLED: '1' };
  for (const name of ['ENLACE_PORT', 'ENLACE_DATA', 'DATABASE_URL', 'DATABASE_OWNER_URL']) {
    delete env[name];
  }
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', env });
}
