import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Angular 22 and pg-boss need this; the bundled one is the same line. */
const OLDEST = [24, 15];

function newEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** The running Node if it is new enough, else the one that npm installed. */
export function findNode(root) {
  if (newEnough(process.versions.node)) return process.execPath;
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${os}-${process.arch}`, 'bin');
  const program = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(program)) return program;
  console.error(
    `Enlace needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}, and none comes ` +
      `packaged for ${process.platform} ${process.arch}. Install Node 24 and start again.`,
  );
  process.exit(1);
}

/** The environment with that Node first on PATH, for tools that start `node` by name. */
export function withNodeFirst(node) {
  return {
    ...process.env,
    PATH: dirname(node) + delimiter + (process.env.PATH ?? ''),
    ENLACE_INSTALLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
  };
}
