import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

/** Requirements of level 1 and 2 of OWASP ASVS 5.0.0 by section: the numbers, or the last where none is left out. */
const SECTIONS = {
  ...{ 1.1: 2, 1.2: 9, 1.3: 11, 1.4: 3, 1.5: 2 },
  ...{ 2.1: 3, 2.2: 3, 2.3: 4, 2.4: 1 },
  ...{ 3.2: 2, 3.3: 4, 3.4: 6, 3.5: 5, 3.7: 2 },
  ...{ 4.1: 3, 4.2: 1, 4.3: 2, 4.4: 4 },
  ...{ 5.1: 1, 5.2: 3, 5.3: 2, 5.4: 3 },
  ...{ 6.1: 3, 6.2: 12, 6.3: 4, 6.4: 4, 6.5: 5, 6.6: 3, 6.8: 4 },
  ...{ 7.1: 3, 7.2: 4, 7.3: 2, 7.4: 5, 7.5: 2, 7.6: 2 },
  ...{ 8.1: 2, 8.2: 3, 8.3: 1, 8.4: 1 },
  ...{ 9.1: 3, 9.2: 4 },
  ...{ 10.1: 2, 10.2: 2, 10.3: 4, 10.4: 11, 10.5: 5, 10.6: 2, 10.7: 3 },
  ...{ 11.1: 2, 11.2: 3, 11.3: 3, 11.4: 4, 11.5: 1, 11.6: 1 },
  ...{ 12.1: 3, 12.2: 2, 12.3: 4 },
  ...{ 13.1: 1, 13.2: 5, 13.3: 2, 13.4: 5 },
  ...{ 14.1: 2, 14.2: 4, 14.3: 3 },
  ...{ 15.1: 3, 15.2: 3, 15.3: 7 },
  ...{ 16.1: 1, 16.2: 5, 16.3: 4, 16.4: 3, 16.5: 3 },
  ...{ 17.1: 1, 17.2: 4, 17.3: 2 },
};
const REQUIREMENTS = Object.entries(SECTIONS).flatMap(([section, last]) =>
  Array.from({ length: last }, (_none, index) => `${section}.${index + 1}`),
);
/** No requirement of these is open: encoding, validation, access control, tokens and logs. */
const NONE_OPEN = /^(1|2|8|9|16)\./;
const TEST = /\.(spec\.ts|spec\.mjs|keycloak\.ts)$|^packages\/testing\/src\/prove\/[\w-]+\.ts$/;

const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+)\s*\| ([^|]+?)\s*\| ([^|]+?)\s*\|$/gm)].map(
  ([, number, words, how]) => ({ number, words, how }),
);
const kindOf = (how) => /^(test|Enlace has no such part|open)\b/.exec(how)?.[1];
const pathsIn = (text) =>
  [...text.matchAll(/`([\w./-]+\/[\w./-]+\.\w+)`/g)].map(([, path]) => path);

describe('the page about security', () => {
  it('names each requirement of level 1 and 2 exactly once, and no other', () => {
    expect(REQUIREMENTS).toHaveLength(253);
    const byNumber = (one, other) => one.localeCompare(other, 'en', { numeric: true });
    expect(rows.map(({ number }) => number).sort(byNumber)).toEqual(REQUIREMENTS.sort(byNumber));
  });

  it.each(rows)('$number has a test, no such part, or is open, with a reason', ({ how }) => {
    const kind = kindOf(how);
    expect(['test', 'Enlace has no such part', 'open']).toContain(kind);
    if (kind === 'test') {
      expect(pathsIn(how)).not.toEqual([]);
      expect(pathsIn(how).filter((path) => !TEST.test(path))).toEqual([]);
    } else expect(how.replace(/^[^:]*: /, '').length).toBeGreaterThan(5);
  });

  it('names no file that is not there', () => {
    expect(pathsIn(page).length).toBeGreaterThan(200);
    expect(pathsIn(page).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('has nothing open where it may not', () => {
    const open = rows.filter(({ number, how }) => NONE_OPEN.test(number) && kindOf(how) === 'open');
    expect(open).toEqual([]);
  });

  it('counts what it says', () => {
    const count = (kind) => rows.filter(({ how }) => kindOf(how) === kind).length;
    expect(page).toContain(
      `253 requirements: ${count('test')} have a test, ${count('Enlace has no such part')} concern`,
    );
    expect(page).toContain(`${count('open')} are open`);
  });

  it('has the sections that requirements rely on', () => {
    const named = rows.flatMap(({ how }) =>
      [...how.matchAll(/“([^”]+)”/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !page.includes(`\n## ${name}\n`))).toEqual([]);
  });
});
