import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './children.mjs';
import { withNodeFirst } from './node-version.mjs';

/** Command line of turbo's build: the web is left out where it has no Angular workspace yet. */
export function buildArguments(root, filters = []) {
  const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  const skip = existsSync(join(root, 'apps', 'web', 'angular.json'))
    ? []
    : ['--filter=!@enlace/web'];
  const chosen = filters.map((filter) => `--filter=${filter}`);
  return [turbo, 'run', 'build', '--output-logs=errors-only', ...chosen, ...skip];
}

/** Builds what changed since the last time. */
export function build(root, filters) {
  const options = { cwd: root, env: withNodeFirst(process.execPath) };
  return runQuietly(process.execPath, buildArguments(root, filters), options, 'The build failed:');
}
