/** Runs one Keycloak below the process that forked it, and ends it with that process, however that ends. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnKeycloak } from './keycloak.mjs';

const READY_SECONDS = 180;
const [root, file] = process.argv.slice(2);
const given = JSON.parse(readFileSync(file, 'utf8'));
const child = spawnKeycloak(root, given);
writeFileSync(join(given.folder, 'pid'), String(child.pid));
let isEnding = false;

function kill(signal) {
  try {
    // The group: the script may have started Java below itself.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It has ended already.
  }
}

function end() {
  if (isEnding) return;
  isEnding = true;
  kill('SIGTERM');
  setTimeout(() => kill('SIGKILL'), 8000).unref();
}

child.once('error', () => process.exit(1));
child.once('exit', () => process.exit(isEnding ? 0 : 1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
process.once('disconnect', end);

async function untilReady() {
  const until = Date.now() + READY_SECONDS * 1000;
  while (Date.now() < until) {
    try {
      const [health, realm] = await Promise.all([
        fetch(`http://127.0.0.1:${given.management}/health/ready`),
        fetch(`http://127.0.0.1:${given.port}/realms/enlace`),
      ]);
      if (health.ok && realm.ok) return true;
    } catch {
      // Not listening yet.
    }
    await sleep(200);
  }
  return false;
}

if (await untilReady()) process.send?.({ port: given.port });
else {
  console.error(`Keycloak is not ready after ${READY_SECONDS} s.`);
  end();
}
