import { readFileSync } from 'node:fs';

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';

const fromFile = (path: string | undefined): string | undefined =>
  isSet(path) ? readFileSync(path, 'utf8').replace(/\r?\n$/, '') : undefined;

/**
 * The variables that are set. An empty one is as good as none. `NAME_FILE` names a file that holds what
 * `NAME` would, as secrets are given to containers; a final line break in it does not count.
 */
export function readEnvironment(
  names: readonly string[],
  given: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = isSet(given[name]) ? given[name] : fromFile(given[`${name}_FILE`]);
    if (isSet(value)) found[name] = value;
  }
  return found;
}
