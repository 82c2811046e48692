import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyStored } from './backup-files.mjs';
import { assertOursToRestore, seal, verified } from './backup-seal.mjs';
import { enlace } from './operator.harness.mjs';

const FACTS = {
  version: '0.1.0',
  platform: 'linux-x64',
  postgres: { version: '18.4', systemIdentifier: '7' },
  schema: ['First1', 'Second2'],
};
const HERE = { postgresMajor: '18', platform: 'linux-x64', schema: ['First1', 'Second2'] };

let folder;
let backup;
async function sealed(facts) {
  rmSync(join(backup, 'SHA256SUMS'), { force: true });
  await seal(backup, facts);
  return verified(backup);
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'enlace backup é '));
  backup = join(folder, 'backup');
  mkdirSync(join(backup, 'database', 'pg_notify'), { recursive: true });
  writeFileSync(join(backup, 'database', 'PG_VERSION'), '18\n');
  writeFileSync(join(backup, 'secrets.json'), '{}');
  await sealed(FACTS);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inside = (...path) => join(backup, ...path);

/** Changes one byte in the middle of a file. */
function bend(file) {
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  writeFileSync(file, bytes);
}

describe('a backup', () => {
  it('is whole as it was written, and tells of its empty folders', async () => {
    const manifest = await verified(backup);
    expect(manifest).toMatchObject({ product: 'enlace', ...FACTS });
    expect(manifest.folders).toEqual(['database', 'database/pg_notify']);
    expect(() => assertOursToRestore(backup, manifest, HERE)).not.toThrow();
  });

  it.each([
    [
      'a byte of the database',
      () => bend(inside('database', 'PG_VERSION')),
      'PG_VERSION was changed',
    ],
    ['a byte of the manifest', () => bend(inside('manifest.json')), 'manifest.json was changed'],
    ['a byte of the sums', () => bend(inside('SHA256SUMS')), ''],
    ['a missing file', () => rmSync(inside('secrets.json')), 'secrets.json is missing'],
    ['a missing manifest', () => rmSync(inside('manifest.json')), 'manifest.json is missing'],
    ['an added file', () => writeFileSync(inside('note'), ''), 'note was added'],
    ['a link', () => symlinkSync('/etc/passwd', inside('link')), 'link is neither a file nor'],
    ['sums cut off', () => truncateSync(inside('SHA256SUMS'), 80), 'SHA256SUMS is not as it was'],
    ['sums of nothing', () => truncateSync(inside('SHA256SUMS'), 0), 'manifest.json was added'],
    [
      'a sum doubled',
      () => appendFileSync(inside('SHA256SUMS'), readFileSync(inside('SHA256SUMS'))),
      'SHA256SUMS is not as it was',
    ],
  ])('with %s is damaged', async (_what, damage, told) => {
    damage();
    await expect(verified(backup)).rejects.toThrow(/is damaged, nothing was restored: /);
    await expect(verified(backup)).rejects.toThrow(told);
  });

  it('that was broken off is none', async () => {
    rmSync(inside('SHA256SUMS'));
    await expect(verified(backup)).rejects.toThrow(/is not a whole backup of Enlace/);
    await expect(verified(join(folder, 'absent'))).rejects.toThrow(/is not a whole backup/);
  });

  it.each([
    [{ product: 'other' }, 'it is a backup of "other"'],
    [{ format: 2 }, 'its format is 2, and this Enlace reads 1'],
    [{ postgres: { version: '19.1' } }, 'it was made by PostgreSQL 19, and this is 18'],
    [{ platform: 'win32-x64' }, 'it was made on win32-x64, and this is linux-x64'],
    [
      { version: '0.9.0', schema: ['First1', 'Second2', 'Third3'] },
      'it was made by a newer Enlace (0.9.0) whose migration Third3 is not known here',
    ],
  ])('of something else is refused: %j', async (other, told) => {
    const manifest = await sealed({ ...FACTS, ...other });
    expect(() => assertOursToRestore(backup, manifest, HERE)).toThrow(
      `cannot be restored here, nothing was changed: ${told}`,
    );
  });

  it('of an older Enlace is taken: its database is brought up to date at the start', async () => {
    const manifest = await sealed({ ...FACTS, schema: ['First1'] });
    expect(() => assertOursToRestore(backup, manifest, HERE)).not.toThrow();
  });

  it('holds what people handed in once, and nothing that is still on its way', async () => {
    const hash = createHash('sha256').update('bytes').digest('hex');
    const store = join(folder, 'files', hash.slice(0, 2));
    mkdirSync(store, { recursive: true });
    writeFileSync(join(store, hash), 'bytes');
    writeFileSync(join(store, `${hash}.0b2f1c34-half`), 'by');
    const target = join(folder, 'copied');
    expect(await copyStored(join(folder, 'files'), target)).toBe(1);
    expect(await copyStored(join(folder, 'files'), target)).toBe(0);
    expect(readdirSync(join(target, hash.slice(0, 2)))).toEqual([hash]);
    expect(await copyStored(join(folder, 'nobody handed in'), target)).toBe(0);
  });
});

describe('a command line', () => {
  const refused = (args, told) => {
    const { status, stderr } = enlace(...args);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(told) });
  };

  it('that names no system, no place or a place in use changes nothing', () => {
    refused(['backup', '--data', folder, '--to', join(folder, 'to')], /^There is no Enlace in /);
    writeFileSync(join(folder, 'secrets.json'), '{}');
    refused(['backup', '--data', folder], /^Usage: npm run backup -- --to FOLDER/);
    refused(['backup', '--data', folder, '--to', join(folder, 'to')], /must outlive it/);
    refused(['backup', '--data', folder, '--to', folder], /must outlive it/);
    refused(['restore'], /^Usage: npm run restore -- BACKUP/);
    refused(['restore', backup, '--data', folder], /is not empty, nothing in it was touched/);
    const data = join(folder, 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'secrets.json'), '{}');
    refused(['backup', '--data', data, '--to', backup], /is not empty, nothing in it was touched/);
    expect(readdirSync(folder).sort()).toEqual(['backup', 'data', 'secrets.json']);
  });
});
