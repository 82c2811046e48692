import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type Answer } from '../../client/client.js';
import { WEB } from '../../paths.js';
import type { TestSystem } from '../../system.js';
import type { Secret } from './secret.js';
import { declaredScreens } from './web-routes.js';

/**
 * The full path of every screen that the web's routes declare, and the address at which somebody would
 * open it. A screen that is not here fails, and so does an entry that no route declares any more.
 */
const SCREENS: Readonly<Record<string, string>> = {
  '': '/',
  desk: '/desk',
  'arrivals/reports/:id/entry': '/arrivals/reports/{id}/entry',
  'arrivals/reports/:id/sharing': '/arrivals/reports/{id}/sharing',
  'arrivals/reports': '/arrivals/reports',
  'arrivals/reports/new': '/arrivals/reports/new',
  'arrivals/reports/:id': '/arrivals/reports/{id}',
  'arrivals/import': '/arrivals/import',
  arrivals: '/arrivals',
  commitments: '/commitments?instrument={id}',
  'commitments/new': '/commitments/new',
  'commitments/:id': '/commitments/{id}',
  'commitments/:id/change': '/commitments/{id}/change',
  'commitments/:id/plan': '/commitments/{id}/plan',
  'commitments/:id/report/:dueDate': '/commitments/{id}/report/{id}',
  'provisions/:id': '/provisions/{id}',
  forums: '/forums',
  'forums/:alias': '/forums/{id}',
  'forums/:alias/import': '/forums/{id}/import',
  practices: '/practices?q={id}',
  'practices/mine': '/practices/mine',
  'practices/new': '/practices/new',
  'practices/reviews': '/practices/reviews',
  'practices/reviews/:id': '/practices/reviews/{id}',
  'practices/:id': '/practices/{id}',
  'practices/:id/edit': '/practices/{id}/edit',
  'sharing-groups': '/sharing-groups',
  scorecards: '/scorecards',
  'scorecards/:stateCode': '/scorecards/PAN',
  recommendations: '/recommendations',
  search: '/search?q={id}',
  holidays: '/holidays?year={id}',
  'system/mails': '/system/mails?state={id}',
  'not-admitted': '/not-admitted',
  '**': '/nowhere/{id}',
};

/** Addresses beside the screens that the server answers: its settings, and what is not there. */
const BESIDE = ['/env.json', '/{id}.json', '/arrivals/{id}.csv', '/api/v1/{id}'];

async function unregistered(): Promise<string[]> {
  const { screens, faults } = await declaredScreens();
  return [
    ...faults,
    ...[...screens]
      .filter((path) => SCREENS[path] === undefined)
      .map((path) => `the screen "${path}" is not registered as a surface`),
    ...Object.keys(SCREENS)
      .filter((path) => !screens.has(path))
      .map((path) => `no route of the web declares "${path}"`),
  ];
}

const open = (client: Client, address: string, id: string): Promise<Answer> =>
  client.call(address.replaceAll('{id}', id), { headers: { accept: 'text/html' } });

/** What differs between two answers beside the request's own reference and address. */
const essence = ({ status, text }: Answer, id: string): string =>
  `${status} ${text.replaceAll(id, 'ID').replaceAll(/"reference":"[^"]*"/g, '')}`;

async function probeScreens(
  client: Client,
  { ids }: Secret,
  tells: (text: string) => string[],
): Promise<string[]> {
  const id = ids['id'] ?? '';
  const faults: string[] = [];
  for (const address of [...Object.values(SCREENS), ...BESIDE]) {
    const name = `${client.account ?? 'nobody'}: ${address}`;
    const random = randomUUID();
    const answer = await open(client, address, id);
    const marks = tells(`${answer.text} ${JSON.stringify([...answer.headers])}`);
    if (marks.length > 0) faults.push(`${name} tells ${marks.join(', ')}`);
    if (answer.status >= 500) faults.push(`${name} answers ${answer.status}`);
    const other = await open(client, address, random);
    if (essence(answer, id) !== essence(other, random)) {
      faults.push(`${name} answers otherwise for a random id`);
    }
  }
  return faults;
}

/** Files of the build are as they were built: nothing is written into them while the system runs. */
async function probeFiles(system: TestSystem): Promise<{ probes: number; faults: string[] }> {
  const entries = await readdir(WEB, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const faults: string[] = [];
  for (const file of files) {
    const address = file.slice(WEB.length).replaceAll('\\', '/');
    const answer = await fetch(`${system.origin}${address}`);
    const served = Buffer.from(await answer.arrayBuffer());
    if (answer.status === 200 && !served.equals(await readFile(file))) {
      faults.push(`${address} is not served as it was built`);
    }
  }
  if (files.length === 0) faults.push('the web is not built');
  return { probes: files.length, faults };
}

/** Opens every screen and file of the web as each outsider; `tells` names the marks that a text holds. */
export async function proveScreens(
  system: TestSystem,
  secret: Secret,
  outsiders: readonly (string | null)[],
  tells: (text: string) => string[],
): Promise<{ probes: number; faults: string[] }> {
  const { probes, faults } = await probeFiles(system);
  faults.push(...(await unregistered()));
  for (const account of outsiders) {
    faults.push(...(await probeScreens(new Client(system, account), secret, tells)));
  }
  const screens = Object.keys(SCREENS).length + BESIDE.length;
  return { probes: probes + outsiders.length * screens, faults };
}
