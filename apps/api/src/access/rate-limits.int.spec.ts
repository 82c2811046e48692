import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LANGUAGES } from '@enlace/domain';
import pg from 'pg';
import { startTestApi, type TestApi } from '../app.harness.js';
import { createApp } from '../create-app.js';

const LIMIT = 40;
const BLOCK = 2;
const SESSION = '/api/v1/session';

let api: TestApi;
const instances: NestFastifyApplication[] = [];
const addresses: string[] = [];
beforeAll(async () => {
  api = await startTestApi();
  process.env['ENLACE_RATE_LIMIT'] = String(LIMIT);
  for (let instance = 0; instance < 2; instance += 1) {
    const app = await createApp();
    await app.listen(0, '127.0.0.1');
    instances.push(app);
    addresses.push(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
  }
});
afterAll(async () => {
  for (const app of instances) await app.close();
  await api.close();
});

/** A minute with enough left of it for what follows. */
const early = async (): Promise<void> => {
  const passed = Date.now() % 60_000;
  if (passed > 35_000) await sleep(60_050 - passed);
};
const ask = async (instance: number, account: string | null, from: string, language = 'en') =>
  fetch(`${addresses[instance] ?? ''}${account ? SESSION : '/api/v1/reference'}`, {
    headers: {
      'accept-language': language,
      'x-forwarded-for': from,
      ...(account ? { authorization: `Bearer ${await api.identity.token(account)}` } : {}),
    },
  });
const passing = async (count: number, one: () => Promise<Response>): Promise<number> => {
  let passed = 0;
  for (let request = 0; request < count; request += 1) {
    const { status } = await one();
    expect([200, 429]).toContain(status);
    if (status === 200) passed += 1;
  }
  return passed;
};
const written = async (): Promise<number> => {
  const owner = new pg.Client({ connectionString: api.urls.owner });
  await owner.connect();
  const { rows } = await owner.query<{ sum: number | null }>(
    'select sum(requests)::int as sum from request_count',
  );
  await owner.end();
  return rows[0]?.sum ?? 0;
};

describe('the requests of an account', () => {
  it('are refused beyond the limit by every instance, whatever addresses they come from', async () => {
    await early();
    expect(await passing(BLOCK - 1, () => ask(0, 'cl.pa', '203.0.113.1'))).toBe(BLOCK - 1);
    expect(await written()).toBe(0);
    let from = 2;
    const first = await passing(30, () => ask(0, 'fp.pa', `203.0.113.${(from += 1)}`));
    const second = await passing(30, () => ask(1, 'fp.pa', `203.0.113.${(from += 1)}`));
    expect(first).toBe(30);
    expect(second).toBeGreaterThanOrEqual(LIMIT - 30);
    expect(second).toBeLessThanOrEqual(LIMIT - 30 + 2 * BLOCK);
    const answer = await ask(1, 'fp.pa', '203.0.113.200');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    // Nobody else is refused.
    expect((await ask(1, 'fp.co', '203.0.113.201')).status).toBe(200);
  }, 90_000);
});

describe('the requests of an address', () => {
  it('are refused beyond twice the limit, in the language of the reader', async () => {
    await early();
    const from = '198.51.100.7';
    const first = await passing(2 * LIMIT - 10, () => ask(0, null, from));
    const second = await passing(40, () => ask(1, null, from));
    expect(first + second).toBeGreaterThanOrEqual(2 * LIMIT);
    expect(first + second).toBeLessThanOrEqual(2 * LIMIT + 2 * 2 * BLOCK);
    const titles = new Set<string>();
    for (const language of LANGUAGES) {
      const answer = await ask(1, null, from, language);
      expect(answer.status).toBe(429);
      expect(answer.headers.get('content-language')).toBe(language);
      const told = (await answer.json()) as { type: string; title: string };
      expect(told.type).toBe('/problems/too-many-requests');
      titles.add(told.title);
    }
    expect(titles.size).toBe(LANGUAGES.length);
    // Health is asked for by machines that must not be kept out.
    const health = await fetch(`${addresses[1] ?? ''}/api/health/live`, {
      headers: { 'x-forwarded-for': from },
    });
    expect(health.status).toBe(200);
  }, 90_000);
});

describe('an address that somebody only claims to have', () => {
  it('is not believed from anywhere but a trusted proxy', async () => {
    process.env['ENLACE_TRUSTED_PROXIES'] = '192.0.2.1';
    const app = await createApp();
    delete process.env['ENLACE_TRUSTED_PROXIES'];
    await app.listen(0, '127.0.0.1');
    instances.push(app);
    addresses.push(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
    await early();
    let claimed = 0;
    const passed = await passing(2 * LIMIT + 20, () => ask(2, null, `203.0.113.${(claimed += 1)}`));
    expect(passed).toBe(2 * LIMIT);
  }, 90_000);
});
