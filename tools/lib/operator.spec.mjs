import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { assertOurs, lockFolder, readSecrets, renewSecrets } from './data-folder.mjs';
import { enlace } from './operator.harness.mjs';
import { runningSystem } from './system.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'enlace tools é '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a data folder', () => {
  it('is refused, also for a reset, when it holds things of somebody else', () => {
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'thesis.txt'), 'mine');
    writeFileSync(join(folder, 'secrets.json'), '{"my":"own"}');
    const end = enlace('start', '--reset', '--data', folder);
    expect(end.status).toBe(1);
    expect(end.stderr).toMatch(
      /^.* is not an Enlace data folder, nothing in it was touched: .*\n$/,
    );
    expect(readFileSync(join(folder, 'postgres', 'thesis.txt'), 'utf8')).toBe('mine');
  });

  it('is taken when absent, empty or made by a start', () => {
    expect(() => assertOurs(join(folder, 'new'))).not.toThrow();
    expect(() => assertOurs(folder)).not.toThrow();
    lockFolder(folder)();
    readSecrets(folder);
    mkdirSync(join(folder, 'postgres'));
    expect(() => assertOurs(folder)).not.toThrow();
  });

  it('keeps its secrets, and one with a secret missing is damaged', () => {
    expect(readSecrets(folder)).toEqual(readSecrets(folder));
    writeFileSync(join(folder, 'secrets.json'), '{"ownerPassword":"x"}');
    expect(() => readSecrets(folder)).toThrow(/damaged \(secrets.json lacks appPassword\)/);
  });

  it('gets new secrets while nothing runs on it, and keeps the keys that sealed the trace', () => {
    const [first, second] = [readSecrets(folder), renewSecrets(folder, readSecrets(folder))];
    expect(second.auditKey).not.toBe(first.auditKey);
    expect(second.appPassword).not.toBe(first.appPassword);
    writeFileSync(join(folder, 'lock'), String(process.pid));
    expect(enlace('rotate', '--data', folder).status).toBe(0);
    const third = readSecrets(folder);
    expect(third.earlierAuditKeys).toMatchObject({ [first.auditKeyId]: first.auditKey });
    expect(enlace('rotate', '--data', join(folder, 'x')).stderr).toMatch(/^There is no Enlace in /);
  });

  it('cannot be a file or lie below one', () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear reader');
    for (const path of [file, join(file, 'below')]) {
      expect(enlace('start', '--data', path).stderr).toMatch(/^.* cannot be a data folder: .*\n$/);
    }
  });

  it('describes no running system after its start was killed', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(folder, 'system.json'), JSON.stringify({ pid, environment: {} }));
    expect(runningSystem(folder)).toBeUndefined();
  });
});

describe('a wrong command line', () => {
  it.each([
    [['start', '--port', '0'], '--port must be a number from 1 to 65535, not "0".'],
    [['start', '--port', '0x10'], '--port must be a number from 1 to 65535, not "0x10".'],
    [['start', '--nonsense'], "Unknown option '--nonsense'; --help tells what can be given."],
    [['dev', 'hello'], "Unexpected argument 'hello'; --help tells what can be given."],
    [['check', '--fast'], "Unknown option '--fast'; --help tells what can be given."],
    [['test', '--journeys', 'xx'], 'There are no journeys in "xx": en, es, fr, pt.'],
    [['token'], 'Usage: npm run token -- ACCOUNT [--for ORGANIZATION]'],
    [
      ['nonsense'],
      'Commands: start, dev, token, enlace, test, check, keycloak, test-keycloak, prove, bench, backup, restore, rotate, sbom.',
    ],
  ])('%j is one sentence', (args, sentence) => {
    const { status, stderr } = enlace(...args);
    expect({ status, stderr }).toEqual({ status: 1, stderr: `${sentence}\n` });
  });

  it('names the proofs there are', () => {
    const { status, stderr } = enlace('prove', 'nonsense');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^There is no proof named "nonsense"\. Proofs: access, backup, canary, .*\.\n$/,
    );
  });

  it('is helped by --help', () => {
    for (const name of [
      'start',
      'dev',
      'token',
      'test',
      'check',
      'prove',
      'backup',
      'restore',
      'rotate',
      'sbom',
    ]) {
      const { status, stdout } = enlace(name, '--help');
      expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^npm /) });
    }
  });
});
