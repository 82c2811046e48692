import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { findBinaries, type Binaries } from './binaries.js';
import { openDataFolder, PASSWORD_FILE, placeFor } from './data-folder.js';
import { faultOf, PostgresError, reasonOf } from './postgres-error.js';
import { asUser, cleanEnvironment, runProgram } from './run-program.js';
import { findServerUser, type ServerUser } from './server-user.js';

/** What a start may choose. */
export interface PostgresOptions {
  /** Folder of the database cluster; made and initialized when absent. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1; a free one when left out. */
  readonly port?: number;
  /** `false` gives up durability for speed: tests only. */
  readonly fsync?: boolean;
  /** Hears one line for each slow step. */
  readonly log?: (line: string) => void;
}

/** A running server. */
export interface Postgres {
  readonly port: number;
  readonly pid: number;
  /** Connection address of the superuser in the database `postgres`. */
  readonly superuserUrl: string;
  readonly logFile: string;
  /** Ends all sessions, writes a checkpoint and resolves when the server is gone. */
  stop(): Promise<void>;
}

interface Cluster {
  readonly folder: string;
  readonly logFile: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
}

const STOP_SECONDS = 60;
const START_SECONDS = 120;

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A port nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

async function isOurServer(pid: number, folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes('postgres') && command.includes(folder);
}

/** A server left behind by a killed start is stopped; a pid file of a dead one is removed. */
async function endLeftover(cluster: Cluster, log: (line: string) => void): Promise<void> {
  const pidFile = join(cluster.folder, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (alive(pid) && (await isOurServer(pid, cluster.folder))) {
    log('stopping the database server that an earlier start left behind');
    const args = ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-t', String(STOP_SECONDS)];
    await runProgram(cluster.binaries.pgCtl, args, cluster.user);
    return;
  }
  // The number may meanwhile belong to another program, which PostgreSQL would take for itself.
  await rm(pidFile, { force: true });
}

function settings(options: PostgresOptions, port: number): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '128MB',
    random_page_cost: '1.1',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(options.fsync === false
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** On Windows only pg_ctl can drop an administrator's rights, which the server demands. */
async function spawnServer(cluster: Cluster, args: readonly string[]): Promise<number> {
  const { folder, binaries, logFile, user } = cluster;
  if (process.platform === 'win32') {
    const quoted = args.map((part) => (part.startsWith('-') ? part : `"${part}"`)).join(' ');
    const end = await runProgram(
      binaries.pgCtl,
      ['start', '-D', folder, '-l', logFile, '-w', '-o', quoted],
      user,
    );
    if (end.code !== 0) throw new PostgresError(faultOf(end.output), end.output.trim());
    return Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  }
  const output = openSync(logFile, 'w', 0o600);
  const child = spawn(binaries.postgres, ['-D', folder, ...args], {
    ...asUser(user),
    cwd: '/',
    // Its own group: a Ctrl-C at the terminal must reach the API first.
    detached: true,
    env: cleanEnvironment(),
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  child.unref();
  return child.pid ?? 0;
}

/** SQLSTATE of a server that is still starting up, or has no room for a session yet. */
const NOT_YET = ['57P03', '53300'];

/** Whether the server lets us in; a refusal that waiting does not cure is thrown. */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    await client.end().catch(() => undefined);
    if (error instanceof DatabaseError && !NOT_YET.includes(error.code ?? '')) {
      throw new PostgresError('damaged', error.message, { cause: error });
    }
    return false;
  }
}

async function waitUntilReady(cluster: Cluster, pid: number, url: string): Promise<void> {
  const until = Date.now() + START_SECONDS * 1000;
  while (!(await answers(url))) {
    const died = !alive(pid);
    if (died || Date.now() > until) {
      const written = await readFile(cluster.logFile, 'utf8').catch(() => '');
      const reason = reasonOf(written) || 'it does not answer';
      throw new PostgresError(faultOf(written), reason);
    }
    await sleep(50);
  }
}

async function stopServer(cluster: Cluster, pid: number): Promise<void> {
  if (!alive(pid)) return;
  if (process.platform === 'win32') {
    const args = ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-t', String(STOP_SECONDS)];
    await runProgram(cluster.binaries.pgCtl, args, cluster.user);
    return;
  }
  process.kill(pid, 'SIGINT');
  const until = Date.now() + STOP_SECONDS * 1000;
  while (alive(pid) && Date.now() < until) await sleep(20);
  if (alive(pid)) process.kill(pid, 'SIGQUIT');
}

async function startOnce(cluster: Cluster, args: readonly string[], url: string): Promise<number> {
  const pid = await spawnServer(cluster, args);
  try {
    await waitUntilReady(cluster, pid, url);
  } catch (error) {
    await stopServer(cluster, pid);
    throw error;
  }
  return pid;
}

/** Children of a killed postmaster need a moment to notice; until then the start is refused. */
async function startWithPatience(
  cluster: Cluster,
  args: readonly string[],
  url: string,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(cluster, args, url);
    } catch (error) {
      // What the children say at their end is in the same log, after what the server said.
      const busy =
        /shared memory block .* still in use|lock file .* already exists|unexpected postmaster exit/i;
      if (attempt === 20 || !(error instanceof Error) || !busy.test(error.message)) throw error;
      await sleep(500);
    }
  }
}

/**
 * Starts the embedded PostgreSQL on `dataDir`, after recovering from whatever an earlier start left.
 * Throws `PostgresError` whose `fault` says whether the folder is damaged or the disk is full.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const log = options.log ?? (() => undefined);
  const user = await findServerUser();
  const binaries = await findBinaries(user);
  const { folder, password } = await openDataFolder(options.dataDir, binaries, user);
  const cluster = { folder, logFile: `${folder}.log`, binaries, user };
  await endLeftover(cluster, log);
  const port = options.port ?? (await freePort());
  const superuserUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const pid = await startWithPatience(cluster, settings(options, port), superuserUrl);
  return {
    port,
    pid,
    superuserUrl,
    logFile: cluster.logFile,
    stop: () => stopServer(cluster, pid),
  };
}

async function clusterOf(dataDir: string): Promise<Cluster> {
  const user = await findServerUser();
  const binaries = await findBinaries(user);
  const folder = await placeFor(dataDir, user);
  return { folder, logFile: `${folder}.log`, binaries, user };
}

/** Address of the superuser of the server that runs on `dataDir`; undefined where none does. */
export async function runningPostgres(dataDir: string): Promise<string | undefined> {
  const { folder } = await clusterOf(dataDir);
  const read = (name: string): Promise<string> =>
    readFile(join(folder, name), 'utf8').catch(() => '');
  // PostgreSQL writes its process on the first line and its port on the fourth.
  const [pid, , , port] = (await read('postmaster.pid')).split('\n');
  if (!Number(pid) || !Number(port)) return undefined;
  if (!alive(Number(pid)) || !(await isOurServer(Number(pid), folder))) return undefined;
  const password = (await read(PASSWORD_FILE)).trim();
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Ends whatever runs on `dataDir`, also what a start that was broken off has just begun. */
export async function stopPostgres(dataDir: string): Promise<void> {
  await endLeftover(await clusterOf(dataDir), () => undefined);
}

/** Ends whatever runs on `dataDir` and deletes the cluster. */
export async function removePostgres(dataDir: string): Promise<void> {
  const cluster = await clusterOf(dataDir);
  await endLeftover(cluster, () => undefined);
  for (const path of [cluster.folder, `${cluster.folder}.new`, cluster.logFile]) {
    await rm(path, { recursive: true, force: true });
  }
}
