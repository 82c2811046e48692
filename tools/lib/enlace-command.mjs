import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemOf } from './options.mjs';
import { UserError } from './user-error.mjs';

/** The environment of the system that runs on the data folder; empty when none does. */
function runningEnvironment(data) {
  const file = join(data, 'system.json');
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')).environment;
}

/** `npm run enlace -- COMMAND`: the API's command line on the running system (ENLACE_DATA picks it). */
export async function run(root, args) {
  const commandLine = join(root, 'apps', 'api', 'dist', 'enlace.js');
  if (!existsSync(commandLine)) throw new UserError('Build first: npm run build.');
  const { data } = systemOf(root, {});
  const env = { ...process.env, ...runningEnvironment(data) };
  const child = spawn(process.execPath, [commandLine, ...args], { stdio: 'inherit', env });
  process.on('SIGINT', () => undefined);
  child.on('exit', (code) => process.exit(code ?? 1));
}
