import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Client } from '../../client/client.js';
import { ROOT } from '../../paths.js';
import type { TestSystem } from '../../system.js';
import { ACTORS, claimsOf } from './actors.js';

const GOLDEN = join(ROOT, 'packages', 'testing', 'golden', 'acts.json');
const METHODS = ['get', 'post', 'put', 'delete', 'patch'] as const;
const operation = z.object({
  'x-permission': z.string().optional(),
  'x-open': z.string().optional(),
});
const openapi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
type Table = Record<string, Record<string, string>>;

/** Statuses that mean that the guard refused; any other came from behind it. */
const REFUSED = new Map([
  [400, 'which organization'],
  [401, 'not signed in'],
  [403, 'refused'],
]);

/** Every route of the OpenAPI document that declares a permission. */
export async function routesOf(system: TestSystem): Promise<{ method: string; path: string }[]> {
  const document = openapi.parse(await new Client(system, null).get<unknown>('/api/openapi.json'));
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    METHODS.filter((method) => operations[method] !== undefined)
      .filter((method) => operation.parse(operations[method])['x-permission'] !== undefined)
      .map((method) => ({ method: method.toUpperCase(), path })),
  );
}

async function outcome(client: Client, method: string, path: string): Promise<string> {
  const address = path.replaceAll(/\{[^}]+\}/g, () => randomUUID());
  const needsBody = method === 'POST' || method === 'PUT';
  const answer = await client.call(address, { method, ...(needsBody ? { body: {} } : {}) });
  if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  const type = z.object({ type: z.string() }).safeParse(answer.json);
  const isChoice = type.success && type.data.type.endsWith('/acting-organization-required');
  if (answer.status === 400 && !isChoice) return 'allowed';
  return REFUSED.get(answer.status) ?? 'allowed';
}

async function measure(system: TestSystem): Promise<Table> {
  const routes = await routesOf(system);
  const table: Table = Object.fromEntries(
    routes.map(({ method, path }) => [`${method} ${path}`, {}]),
  );
  for (const actor of ACTORS) {
    const client = new Client(system, actor.account, actor.actingFor, claimsOf(actor));
    for (const { method, path } of routes) {
      const row = table[`${method} ${path}`];
      if (row) row[actor.name] = await outcome(client, method, path);
    }
  }
  return table;
}

/** What differs from the committed table: `route, actor: golden -> measured`. */
function differences(golden: Table, measured: Table): string[] {
  const routes = [...new Set([...Object.keys(golden), ...Object.keys(measured)])];
  return routes.flatMap((route) =>
    ACTORS.map(({ name }) => [name, golden[route]?.[name], measured[route]?.[name]] as const)
      .filter(([, expected, found]) => expected !== found)
      .map(
        ([name, expected, found]) =>
          `${route}, ${name}: ${expected ?? 'absent'} -> ${found ?? 'absent'}`,
      ),
  );
}

/**
 * Sends every route of the OpenAPI document as every actor and compares with the golden table. With
 * `write` the table is written anew, to be read line by line in review.
 */
export async function proveActs(system: TestSystem, write: boolean): Promise<number> {
  const measured = await measure(system);
  if (write) await writeFile(GOLDEN, `${JSON.stringify(measured, null, 2)}\n`);
  const golden = z
    .record(z.string(), z.record(z.string(), z.string()))
    .parse(JSON.parse(await readFile(GOLDEN, 'utf8')));
  const found = differences(golden, measured);
  const routes = Object.keys(measured).length;
  console.log(`acts: ${routes} routes x ${ACTORS.length} actors, ${found.length} cells differ`);
  for (const line of found.slice(0, 40)) console.log(`  ${line}`);
  return found.length;
}
