import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The first start also builds everything, which takes minutes on a loaded machine. */
const READY_MILLISECONDS = 300_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Resolves with the origin once the system says that it is ready. */
function untilReady(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why) => reject(new Error(`The system ${why}:\n${output}`));
    const timer = setTimeout(() => fail('is not ready'), READY_MILLISECONDS);
    const read = (part) => {
      output += part.toString();
      const origin = /^READY (\S+)$/m.exec(output)?.[1];
      if (!origin) return;
      clearTimeout(timer);
      resolve(origin);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => {
      clearTimeout(timer);
      fail('ended');
    });
  });
}

/** Starts what `npm start` starts, on a port and a data folder of its own; `options` go to it as well. */
export async function startSystem(options) {
  // The database may run as another user, who has to enter the folder.
  const data = mkdtempSync(join(tmpdir(), 'enlace-journeys-'));
  chmodSync(data, 0o755);
  const args = ['start', '--port', String(await freePort()), '--data', data, ...options];
  // Its channel ends with this process, and the system with its channel.
  const child = fork(join(ROOT, 'tools', 'main.mjs'), args, {
    cwd: ROOT,
    env: { ...process.env, ENLACE_INSTALLED: '1' },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { data, origin: await untilReady(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
