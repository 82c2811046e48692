import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The operating system's user that the server runs as; `undefined` is the user of this process. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

/** PostgreSQL refuses to run as root: then it runs as `postgres`, else as `nobody`. */
export async function findServerUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined;
  const rows = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const row = rows.find(([user]) => user === name);
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new Error('PostgreSQL cannot run as root, and there is no user postgres or nobody.');
}

/** Whether the server's user may pass through every folder down to `path`, which must exist. */
export async function canEnter(path: string, user: ServerUser): Promise<boolean> {
  if (!user) return true;
  let folder = await realpath(path);
  for (;;) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    const parent = dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}
