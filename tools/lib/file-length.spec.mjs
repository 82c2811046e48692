import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const MOST = 300;
/** Written by people; ESLint counts those of TypeScript and the commands, without comments. */
const KINDS = ['.css', '.scss', '.html', '.js', '.cjs', '.sh', '.yaml', '.yml', '.md', ''];

/** Why a file may be longer; whoever shortens it deletes the line. */
const REASONS = {
  'apps/web/src/styles/base.css':
    'the one sheet of classes that all screens share, in the order in which they override each other',
  'docs/security.md': 'a table with one row for each requirement of OWASP ASVS',
};

/** Files of the repository, those that are not yet committed too. */
function files() {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const { stdout, status } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim().split('\n') : [];
}

const longOnes = () =>
  files()
    .filter((path) => KINDS.includes(extname(path)) && existsSync(join(root, path)))
    .filter((path) => readFileSync(join(root, path), 'utf8').split(/\n\s*(?=\S)/).length > MOST);

// A folder that was unpacked without its history has no list of its files.
const maybe = existsSync(join(root, '.git')) ? it : it.skip;

maybe(`files have ${MOST} lines at most, or a reason`, () => {
  expect(files().length).toBeGreaterThan(500);
  expect(longOnes().sort()).toEqual(Object.keys(REASONS).sort());
});
