import {
  fork,
  spawn,
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
} from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startMailServer, type MailServer } from '@enlace/dev-mail';
import { startTestPostgres, type DatabaseUrls, type TestPostgres } from '@enlace/dev-postgres';
import { startTestIdentity, type TestIdentity } from './identity.js';
import { ROOT, WEB } from './paths.js';

const READY_MILLISECONDS = 60_000;

/** A whole running system on a database of its own: the built API as its own process. */
export interface TestSystem {
  readonly origin: string;
  readonly urls: DatabaseUrls;
  readonly identity: TestIdentity;
  /** Where its mails arrive. */
  readonly mail: MailServer;
  /** Runs `enlace ARGS` against this system; rejects with its output when it fails. */
  enlace(...args: readonly string[]): Promise<string>;
  /** Starts `enlace ARGS` and leaves it running, its input and output open. */
  begin(...args: readonly string[]): ChildProcessWithoutNullStreams;
  /** Ends the API's process and leaves the rest. */
  endApi(): Promise<void>;
  /** `kill -9` of the API's process; resolves once it is gone. */
  killApi(): Promise<void>;
  /** Starts the API anew after its end; resolves once it is ready. */
  startApi(): Promise<void>;
  /** What the API wrote to its log so far. */
  log(): string;
  stop(): Promise<void>;
}

const environmentOf = (
  origin: string,
  urls: DatabaseUrls,
  identity: TestIdentity,
  mail: MailServer,
): Record<string, string> => ({
  NODE_ENV: 'production',
  DATABASE_URL: urls.app,
  DATABASE_OWNER_URL: urls.owner,
  DATABASE_AUDITOR_URL: urls.auditor,
  PORT: new URL(origin).port,
  HOST: '127.0.0.1',
  ENLACE_ORIGIN: origin,
  IDENTITY_ISSUER: identity.issuer,
  IDENTITY_JWKS_URL: identity.jwksUrl,
  IDENTITY_AUDIENCE: identity.audience,
  ENLACE_AUDIT_KEY: 'a'.repeat(64),
  ENLACE_AUDIT_KEY_ID: 'test',
  ENLACE_DEMO: 'true',
  ENLACE_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
  ENLACE_MAIL_FROM: 'enlace@enlace.test',
  ENLACE_METRICS_TOKEN: 'm'.repeat(64),
  ENLACE_RATE_LIMIT: '1000000',
  LOG_LEVEL: 'info',
  ...(existsSync(WEB) ? { ENLACE_WEB_ROOT: WEB } : {}),
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

function run(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { env });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`enlace ${args.join(' ')} failed:\n${output}`));
    });
  });
}

async function untilReady(origin: string, api: ChildProcess, log: () => string): Promise<void> {
  const until = Date.now() + READY_MILLISECONDS;
  for (;;) {
    if (api.exitCode !== null) throw new Error(`The API ended:\n${log().slice(-4000)}`);
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > until) throw new Error(`The API is not ready:\n${log().slice(-4000)}`);
    await sleep(100);
  }
}

function end(api: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    if (api.exitCode !== null || api.signalCode !== null) {
      resolve();
      return;
    }
    api.once('exit', () => {
      resolve();
    });
    api.kill(signal);
  });
}

/**
 * Starts a system on a server that is there: migrates, runs each of `seeds` on the command line, starts
 * identity, mail and API. The API must be built.
 */
export async function startSystemOn(
  server: Pick<TestPostgres, 'prepare' | 'stop'>,
  seeds: readonly (readonly string[])[],
): Promise<TestSystem> {
  const origin = `http://localhost:${await freePort()}`;
  const identity = await startTestIdentity(origin);
  const mail = await startMailServer();
  const urls = await server.prepare(`system_${new URL(origin).port}`);
  const files = await mkdtemp(join(tmpdir(), 'enlace-files-'));
  const own = environmentOf(origin, urls, identity, mail);
  const env = { ...process.env, ...own, ENLACE_FILES_FOLDER: files };
  const folder = join(ROOT, 'apps', 'api', 'dist');
  const enlace = (...args: readonly string[]): Promise<string> =>
    run(join(folder, 'enlace.js'), args, env);
  await enlace('migrate');
  for (const args of seeds) await enlace(...args);
  let log = '';
  const keep = (part: Buffer): void => {
    log += part.toString();
  };
  const launch = (): ChildProcess => {
    const child = fork(join(folder, 'main.js'), [], {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    return child;
  };
  let api = launch();
  await untilReady(origin, api, () => log);
  return {
    origin,
    urls,
    identity,
    mail,
    enlace,
    begin: (...args) => spawn(process.execPath, [join(folder, 'enlace.js'), ...args], { env }),
    endApi: () => end(api),
    killApi: () => end(api, 'SIGKILL'),
    startApi: async () => {
      api = launch();
      await untilReady(origin, api, () => log);
    },
    log: () => log,
    stop: async () => {
      await end(api);
      await identity.stop();
      await mail.stop();
      await server.stop();
      await rm(files, { recursive: true, force: true });
    },
  };
}

/**
 * Starts PostgreSQL and a system on it, with `demo`: all sample reports, or `people`: organizations and
 * people without reports.
 */
export async function startTestSystem(seeds: 'demo' | 'people'): Promise<TestSystem> {
  const server = await startTestPostgres();
  return startSystemOn(server, [seeds === 'demo' ? ['seed'] : ['seed', '--people']]);
}
