import { spawn } from 'node:child_process';
import type { ServerUser } from './server-user.js';

/** How a program ended and everything it wrote. */
export interface ProgramEnd {
  readonly code: number | null;
  readonly output: string;
}

/** Options of a child process that runs as the server's user. */
export function asUser(user: ServerUser): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/** The environment of the server's programs: no PG* variable of the caller's reaches them. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^PG[A-Z]/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', LC_MESSAGES: 'C' };
}

/** Runs a PostgreSQL program to its end as the server's user. */
export function runProgram(
  program: string,
  args: readonly string[],
  user: ServerUser,
): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...asUser(user),
      cwd: process.platform === 'win32' ? process.cwd() : '/',
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve({ code, output });
    });
  });
}
