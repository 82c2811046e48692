import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { segmentsBetween } from './copy-cluster.js';
import {
  backUpCluster,
  isFree,
  restoreCluster,
  runningPostgres,
  startPostgres,
  withClient,
  type Postgres,
} from './index.js';

jest.setTimeout(120_000);

const FOLDERS = ['pg_notify', 'pg_replslot', 'pg_tblspc', 'pg_wal'];

let root: string;
let server: Postgres;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'enlace-backup-'));
  await chmod(root, 0o755);
  server = await startPostgres({ dataDir: join(root, 'data'), fsync: false });
  await withClient(server.superuserUrl, async (client) => {
    await client.query('create table kept (n int primary key)');
    // Something that takes a while to copy.
    await client.query(
      `create table large as select repeat(md5(n::text), 30) as text from generate_series(1, 200000) n`,
    );
  });
});
afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

/** Runs until it is told to stop, as someone else beside the backup. */
function beside(act: (round: number) => Promise<unknown>): () => Promise<void> {
  const told = new AbortController();
  const done = (async () => {
    for (let round = 1; !told.signal.aborted; round += 1) await act(round);
  })();
  return async () => {
    told.abort();
    await done;
  };
}

describe('a backup of a running cluster', () => {
  it('holds what was committed before its end, however fast the log moves on', async () => {
    const committed: { n: number; at: number }[] = [];
    const backup = await withClient(server.superuserUrl, async (client) => {
      const stopWriting = beside(async (n) => {
        await client.query('insert into kept values ($1)', [n]);
        committed.push({ n, at: Date.now() });
      });
      const stopTurning = beside(() =>
        withClient(server.superuserUrl, async (other) => {
          // A new segment begins and those that no checkpoint needs are used again.
          await other.query('select pg_switch_wal()');
          await other.query('checkpoint');
        }),
      );
      const ended = await backUpCluster(server.superuserUrl, join(root, 'backup'));
      await stopTurning();
      await stopWriting();
      return ended;
    });
    expect(backup.segments).toBeGreaterThan(2);

    await restoreCluster(join(root, 'backup'), join(root, 'restored'), FOLDERS);
    const restored = await startPostgres({ dataDir: join(root, 'restored'), fsync: false });
    const { rows } = await withClient(restored.superuserUrl, (client) =>
      client.query<{ n: number }>('select n from kept'),
    );
    await restored.stop();
    const found = new Set(rows.map(({ n }) => n));
    const due = committed.filter(({ at }) => at < Date.parse(backup.endAskedAt));
    expect(due.length).toBeGreaterThan(0);
    expect(due.filter(({ n }) => !found.has(n))).toEqual([]);
  });

  it('leaves no slot behind, which would keep the log for ever', async () => {
    const { rows } = await withClient(server.superuserUrl, (client) =>
      client.query('select slot_name from pg_replication_slots'),
    );
    expect(rows).toEqual([]);
  });

  it('leaves out what belongs to the running server alone', async () => {
    for (const name of ['postmaster.pid', 'postmaster.opts']) {
      await expect(stat(join(root, 'backup', name))).rejects.toThrow('ENOENT');
    }
    expect(await readFile(join(root, 'backup', 'backup_label'), 'utf8')).toMatch(/LABEL: enlace/);
  });

  it('is not begun where something lies, and not restored there', async () => {
    await expect(backUpCluster(server.superuserUrl, join(root, 'backup'))).rejects.toThrow(
      'EEXIST',
    );
    expect(await isFree(join(root, 'data'))).toBe(false);
    expect(await isFree(join(root, 'nothing'))).toBe(true);
    const restore = restoreCluster(join(root, 'backup'), join(root, 'data'), FOLDERS);
    await expect(restore).rejects.toThrow('ENOTEMPTY');
    await withClient(server.superuserUrl, (client) => client.query('select n from kept'));
  });

  it('is refused of a cluster whose tables lie elsewhere as well', async () => {
    await withClient(server.superuserUrl, async (client) => {
      await client.query(`set allow_in_place_tablespaces = on`);
      await client.query(`create tablespace elsewhere location ''`);
    });
    const backup = backUpCluster(server.superuserUrl, join(root, 'elsewhere'));
    await expect(backup).rejects.toThrow('tablespaces');
    await withClient(server.superuserUrl, (client) => client.query('drop tablespace elsewhere'));
  });

  it('fails when the server ends meanwhile', async () => {
    expect(await runningPostgres(join(root, 'data'))).toBe(server.superuserUrl);
    const backup = backUpCluster(server.superuserUrl, join(root, 'broken'));
    await Promise.all([expect(backup).rejects.toThrow(), server.stop()]);
    expect(await runningPostgres(join(root, 'data'))).toBeUndefined();
  });
});

describe('the segments of the log', () => {
  it('are counted over the end of a number', () => {
    expect(segmentsBetween('0000000100000000000000FE', '000000010000000100000001')).toEqual([
      '0000000100000000000000FE',
      '0000000100000000000000FF',
      '000000010000000100000000',
      '000000010000000100000001',
    ]);
  });
});
