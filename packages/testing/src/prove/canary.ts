/**
 * `npm run prove -- canary`: one secret report; its words, numbers and ids are on no surface for anybody
 * outside its audience, nor in log and metrics; and its id answers as a random one does. The surfaces
 * come from the OpenAPI document and from the routes that the web declares: one that nobody registered
 * fails. Mails, events, files and jobs do not exist yet.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Client, type Answer } from '../client/client.js';
import { startTestSystem, type TestSystem } from '../system.js';
import { routesOf } from './access/acts.js';
import { proveScreens } from './canary/screens.js';
import { placeSecret, type Secret } from './canary/secret.js';
import type { Probe } from './canary/probe.js';
import { surfacesFor } from './canary/surfaces.js';

const OUTSIDERS = [
  null,
  'fp.cr',
  'cl.cr',
  'fp.ve',
  'judge.pa',
  'judge.ve',
  'fp.us',
  'analyst.unhcr',
];
const MORE = ['sec.rcm', 'press', 'scholar', 'ombud.pa', 'editor.ngo', 'admin'];

interface Found {
  readonly probes: number;
  readonly faults: string[];
}

function ask(
  client: Client,
  route: { method: string; path: string },
  probe: Probe,
  ids: { id: string; share: string; etag: string },
): Promise<Answer> {
  const path = route.path.replace('{share}', ids.share).replaceAll(/\{[^}]+\}/g, ids.id);
  const headers = { 'if-match': `"${ids.etag}"`, 'idempotency-key': randomUUID() };
  return client.call(`${path}${probe.query ?? ''}`, {
    method: route.method,
    headers,
    ...(probe.body === undefined ? {} : { body: probe.body }),
  });
}

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
    const ids = { id: secret.report, share: secret.share, etag: secret.etag };
    const answer = await ask(client, route, probe, ids);
    const said = `${answer.text} ${JSON.stringify([...answer.headers])}`;
    // What the caller said itself may come back: the search text and the query of the request.
    const asked = `${probe.query ?? ''} ${JSON.stringify(probe.body ?? '')}`;
    const marks = secret.marks.filter((mark) => holds(said, mark) && !holds(asked, mark));
    if (marks.length > 0) faults.push(`${name}${probe.query ?? ''} tells ${marks.join(', ')}`);
    if (answer.status >= 500) faults.push(`${name} answers ${answer.status}`);
    if (!route.path.includes('{')) continue;
    const other = { id: randomUUID(), share: randomUUID(), etag: secret.etag };
    const random = await ask(client, route, probe, other);
    if (essence(answer) !== essence(random)) {
      faults.push(`${name}: ${essence(answer)} but ${essence(random)} for a random id`);
    }
  }
  return { probes: probes.length, faults };
}

async function proveSurfaces(system: TestSystem, secret: Secret): Promise<Found> {
  const routes = await routesOf(system);
  const surfaces = surfacesFor(secret);
  const faults = routes
    .filter(({ method, path }) => surfaces[`${method} ${path}`] === undefined)
    .map(({ method, path }) => `${method} ${path} is not registered as a surface`);
  let probes = 0;
  for (const account of [...OUTSIDERS, ...MORE]) {
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

/** The log and the metrics are read by operators, who are in no audience. */
async function proveOperations(system: TestSystem, secret: Secret): Promise<string[]> {
  const token = 'm'.repeat(64);
  const metrics = await new Client(system, null).call('/api/metrics', {
    headers: { authorization: `Bearer ${token}` },
  });
  // Addresses of requests are logged, and with them the ids that the callers themselves named.
  const words = secret.marks.filter((mark) => !/^[0-9a-f-]{36}$/.test(mark));
  const log = system.log();
  return words.flatMap((mark) => [
    ...(holds(metrics.text, mark) ? [`metrics tell ${mark}`] : []),
    ...(holds(log, mark) && !/^\d+$/.test(mark) ? [`the log tells ${mark}`] : []),
  ]);
}

/** That the marks can be found at all: the one State in the audience sees them. */
async function proveReach(system: TestSystem, secret: Secret): Promise<string[]> {
  const { text } = await new Client(system, 'fp.co').call(
    `/api/v1/arrivals/reports/${secret.report}`,
  );
  return ['zafiroquetzal', '83461', '71993']
    .filter((mark) => !holds(text, mark))
    .map((mark) => `the State in the audience does not see ${mark}`);
}

const system = await startTestSystem('people');
try {
  const secret = await placeSecret(system);
  const { probes, faults } = await proveSurfaces(system, secret);
  // Ids that the caller names come back in addresses; words and numbers never do.
  const marks = secret.marks.filter((mark) => !/^[0-9a-f-]{36}$/.test(mark));
  const screens = await proveScreens(system, secret, [...OUTSIDERS, ...MORE], (text) =>
    marks.filter((mark) => holds(text, mark)),
  );
  console.log(`canary: ${screens.probes} probes of screens and files of the web`);
  faults.push(...screens.faults);
  faults.push(...(await proveReach(system, secret)), ...(await proveOperations(system, secret)));
  console.log(
    `canary: ${probes} probes of ${OUTSIDERS.length + MORE.length} outsiders, ${faults.length} faults`,
  );
  for (const fault of faults.slice(0, 40)) console.log(`  ${fault}`);
  process.exitCode = faults.length === 0 && probes > 0 ? 0 : 1;
} finally {
  await system.stop();
}
