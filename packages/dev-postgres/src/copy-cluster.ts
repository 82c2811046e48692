import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders whose content the server makes anew when it starts; `pg_wal` is copied on its own. */
const EMPTIED = new Set([
  ...['pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp'],
  ...['pg_subtrans', 'pg_wal'],
]);

/** What belongs to the running server alone: its process, caches, temporary tables and files. */
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|postgresql\.auto\.conf\.tmp|current_logfiles(\.tmp)?|backup_label(\.old)?|tablespace_map(\.old)?|pg_internal\.init.*|pgsql_tmp.*|t\d+_\d+.*)$/;

const CONTROL = join('global', 'pg_control');

function isGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** A table that was dropped meanwhile has no file any more; replaying drops it as well. */
async function copyUnlessGone(from: string, to: string): Promise<number> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    return 1;
  } catch (error) {
    if (isGone(error)) return 0;
    throw error;
  }
}

async function copyFolder(from: string, to: string, path: string): Promise<number> {
  await mkdir(join(to, path), { mode: 0o700 });
  const entries = await readdir(join(from, path), { withFileTypes: true }).catch(
    (error: unknown) => {
      if (isGone(error)) return [];
      throw error;
    },
  );
  let files = 0;
  for (const entry of entries) {
    const inner = join(path, entry.name);
    if (inner === CONTROL || LEFT_OUT.test(entry.name)) continue;
    if (entry.isDirectory()) {
      if (EMPTIED.has(inner)) await mkdir(join(to, inner), { mode: 0o700 });
      else files += await copyFolder(from, to, inner);
    } else if (entry.isFile()) files += await copyUnlessGone(join(from, inner), join(to, inner));
    else throw new Error(`${join(from, inner)} is neither a file nor a folder.`);
  }
  return files;
}

/** The server writes this file in one go, but a reader may meet it half written: two readings must agree. */
async function copyControl(from: string, to: string): Promise<void> {
  for (let before = await readFile(from); ;) {
    const again = await readFile(from);
    if (again.equals(before)) {
      await writeFile(to, again, { mode: 0o600, flag: 'wx' });
      return;
    }
    before = again;
  }
}

/**
 * Copies the files of a cluster while its server runs and a backup of it has begun; `to` must not exist.
 * The write-ahead log is not among them. Returns how many files there are.
 */
export async function copyCluster(from: string, to: string): Promise<number> {
  const files = await copyFolder(from, to, '.');
  // Last, so that it names no checkpoint that a file copied before does not have.
  await copyControl(join(from, CONTROL), join(to, CONTROL));
  return files + 1;
}

/** Names of the segments of the write-ahead log from the first to the last, of 16 MB each. */
export function segmentsBetween(first: string, last: string): string[] {
  const numberOf = (name: string): number => Number(`0x${name.slice(8, 16)}${name.slice(22)}`);
  const hex = (value: number): string => value.toString(16).toUpperCase().padStart(8, '0');
  const count = numberOf(last) - numberOf(first) + 1;
  return Array.from({ length: count }, (_, index) => {
    const number = numberOf(first) + index;
    return first.slice(0, 8) + hex(Math.floor(number / 256)) + hex(number % 256);
  });
}
