import { fork, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './user-error.mjs';

/** The last lines of a log, for a message. */
export function tail(file, lines = 12) {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

/** Starts a Node process that writes to a log file and ends when this one is killed (IPC). */
export function startChild(name, file, args, { env, data }) {
  const log = join(data, 'logs', `${name}.log`);
  const output = openSync(log, 'w', 0o600);
  // Its own group: Ctrl-C at the terminal must not reach it before this process ends it in order.
  const child = fork(file, args, {
    env,
    detached: process.platform !== 'win32',
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  return { name, child, log };
}

/** Resolves with the ports that a child reports, or tells the end of its log. */
export function reported(started) {
  return new Promise((resolve, reject) => {
    started.child.once('message', resolve);
    started.child.once('exit', () =>
      reject(new UserError(`The ${started.name} process ended:\n${tail(started.log)}`)),
    );
  });
}

/** Ends a child gently, after ten seconds by force. */
export function stopChild({ child }) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(undefined);
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve(undefined);
    });
    // Windows knows no gentle signal, but the parts also end in order when their parent lets go.
    if (process.platform === 'win32' && child.connected) child.disconnect();
    else child.kill('SIGTERM');
    return undefined;
  });
}

/** The lines of an output without the places in the code, which say nothing to an operator. */
function withoutStack(output) {
  return output
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line));
}

/** Runs a program to its end; what it wrote is shown only when it fails. */
export function runQuietly(program, args, options, failure) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(output);
      else reject(new UserError(`${failure}\n${withoutStack(output).slice(-40).join('\n')}`));
    });
  });
}
