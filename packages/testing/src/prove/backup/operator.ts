import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reached } from '../../client/client.js';
import { tokensFor } from '../../identity.js';
import { ROOT } from '../../paths.js';

const MAIN = join(ROOT, 'tools', 'main.mjs');
const READY_MILLISECONDS = 300_000;

/** How a command ended and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function begin(args: readonly string[], more: NodeJS.ProcessEnv): ChildProcess {
  const env = { ...process.env, ENLACE_INSTALLED: '1', ENLACE_RATE_LIMIT: '1000000', ...more };
  return spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function ended(child: ChildProcess): Promise<Ended> {
  let output = '';
  child.stdout?.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (output += part.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
}

/** Runs a command of package.json to its end, as an operator does. */
export function command(...args: readonly string[]): Promise<Ended> {
  return ended(begin(args, {}));
}

/** The same, but a signal ends it once it has printed `printed`. */
export async function broken(
  signal: 'SIGKILL' | 'SIGTERM',
  printed: string,
  ...args: readonly string[]
): Promise<Ended> {
  const child = begin(args, {});
  let output = '';
  child.stdout?.on('data', (part: Buffer) => {
    output += part.toString();
    if (output.includes(printed)) child.kill(signal);
  });
  return ended(child);
}

/** A system that `npm start` runs. */
export interface Started extends Reached {
  /** Address of its database as the owner. */
  readonly owner: string;
  /** `npm run enlace -- ARGS` on it; rejects where it fails. */
  enlace(...args: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a system with reference data alone on a data folder. */
export async function start(data: string, port: number): Promise<Started> {
  const child = begin(['start', '--empty', '--data', data, '--port', String(port)], {});
  const end = ended(child);
  let printed = '';
  child.stdout?.on('data', (part: Buffer) => (printed += part.toString()));
  const until = Date.now() + READY_MILLISECONDS;
  while (!printed.includes('READY ')) {
    if (child.exitCode !== null) throw new Error(`The start ended:\n${(await end).output}`);
    if (Date.now() > until) throw new Error(`The start is not ready:\n${printed}`);
    await sleep(50);
  }
  const origin = `http://localhost:${port}`;
  const { environment } = JSON.parse(await readFile(join(data, 'system.json'), 'utf8')) as {
    environment: { DATABASE_OWNER_URL: string };
  };
  return {
    origin,
    identity: await tokensFor(origin),
    owner: environment.DATABASE_OWNER_URL,
    enlace: async (...args) => {
      const { code, output } = await ended(begin(['enlace', ...args], { ENLACE_DATA: data }));
      if (code !== 0) throw new Error(output);
      return output;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await end;
    },
  };
}
