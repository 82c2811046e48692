import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usageOf } from './lib/usage.mjs';
import { UserError } from './lib/user-error.mjs';

const COMMANDS = {
  start: () => import('./lib/start-command.mjs'),
  dev: () => import('./lib/dev-command.mjs'),
  token: () => import('./lib/token-command.mjs'),
  enlace: () => import('./lib/enlace-command.mjs'),
  test: () => import('./lib/test-command.mjs'),
  check: () => import('./lib/check-command.mjs'),
  keycloak: () => import('./lib/keycloak-command.mjs'),
  'test-keycloak': () => import('./lib/test-keycloak-command.mjs'),
  prove: () => import('./lib/prove-command.mjs'),
  bench: () => import('./lib/bench-command.mjs'),
  backup: () => import('./lib/backup-command.mjs'),
  restore: () => import('./lib/restore-command.mjs'),
  rotate: () => import('./lib/rotate-command.mjs'),
  sbom: () => import('./lib/sbom-command.mjs'),
};

/** Runs one command; a foreseeable failure is one sentence and exit code 1. */
export async function main(root, [name, ...args]) {
  const load = COMMANDS[name];
  try {
    if (!load) throw new UserError(`Commands: ${Object.keys(COMMANDS).join(', ')}.`);
    // The API's command line has a help of its own.
    if (name !== 'enlace' && args.some((arg) => arg === '--help' || arg === '-h')) {
      console.log(usageOf(name));
      return;
    }
    const { run } = await load();
    await run(root, args);
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    process.exit(1);
  }
}

const self = fileURLToPath(import.meta.url);
if (process.argv[1] === self) await main(dirname(dirname(self)), process.argv.slice(2));
