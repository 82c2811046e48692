import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from './build.mjs';
import { reported, runQuietly, startChild, stopChild, tail } from './children.mjs';
import { assertOurs, clearFolder, lockFolder, readSecrets } from './data-folder.mjs';
import { openGateway } from './gateway.mjs';
import {
  assertIdentity,
  IDENTITY_OPTIONS,
  startDevelopment,
  startKeycloak,
} from './identity-part.mjs';
import { parse, SYSTEM_OPTIONS, systemOf } from './options.mjs';
import { step } from './step.mjs';
import { apiEnvironment, built, describeSystem, freePort } from './system.mjs';
import { explain, UserError } from './user-error.mjs';

const READY_SECONDS = 90;
const DEV = ['@enlace/dev-identity', '@enlace/dev-postgres', '@enlace/dev-mail'];
/** What a running system is made of; the tests' packages are not needed. */
const RUNNING = ['@enlace/api', '@enlace/web', ...DEV];
const ACCOUNTS = [
  ['fp.pa', 'focal point, Panama: enters and shares the figures'],
  ['cl.pa', 'clearer, Panama: clears or returns them'],
  ['fp.co', 'focal point, Colombia: a State of the same route'],
  ['fp.ve', 'focal point, Venezuela: a State of origin'],
  ['analyst.unhcr', 'analyst of an agency'],
  ['dual', 'a person of two organizations'],
  ['outsider', 'signed in, but not admitted'],
];

async function startDatabase(root, system, secrets, undo) {
  const { startPostgres, stopPostgres, prepareDatabase } = await built(root, 'dev-postgres');
  const dataDir = join(system.data, 'postgres');
  // Before the start: a Ctrl-C in the middle of it must end the server as well.
  undo.push(() => stopPostgres(dataDir));
  try {
    const server = await startPostgres({ dataDir });
    const urls = await prepareDatabase(server.superuserUrl, { database: 'enlace', ...secrets });
    return { server, urls };
  } catch (error) {
    throw explain(error, system.data);
  }
}

async function untilReady(started, port) {
  const until = Date.now() + READY_SECONDS * 1000;
  for (;;) {
    if (started.child.exitCode !== null || started.child.signalCode !== null) {
      throw new UserError(`The API ended:\n${tail(started.log)}`);
    }
    try {
      const address = `http://127.0.0.1:${port}/api/health/ready`;
      const answer = await fetch(address, { signal: AbortSignal.timeout(5000) });
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > until) {
      throw new UserError(`The API is not ready after ${READY_SECONDS} s:\n${tail(started.log)}`);
    }
    await sleep(50);
  }
}

/** A server that ran out of space says so in its log, while its clients only lose the connection. */
function ranOutOfSpace(server) {
  return /No space left on device/.test(readFileSync(server.logFile, 'utf8'));
}

async function fill(root, system, server, environment, empty) {
  const commandLine = join(root, 'apps', 'api', 'dist', 'enlace.js');
  const run = (args, failure) =>
    runQuietly(process.execPath, [commandLine, ...args], { cwd: root, env: environment }, failure);
  try {
    await step('Migrating', () => run(['migrate'], 'The migrations failed:'));
    const seeds = empty ? ['seed', '--reference'] : ['seed'];
    await step('Loading seeds', () => run(seeds, 'The seeds could not be loaded:'));
  } catch (error) {
    throw explain(ranOutOfSpace(server) ? { code: 'ENOSPC' } : error, system.data);
  }
}

async function reset(root, data) {
  console.log(`Deleting the database, its secrets and the logs in ${data}`);
  const { removePostgres } = await built(root, 'dev-postgres');
  await removePostgres(join(data, 'postgres'));
  clearFolder(data);
}

/** Keycloak behind the gateway: browsers see it at Enlace's own address. */
const keycloakOf = ({ data, origin }, values) => ({
  data,
  origin,
  address: origin,
  oneTimePasswords: values['one-time-passwords'],
});

/** Starts every part and returns what is needed to watch them; `undo` ends them in reverse. */
export async function startSystem(root, system, values, undo) {
  const { empty = false, reset: anew = false } = values;
  assertOurs(system.data);
  undo.push(lockFolder(system.data));
  const gateway = await openGateway(system.port, system.origin);
  undo.push(() => gateway.close());
  await step('Building', () => build(root, RUNNING));
  if (anew) await reset(root, system.data);
  const secrets = readSecrets(system.data);
  const database = await step('Starting PostgreSQL', () =>
    startDatabase(root, system, secrets, undo),
  );

  const identity =
    values.identity === 'keycloak'
      ? await startKeycloak(root, keycloakOf(system, values), undo)
      : await startDevelopment(root, system, undo);
  const mail = startChild(
    'mail',
    join(root, 'packages', 'dev-mail', 'dist', 'main.js'),
    [join(system.data, 'mails')],
    { env: process.env, data: system.data },
  );
  undo.push(() => stopChild(mail));
  const mails = await reported(mail);
  const ports = { api: await freePort(), identity: identity.port, smtp: mails.smtp };
  Object.assign(gateway.targets, { identity: identity.port, mail: mails.port });

  const served = { ...system, oneTimePasswords: values['one-time-passwords'] === true };
  const environment = (owner) => apiEnvironment(root, served, secrets, database.urls, ports, owner);
  describeSystem(system.data, {
    ...system,
    pid: process.pid,
    environment: environment(true),
    ...(identity.admin ? { keycloak: { port: identity.port, admin: identity.admin } } : {}),
  });
  undo.push(() => rmSync(join(system.data, 'system.json'), { force: true }));
  await fill(root, system, database.server, environment(true), empty);

  const startApi = () => {
    const file = join(root, 'apps', 'api', 'dist', 'main.js');
    return startChild('api', file, [], { env: environment(false), data: system.data });
  };
  const api = startApi();
  const parts = {
    gateway,
    database,
    identity: identity.started,
    mail,
    api,
    startApi,
    ports,
    secrets,
  };
  undo.push(() => stopChild(parts.api));
  await step('Starting the API', () => untilReady(api, ports.api));
  gateway.targets.api = ports.api;
  if (!environment(false).ENLACE_WEB_ROOT)
    console.log('The web is not built: only the API is served.');
  return { ...parts, untilReady: (started) => untilReady(started, ports.api), parts };
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ends everything when a signal comes or the starter is killed. */
export function watchOver(end) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
  process.once('disconnect', () => end(0));
}

/** Ends everything when one of the parts dies; `npm run dev` restarts the API itself and leaves it out. */
export function watchParts(end, { identity, mail, api, database }) {
  const died = (name) => () => end(1, `The ${name} process ended unexpectedly; start again.`);
  identity.child.once('exit', died('identity'));
  mail.child.once('exit', died('mail'));
  api?.child.once('exit', died('API'));
  setInterval(() => {
    if (!alive(database.server.pid)) died('database')();
  }, 2000).unref();
}

/** Ends in reverse order, once; later calls are ignored, so that a second Ctrl-C breaks nothing. */
export function makeEnd(undo) {
  let ending = false;
  return async (code, message) => {
    if (ending) return;
    ending = true;
    if (message) console.error(message);
    else if (code === 0) console.log('\nStopping ...');
    for (const act of undo.reverse()) {
      try {
        await act();
      } catch (error) {
        console.error(error);
      }
    }
    process.exit(code);
  };
}

const NOBODY =
  'Reference data alone: the demo accounts can sign in, but none is admitted. Start without --empty to load them.';

function accountTable() {
  const width = Math.max(...ACCOUNTS.map(([name]) => name.length));
  const rows = ACCOUNTS.map(([name, what]) => `  ${name.padEnd(width)}  ${what}`);
  return ['Demo accounts, password enlace-demo-2026:', ...rows].join('\n');
}

/** `npm start`: the whole system on one origin until Ctrl-C. */
export async function run(root, args) {
  const { values } = parse(args, {
    ...SYSTEM_OPTIONS,
    ...IDENTITY_OPTIONS,
    empty: { type: 'boolean', default: false },
    reset: { type: 'boolean', default: false },
  });
  const system = systemOf(root, values);
  assertIdentity(values);
  if (!existsSync(join(root, 'apps', 'api', 'package.json'))) {
    throw new UserError('Start Enlace from its own folder.');
  }
  const undo = [];
  const end = makeEnd(undo);
  watchOver(end);
  try {
    const running = await startSystem(root, system, values, undo);
    watchParts(end, running);
    console.log(`READY ${system.origin}`);
    console.log(values.empty ? NOBODY : accountTable());
    console.log(`Mails to them: ${system.origin}/dev/mails`);
  } catch (error) {
    const told = explain(error, system.data);
    await end(1, told instanceof UserError ? told.message : (told.stack ?? String(told)));
  }
}
