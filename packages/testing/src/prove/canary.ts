/**
 * `npm run prove -- canary`: a secret report, and a secret commitment with everything below it; their
 * words, numbers and ids are on no surface for anybody outside their audiences, nor in log, metrics,
 * jobs and mails; and their ids answer as random ones do. The surfaces come from the OpenAPI document
 * and from the routes that the web declares: one that nobody registered fails. A public commitment
 * beside the secret one is found, by the same words, on the same surfaces.
 */
import { randomUUID } from 'node:crypto';
import { withClient } from '@enlace/dev-postgres';
import { z } from 'zod';
import { JOB_NAMES } from '@enlace/contract';
import { Client, type Answer } from '../client/client.js';
import { startTestSystem, type TestSystem } from '../system.js';
import { routesOf } from './access/acts.js';
import { proveScreens } from './canary/screens.js';
import { missingOf, placeCommitmentSecrets } from './canary/commitment-secret.js';
import { missingOfPractice, placePracticeSecrets } from './canary/practice-secret.js';
import { placeSecret, type Secret } from './canary/secret.js';
import type { Probe } from './canary/probe.js';
import { searchesFor, surfacesFor } from './canary/surfaces.js';

const OUTSIDERS = [
  null,
  ...['fp.cr', 'cl.cr', 'fp.ve', 'judge.pa', 'judge.ve', 'fp.us'],
  ...['press', 'scholar', 'ombud.pa', 'editor.ngo', 'admin'],
];
/** Outside the audience of the report alone: the commitment is recorded by the one, and the other's work. */
const OUTSIDE_REPORT = [...OUTSIDERS, 'analyst.unhcr', 'sec.rcm'];
const OUTSIDE_COMMITMENT = [...OUTSIDERS, 'nc.cr', 'analyst.iom', 'sec.sacm', 'fp.co'];

/** Outside the audience of the practice, the authorities of its organization's own State among them. */
const OUTSIDE_PRACTICE = [
  ...OUTSIDERS.filter((name) => !['scholar', 'ombud.pa', 'editor.ngo'].includes(name ?? '')),
  ...['nc.cr', 'analyst.iom', 'editor.mx', 'nc.br', 'sec.rcm', 'fp.co'],
];

interface Found {
  readonly probes: number;
  readonly faults: string[];
}

type Ids = Secret['ids'];

/** A parameter that stands for no id of the secret is written as it is, or is the record's own id. */
const idOf = (ids: Ids, name: string): string =>
  ids[name] ?? (/^[a-z]{2}$/.test(name) ? name : (ids['id'] ?? ''));

function ask(
  client: Client,
  route: { method: string; path: string },
  probe: Probe,
  { ids, etag }: Pick<Secret, 'ids' | 'etag'>,
): Promise<Answer> {
  const path = route.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    idOf(ids, probe.named?.[name] ?? name),
  );
  const headers = { 'if-match': `"${etag}"`, 'idempotency-key': randomUUID() };
  return client.call(`${path}${probe.query ?? ''}`, {
    method: route.method,
    headers,
    ...(probe.body === undefined ? {} : { body: probe.body }),
  });
}

const randomIds = (ids: Ids): Ids =>
  Object.fromEntries(Object.keys(ids).map((name) => [name, randomUUID()]));

/** Whether a text holds the mark; a number as a whole one, since sizes in bytes hold any five digits. */
const holds = (text: string, mark: string): boolean =>
  /^\d+$/.test(mark) ? new RegExp(`(?<![\\w.-])${mark}(?![\\w-])`).test(text) : text.includes(mark);

/** An answer without what differs between any two requests. */
const essence = ({ status, json, text }: Answer): string => {
  const problem = z.looseObject({ reference: z.string() }).safeParse(json);
  return `${status} ${problem.success ? JSON.stringify({ ...problem.data, reference: '' }) : text}`;
};

async function probeRoute(
  client: Client,
  route: { method: string; path: string },
  probes: readonly Probe[],
  secret: Secret,
): Promise<Found> {
  const name = `${client.account ?? 'nobody'}: ${route.method} ${route.path}`;
  const faults: string[] = [];
  for (const probe of probes) {
    const answer = await ask(client, route, probe, secret);
    const said = `${answer.text} ${JSON.stringify([...answer.headers])}`;
    // What the caller said itself may come back: the search text and the query of the request.
    const asked = `${probe.query ?? ''} ${JSON.stringify(probe.body ?? '')}`;
    const marks = secret.marks.filter((mark) => holds(said, mark) && !holds(asked, mark));
    if (marks.length > 0) faults.push(`${name}${probe.query ?? ''} tells ${marks.join(', ')}`);
    if (answer.status >= 500) faults.push(`${name} answers ${answer.status}`);
    if (!route.path.includes('{')) continue;
    const other = { ids: randomIds(secret.ids), etag: secret.etag };
    const random = await ask(client, route, probe, other);
    if (essence(answer) !== essence(random)) {
      faults.push(`${name}: ${essence(answer)} but ${essence(random)} for a random id`);
    }
  }
  return { probes: probes.length, faults };
}

/** Whom a secret is kept from, and how each surface is asked for it. */
interface Kept {
  readonly secret: Secret;
  readonly outsiders: readonly (string | null)[];
  readonly surfaces: Readonly<Record<string, readonly Probe[]>>;
}

async function proveSurfaces(system: TestSystem, kept: Kept): Promise<Found> {
  const { secret, outsiders, surfaces } = kept;
  const routes = await routesOf(system);
  const faults = routes
    .filter(({ method, path }) => surfaces[`${method} ${path}`] === undefined)
    .map(({ method, path }) => `${method} ${path} is not registered as a surface`);
  let probes = 0;
  for (const account of outsiders) {
    const client = new Client(system, account);
    for (const route of routes) {
      const registered = surfaces[`${route.method} ${route.path}`] ?? [];
      const found = await probeRoute(client, route, registered, secret);
      probes += found.probes;
      faults.push(...found.faults);
    }
  }
  return { probes, faults };
}

/** Words and numbers: ids that the caller names come back in addresses, and are logged with them. */
const wordsOf = ({ marks }: Secret): string[] =>
  marks.filter((mark) => !/^[0-9a-f-]{36}$/.test(mark));

/** Everything of one secret: the API, the screens, mails, log and metrics. */
async function keep(system: TestSystem, name: string, kept: Kept): Promise<string[]> {
  const { probes, faults } = await proveSurfaces(system, kept);
  const screens = await proveScreens(system, kept.secret, kept.outsiders, (text) =>
    wordsOf(kept.secret).filter((mark) => holds(text, mark)),
  );
  faults.push(...screens.faults, ...(await proveOperations(system, kept.secret)));
  console.log(
    `canary ${name}: ${probes} probes of the API and ${screens.probes} of screens and files by ` +
      `${kept.outsiders.length} outsiders, ${faults.length} faults`,
  );
  if (probes === 0) faults.push(`${name}: nothing was probed`);
  return faults;
}

/** The log and the metrics are read by operators, who are in no audience. */
async function proveOperations(system: TestSystem, secret: Secret): Promise<string[]> {
  const token = 'm'.repeat(64);
  const metrics = await new Client(system, null).call('/api/metrics', {
    headers: { authorization: `Bearer ${token}` },
  });
  const log = system.log();
  return wordsOf(secret).flatMap((mark) => [
    ...(holds(metrics.text, mark) ? [`metrics tell ${mark}`] : []),
    ...(holds(log, mark) && !/^\d+$/.test(mark) ? [`the log tells ${mark}`] : []),
  ]);
}

/**
 * Jobs hold ids alone and mails name what their reader sees: all jobs of the register are let run, and
 * none of the marks is in what the queue and the mail server then hold.
 */
async function proveJobsAndMails(system: TestSystem, secret: Secret): Promise<string[]> {
  await system.enlace('jobs');
  const { rows } = await withClient(system.urls.owner, (owner) =>
    owner.query<{ name: string; text: string }>(
      'select name, concat(data, output, singleton_key) as text from pgboss.job',
    ),
  );
  const unknown = rows.filter(
    ({ name }) => !name.startsWith('__pgboss') && !JOB_NAMES.some((known) => known === name),
  );
  const texts = [
    ...rows.map(({ name, text }) => [`the job ${name}`, text] as const),
    ...system.mail.mails.map(({ to, source }) => [`a mail to ${to.join()}`, source] as const),
  ];
  return [
    ...(rows.length === 0 ? ['no job ran'] : []),
    ...unknown.map(({ name }) => `the job ${name} is not in the register`),
    ...texts.flatMap(([what, text]) =>
      secret.marks.filter((mark) => holds(text, mark)).map((mark) => `${what} tells ${mark}`),
    ),
  ];
}

/** That the marks can be found at all: the one State in the audience sees them. */
async function proveReach(system: TestSystem, secret: Secret): Promise<string[]> {
  const { text } = await new Client(system, 'fp.co').call(
    `/api/v1/arrivals/reports/${secret.ids['id'] ?? ''}`,
  );
  return ['zafiroquetzal', '83461', '71993']
    .filter((mark) => !holds(text, mark))
    .map((mark) => `the State in the audience does not see ${mark}`);
}

/** The commitment's marks can be found: by its parties, and those of the public one by everybody. */
async function proveCommitmentReach(
  system: TestSystem,
  { secret, neighbour }: { secret: Secret; neighbour: Secret },
): Promise<string[]> {
  const faults: string[] = [];
  for (const [account, which] of [
    ['fp.pa', 'secret'],
    ['sec.rcm', 'secret'],
    [null, 'neighbour'],
    ['press', 'neighbour'],
    ['fp.us', 'neighbour'],
  ] as const) {
    const client = new Client(system, account);
    const read = async (path: string): Promise<string> => (await client.call(path)).text;
    const missing = await missingOf(read, which === 'secret' ? secret : neighbour, which);
    faults.push(...missing.map((what) => `${account ?? 'nobody'}: ${what}`));
  }
  return faults;
}

/** The practice's marks can be found: by its owner and a reviewer, and those of the public one by everybody. */
async function provePracticeReach(
  system: TestSystem,
  secrets: { secret: Secret; neighbour: Secret },
): Promise<string[]> {
  const faults: string[] = [];
  for (const [account, which] of [
    ['editor.ngo', 'secret'],
    ['scholar', 'secret'],
    [null, 'neighbour'],
    ['nc.cr', 'neighbour'],
  ] as const) {
    const client = new Client(system, account);
    const read = async (path: string): Promise<string> => (await client.call(path)).text;
    const missing = await missingOfPractice(read, secrets[which], which);
    faults.push(...missing.map((what) => `${account ?? 'nobody'}: ${what}`));
  }
  return faults;
}

const system = await startTestSystem('people');
try {
  const secret = await placeSecret(system);
  const surfaces = surfacesFor(secret);
  const commitments = await placeCommitmentSecrets(system);
  const practices = await placePracticeSecrets(system);
  const faults = [
    ...(await provePracticeReach(system, practices)),
    ...(await proveReach(system, secret)),
    ...(await proveCommitmentReach(system, commitments)),
    ...(await keep(system, 'report', { secret, outsiders: OUTSIDE_REPORT, surfaces })),
    ...(await keep(system, 'commitment', {
      secret: commitments.secret,
      outsiders: OUTSIDE_COMMITMENT,
      surfaces: { ...surfaces, ...searchesFor(commitments.secret) },
    })),
    ...(await keep(system, 'practice', {
      secret: practices.secret,
      outsiders: OUTSIDE_PRACTICE,
      surfaces: { ...surfaces, ...searchesFor(practices.secret) },
    })),
    ...(await proveJobsAndMails(system, secret)),
    // Its jobs name it: they hold ids, and nothing else of it.
    ...(await proveJobsAndMails(system, {
      ...practices.secret,
      marks: wordsOf(practices.secret),
    })),
  ];
  for (const fault of faults.slice(0, 40)) console.log(`  ${fault}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await system.stop();
}
