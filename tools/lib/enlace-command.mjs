import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemOf } from './options.mjs';
import { runningSystem } from './system.mjs';
import { UserError } from './user-error.mjs';

/** Whether the command works without a database, or brings the address of one along. */
function standsAlone(args) {
  const help = args.some((arg) => arg === '--help' || arg === '-h');
  const alone = ['openapi', 'configuration', 'help', undefined].includes(args[0]);
  return help || alone || Boolean(process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL);
}

/** `npm run enlace -- COMMAND`: the API's command line on the running system (ENLACE_DATA picks it). */
export async function run(root, args) {
  const commandLine = join(root, 'apps', 'api', 'dist', 'enlace.js');
  if (!existsSync(commandLine)) throw new UserError('Build first: npm run build.');
  const { data } = systemOf(root, {});
  const running = runningSystem(data);
  if (!running && !standsAlone(args)) {
    throw new UserError(
      `Enlace does not run on ${data}: start it first, or name its data folder in ENLACE_DATA.`,
    );
  }
  const env = { ...process.env, ...running?.environment };
  const child = spawn(process.execPath, [commandLine, ...args], { stdio: 'inherit', env });
  process.on('SIGINT', () => undefined);
  child.on('exit', (code) => process.exit(code ?? 1));
}
