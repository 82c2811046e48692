import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  PostgresError,
  prepareDatabase,
  startPostgres,
  startTestPostgres,
  withClient,
} from './index.js';

jest.setTimeout(60_000);

describe('a server on a folder of its own', () => {
  let root: string;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'enlace-server-'));
    await chmod(root, 0o755);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('keeps data over a stop, a killed postmaster and a forgotten server', async () => {
    const dataDir = join(root, 'kept');
    const first = await startPostgres({ dataDir });
    await withClient(first.superuserUrl, (client) => client.query('create table t as select 7 n'));
    await first.stop();

    const second = await startPostgres({ dataDir });
    process.kill(second.pid, 'SIGKILL');

    // The third is never stopped by us: the fourth start must find and end it.
    const third = await startPostgres({ dataDir });
    expect(third.pid).not.toBe(second.pid);

    const fourth = await startPostgres({ dataDir });
    const { rows } = await withClient(fourth.superuserUrl, (client) =>
      client.query('select n from t'),
    );
    expect(rows).toEqual([{ n: 7 }]);
    await fourth.stop();
    expect(spawnSync('kill', ['-0', String(fourth.pid)]).status).not.toBe(0);
  });

  it('calls a folder with something else in it damaged', async () => {
    const dataDir = join(root, 'foreign');
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'letter.txt'), 'Dear reader');
    const start = startPostgres({ dataDir });
    await expect(start).rejects.toBeInstanceOf(PostgresError);
    await expect(start).rejects.toMatchObject({ fault: 'damaged' });
  });

  it('calls a cluster without its control file damaged', async () => {
    const dataDir = join(root, 'broken');
    await (await startPostgres({ dataDir })).stop();
    await rm(join(dataDir, 'global', 'pg_control'));
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ fault: 'damaged' });
  });

  it('tells at once that the databases are gone, and leaves no server running', async () => {
    const dataDir = join(root, 'hollow');
    await (await startPostgres({ dataDir })).stop();
    await rm(join(dataDir, 'base'), { recursive: true });
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ fault: 'damaged' });
    expect(await readdir(dataDir)).not.toContain('postmaster.pid');
  });

  it('names the reason, not the last line of the log', async () => {
    const dataDir = join(root, 'cut');
    await (await startPostgres({ dataDir })).stop();
    await truncate(join(dataDir, 'global', 'pg_control'), 100);
    await expect(startPostgres({ dataDir })).rejects.toThrow(
      /^could not read file "global\/pg_control"/,
    );
  });

  it('names the version that made a folder', async () => {
    const dataDir = join(root, 'older');
    await (await startPostgres({ dataDir })).stop();
    await writeFile(join(dataDir, 'PG_VERSION'), '17\n');
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({
      fault: 'other-version',
      message: '17, and this is PostgreSQL 18',
    });
  });

  it('starts on a folder brought back with wide permissions', async () => {
    const dataDir = join(root, 'wide');
    await (await startPostgres({ dataDir })).stop();
    await chmod(dataDir, 0o755);
    await (await startPostgres({ dataDir })).stop();
  });
});

describe('a prepared database', () => {
  it('has roles that own and bypass nothing, twice over', async () => {
    const server = await startTestPostgres();
    const plan = { database: 'enlace', ownerPassword: 'a', appPassword: 'b', auditorPassword: 'c' };
    await prepareDatabase(server.superuserUrl, plan);
    const urls = await prepareDatabase(server.superuserUrl, plan);
    const { rows } = await withClient(urls.app, (client) =>
      client.query(
        `select rolsuper or rolbypassrls or rolcreaterole as mighty,
                (select count(*)::int from pg_auth_members where member = r.oid) as groups
           from pg_roles r where rolname = current_user`,
      ),
    );
    expect(rows).toEqual([{ mighty: false, groups: 0 }]);
    await server.stop();
  });

  it('lets the owner hand a function to the definer, and clones with the same doors', async () => {
    const server = await startTestPostgres();
    const origin = await server.prepare('origin');
    await withClient(origin.owner, async (client) => {
      await client.query('grant create on schema public to enlace_definer');
      await client.query(
        `create function seven() returns int language sql security definer return 7`,
      );
      await client.query('alter function seven() owner to enlace_definer');
    });
    const copy = await server.cloneDatabase('origin', 'copy');
    const { rows } = await withClient(copy.app, (client) => client.query('select seven()'));
    expect(rows).toEqual([{ seven: 7 }]);
    await server.dropDatabase('copy');
    await server.stop();
  });
});
