#!/usr/bin/env node
/**
 * Entry of every command in package.json. It needs nothing but Node 20: it installs what the lock file
 * names, then runs tools/main.mjs on a Node that is new enough.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './lib/install.mjs';
import { findNode, withNodeFirst } from './lib/node-version.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// A command that another one started must not install again below it.
if (process.env.ENLACE_INSTALLED !== '1') await install(root);
const node = findNode(root);

if (node === process.execPath) {
  const { main } = await import('./main.mjs');
  await main(root, process.argv.slice(2));
} else {
  const child = spawn(node, [join(root, 'tools', 'main.mjs'), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: withNodeFirst(node),
  });
  // The terminal sends Ctrl-C to both; this process waits until the other has tidied up.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => signal === 'SIGINT' || child.kill(signal));
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
