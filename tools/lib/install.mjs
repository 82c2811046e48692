import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

function stampOf(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const platform = `${process.platform}-${process.arch}`;
  return `${platform}-${createHash('sha256').update(lock).digest('hex')}`;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** PATH without node_modules/.bin: `npm ci` would delete the very Node it runs on. */
function plainPath() {
  const parts = (process.env.PATH ?? '').split(delimiter);
  return parts.filter((part) => !/node_modules[\\/]\.bin/.test(part)).join(delimiter);
}

/** How npm is started: a program and the arguments that come first. */
export function npmProgram() {
  // npm tells its scripts where it lies; without that we are run by hand and take the one on PATH.
  const script = process.env.npm_execpath;
  return script ? [process.execPath, [script]] : ['npm', []];
}

/** Runs `npm ci` when the lock file or the platform changed since the last time. */
export async function install(root) {
  const stampFile = join(root, 'node_modules', '.enlace-stamp');
  const stamp = stampOf(root);
  if (read(stampFile) === stamp) return;
  const began = Date.now();
  console.log('Installing packages (once, and after a change of the lock file) ...');
  const [program, first] = npmProgram();
  const result = spawnSync(
    program,
    [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      env: { ...process.env, PATH: plainPath() },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: first.length === 0 && process.platform === 'win32',
    },
  );
  if (result.status !== 0) {
    console.error('The packages could not be installed; the lines above say why.');
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
  console.log(`  installed in ${Math.round((Date.now() - began) / 1000)} s`);
}
