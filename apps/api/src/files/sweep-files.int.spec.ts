import { randomUUID } from 'node:crypto';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Config } from '../config/index.js';
import { JobRunner } from '../jobs/index.js';
import {
  api,
  begun,
  COMMITMENTS,
  owner,
  useReports,
} from '../progress-reports/progress-reports.harness.js';
import { png } from './files.harness.js';

useReports();

let drawn = 1;
/** A picture that nobody handed in before. */
const picture = (): Buffer => png({ gAMA: String(drawn++) });

const upload = async (commitment: string, name: string, body: Buffer): Promise<number> => {
  const headers = {
    ...{ 'content-type': 'application/octet-stream', 'x-file-name': name },
    'idempotency-key': randomUUID(),
  };
  const request = { as: 'fp.pa', method: 'POST', body, headers };
  return (await api.request(`${COMMITMENTS}/${commitment}/files`, request)).status;
};

const files = async (): Promise<string[]> => {
  const folder = api.app.get(Config).files.ENLACE_FILES_FOLDER;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort();
};

/** Does something and returns the files that came of it. */
async function madeBy(act: () => Promise<unknown>): Promise<string[]> {
  const before = await files();
  await act();
  return (await files()).filter((path) => !before.includes(path));
}

const grow = async (paths: readonly string[], hours: number): Promise<void> => {
  const then = new Date(Date.now() - hours * 3_600_000);
  for (const path of paths) await utimes(path, then, then);
};
const strike = () => api.app.get(JobRunner).strike();

/** Bytes are written, then the transaction dies before it commits, as with its process. */
async function crashed(commitment: string, body: Buffer): Promise<string[]> {
  await owner.query(`create function die() returns trigger language plpgsql as $$
    begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`);
  await owner.query(`create constraint trigger dying after insert on stored_file
    deferrable initially deferred for each row execute function die()`);
  try {
    return await madeBy(async () => {
      expect(await upload(commitment, 'a.png', body)).toBeGreaterThanOrEqual(500);
    });
  } finally {
    await owner.query('drop trigger dying on stored_file');
    await owner.query('drop function die');
  }
}

describe('bytes that no record names', () => {
  it('are left by a crash between write and commit, and swept a day later', async () => {
    const { commitment } = await begun();
    const left = await crashed(commitment, picture());
    expect(left).toHaveLength(1);
    await grow(left, 23);
    await strike();
    expect(await files()).toEqual(expect.arrayContaining(left));
    await grow(left, 25);
    await strike();
    expect(await files()).not.toEqual(expect.arrayContaining(left));
  });

  it('are kept where they became a file after all', async () => {
    const { commitment } = await begun();
    const body = picture();
    const left = await crashed(commitment, body);
    await grow(left, 25);
    expect(await madeBy(() => upload(commitment, 'a.png', body))).toEqual([]);
    await strike();
    expect(await files()).toEqual(expect.arrayContaining(left));
  });

  it('are kept where they become a file while the sweep runs', async () => {
    const { commitment } = await begun();
    const left = await crashed(commitment, picture());
    await grow(left, 25);
    const sha256 = basename(left[0]!);
    // A writer between its lock and its commit, as `KeepFile` is.
    await owner.query('begin');
    await owner.query(`select pg_advisory_xact_lock(hashtextextended('bytes ' || $1, 0))`, [
      sha256,
    ]);
    const sweep = strike();
    await setTimeout(500);
    await owner.query(
      `insert into stored_file (commitment_id, organization_id, sha256, size, media_type, name, created_by)
       select id, organization_id, $2, 1, 'image/png', 'a.png', gen_random_uuid() from commitment where id = $1`,
      [commitment, sha256],
    );
    await owner.query('commit');
    await sweep;
    expect(await files()).toEqual(expect.arrayContaining(left));
  });

  it('are kept while another record shares them, and go with the last', async () => {
    const one = await begun();
    const other = await begun();
    const body = picture();
    const kept = await madeBy(async () => {
      expect(await upload(one.commitment, 'a.png', body)).toBe(201);
      expect(await upload(other.commitment, 'b.png', body)).toBe(201);
    });
    expect(kept).toHaveLength(1);
    await grow(kept, 100);
    await owner.query('delete from stored_file where commitment_id = $1', [one.commitment]);
    await strike();
    expect(await files()).toEqual(expect.arrayContaining(kept));
    await owner.query('delete from stored_file where commitment_id = $1', [other.commitment]);
    await strike();
    expect(await files()).not.toEqual(expect.arrayContaining(kept));
  });

  it('and halves that a dead process left are swept, and nothing else in the folder', async () => {
    const { commitment } = await begun();
    const [whole] = await madeBy(() => upload(commitment, 'a.png', picture()));
    const half = `${whole!}.${randomUUID()}`;
    const foreign = join(api.app.get(Config).files.ENLACE_FILES_FOLDER, 'README');
    await writeFile(half, 'half');
    await writeFile(foreign, 'not ours');
    await grow([whole!, half, foreign], 25);
    await strike();
    expect((await files()).filter((path) => [whole!, half, foreign].includes(path))).toEqual(
      [whole!, foreign].sort(),
    );
  });
});
