import { chmod, cp, lchown, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { placeFor } from './data-folder.js';
import { findServerUser, type ServerUser } from './server-user.js';

/** Whether there is nothing at `dataDir`, nor where its data really go. */
export async function isFree(dataDir: string): Promise<boolean> {
  const place = await placeFor(dataDir, await findServerUser());
  return (await readdir(place).catch(() => [])).length === 0;
}

/** Lets the server's user in, and nobody else. */
async function handOver(path: string, isFolder: boolean, user: ServerUser): Promise<void> {
  if (process.platform !== 'win32') await chmod(path, isFolder ? 0o700 : 0o600);
  if (user) await lchown(path, user.uid, user.gid);
}

/**
 * Puts a copy of the cluster at `from` where a server started on `dataDir` finds it, whole or not at
 * all, with all the `folders` that belong to it. The place must be free; the server replays the log at
 * its next start.
 */
export async function restoreCluster(
  from: string,
  dataDir: string,
  folders: readonly string[],
): Promise<void> {
  const user = await findServerUser();
  const place = await placeFor(dataDir, user);
  const fresh = `${place}.new`;
  await rm(fresh, { recursive: true, force: true });
  try {
    await cp(from, fresh, { recursive: true });
    // Not every way of keeping a backup keeps its empty folders.
    for (const folder of folders) await mkdir(join(fresh, folder), { recursive: true });
    for (const entry of await readdir(fresh, { recursive: true, withFileTypes: true })) {
      await handOver(join(entry.parentPath, entry.name), entry.isDirectory(), user);
    }
    await handOver(fresh, true, user);
    // Refused where something lies at the place; an empty folder gives way.
    await rename(fresh, place);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}
