import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { copyCluster, segmentsBetween } from './copy-cluster.js';
import { withClient } from './prepare-database.js';

/** What was copied, and from which server. */
export interface ClusterBackup {
  /** Number that the cluster got when it was initialized; a copy has the same. */
  readonly systemIdentifier: string;
  readonly serverVersion: string;
  readonly files: number;
  /** Segments of the write-ahead log that lead from the start of the copy to its end. */
  readonly segments: number;
  /** When the server was asked for the end: what was committed before is in the backup. */
  readonly endAskedAt: string;
}

async function one<T>(client: Client, sql: string, values: readonly unknown[] = []): Promise<T> {
  const { rows } = await client.query(sql, [...values]);
  return rows[0] as T;
}

interface Server {
  readonly folder: string;
  readonly systemIdentifier: string;
  readonly serverVersion: string;
  readonly tablespaces: number;
  readonly segmentSize: number;
}

const SERVER = `
  select current_setting('data_directory') as folder,
         current_setting('server_version') as "serverVersion",
         (select system_identifier::text from pg_control_system()) as "systemIdentifier",
         (select bytes_per_wal_segment from pg_control_init()) as "segmentSize",
         (select count(*)::int from pg_tablespace where spcname not in ('pg_default', 'pg_global')) as tablespaces`;

/** The embedded default has neither; a copy that leaves something out must not be called a backup. */
function assertPlain({ tablespaces, segmentSize }: Server): void {
  if (tablespaces > 0) throw new Error('A cluster with tablespaces is not backed up here.');
  if (segmentSize !== 16 * 1024 * 1024) throw new Error('Segments of the log are not of 16 MB.');
}

/**
 * Backs up the cluster of a running server into `to`, which must not exist, by PostgreSQL's low-level
 * functions. Others go on reading and writing. Rejects when the server ends meanwhile; what is in `to`
 * then is worthless.
 */
export async function backUpCluster(superuserUrl: string, to: string): Promise<ClusterBackup> {
  // Start and end must be said in one session, which also keeps the log from being recycled.
  return withClient(superuserUrl, async (client) => {
    // The next query tells that the session was lost; without a listener the process would end.
    client.on('error', () => undefined);
    const server = await one<Server>(client, SERVER);
    assertPlain(server);
    await client.query(
      `select pg_create_physical_replication_slot('enlace_backup_' || pg_backend_pid(), true, true)`,
    );
    const { first } = await one<{ first: string }>(
      client,
      `select pg_walfile_name(pg_backup_start($1, fast => true)) as first`,
      ['enlace'],
    );
    const files = await copyCluster(server.folder, to);
    const endAskedAt = new Date().toISOString();
    const end = await one<{ last: string; label: string }>(
      client,
      `select pg_walfile_name(lsn - 1) as last, labelfile as label
       from pg_backup_stop(wait_for_archive => false)`,
    );
    await writeFile(join(to, 'backup_label'), end.label, { mode: 0o600, flag: 'wx' });
    const segments = segmentsBetween(first, end.last);
    for (const name of segments) {
      await copyFile(join(server.folder, 'pg_wal', name), join(to, 'pg_wal', name));
    }
    const { systemIdentifier, serverVersion } = server;
    return {
      ...{ systemIdentifier, serverVersion, files: files + 1 + segments.length },
      ...{ segments: segments.length, endAskedAt },
    };
  });
}
