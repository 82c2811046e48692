import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Binaries } from './binaries.js';
import { faultOf, PostgresError, reasonOf } from './postgres-error.js';
import { runProgram } from './run-program.js';
import { canEnter, type ServerUser } from './server-user.js';

/** The PostgreSQL whose data folders are understood. */
export const MAJOR = '18';
/** File in the data folder that holds the superuser's password. */
export const PASSWORD_FILE = 'enlace-superuser';

/** A folder holding an initialized database cluster, and the password of its superuser. */
export interface DataFolder {
  readonly folder: string;
  readonly password: string;
}

/** Where the data of `wanted` really goes: below a closed folder the server's user gets one under /var/lib. */
export async function placeFor(wanted: string, user: ServerUser): Promise<string> {
  const full = resolve(wanted);
  // No mode here: a recursive mkdir would give it to the parents as well and lock them.
  await mkdir(dirname(full), { recursive: true });
  if (await canEnter(dirname(full), user)) return full;
  const name = createHash('sha256').update(full).digest('hex').slice(0, 16);
  await mkdir('/var/lib/enlace', { recursive: true });
  return join('/var/lib/enlace', `data-${name}`);
}

/** Initializes beside the final place and renames, so that a broken-off start leaves no half cluster. */
async function initialize(folder: string, binaries: Binaries, user: ServerUser): Promise<void> {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await chmod(fresh, 0o700);
  const passwordFile = `${folder}.password`;
  const password = randomBytes(24).toString('hex');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) {
    await chown(fresh, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const args = [
    `--pgdata=${fresh}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--data-checksums',
  ];
  const end = await runProgram(binaries.initdb, args, user);
  await rm(passwordFile, { force: true });
  if (end.code !== 0) {
    await rm(fresh, { recursive: true, force: true });
    throw new PostgresError(faultOf(end.output), `initdb failed: ${reasonOf(end.output)}`);
  }
  await writeFile(join(fresh, PASSWORD_FILE), password, { mode: 0o600 });
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}

async function assertWhole(folder: string): Promise<void> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    throw new PostgresError('damaged', `${folder} lacks the file PG_VERSION`);
  }
  if (version.trim() !== MAJOR) {
    throw new PostgresError('other-version', `${version.trim()}, and this is PostgreSQL ${MAJOR}`);
  }
}

/** Finds the database cluster at `wanted`, or initializes one where there is nothing yet. */
export async function openDataFolder(
  wanted: string,
  binaries: Binaries,
  user: ServerUser,
): Promise<DataFolder> {
  const folder = await placeFor(wanted, user);
  const entries = await readdir(folder).catch(() => []);
  if (entries.length === 0) await initialize(folder, binaries, user);
  await assertWhole(folder);
  const password = await readFile(join(folder, PASSWORD_FILE), 'utf8').catch(() => undefined);
  if (password === undefined) {
    throw new PostgresError('damaged', `${folder} lacks the file ${PASSWORD_FILE}`);
  }
  // The server refuses a folder that others may enter, which a copy brought back easily is.
  if (process.platform !== 'win32') await chmod(folder, 0o700);
  return { folder, password };
}
