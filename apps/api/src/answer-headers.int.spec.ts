import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from './app.harness.js';
import { createApp } from './create-app.js';

const COMMITMENTS = '/api/v1/commitments';
const HTML = { accept: 'text/html' };
/** A built web in small, with the page that a frame may show. */
const WEB = {
  'index.html': '<html><head><script src="/first.js"></script></head><body></body></html>',
  'first.js': 'globalThis.first = true;',
  'main-ABCDEFGH.js': 'globalThis.main = true;',
  'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'silent-check-sso.html': '<html><body></body></html>',
};

let api: TestApi;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'enlace-web-'));
  for (const [name, content] of Object.entries(WEB)) await writeFile(join(root, name), content);
  process.env['ENLACE_WEB_ROOT'] = root;
  api = await startTestApi();
});
afterAll(async () => {
  await api.close();
  await rm(root, { recursive: true });
  delete process.env['ENLACE_WEB_ROOT'];
});

/** Every kind of answer: how it is asked for and which status it has. */
const ANSWERS = [
  ['a page', '/desk', 200, { headers: HTML }],
  ['the built page', '/index.html', 200, {}],
  ['a script', '/main-ABCDEFGH.js', 200, {}],
  ['a drawing', '/drawing.svg', 200, {}],
  ['the settings of the page', '/env.json', 200, {}],
  ['data for everybody', '/api/v1/reference', 200, {}],
  ['data of somebody', '/api/v1/session', 200, { as: 'fp.pa' }],
  ['a file to save', '/api/v1/arrivals/overview.csv', 200, {}],
  ['the health of the process', '/api/health/live', 200, {}],
  ['a refused token', '/api/v1/session', 401, { headers: { authorization: 'Bearer x' } }],
  ['a refused function', COMMITMENTS, 403, { as: 'fp.pa', method: 'POST', body: {} }],
  ['nothing below the API', '/api/v1/nothing', 404, {}],
  ['nothing elsewhere', '/nothing.js', 404, {}],
  ['no list of the folder', '/', 404, {}],
  ['nothing of the sources', '/.git/config', 404, {}],
  [
    'an unreadable body',
    COMMITMENTS,
    415,
    { method: 'POST', headers: { 'content-type': 'x/y' }, body: {} },
  ],
] as const;

const policyOf = (headers: Headers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(/; ?/).map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );

describe('the headers of every answer', () => {
  it.each(ANSWERS)('%s keeps browsers to what it is', async (_what, path, status, request) => {
    const answer = await api.request(path, request);
    const header = (name: string): string | null => answer.headers.get(name);
    expect(answer.status).toBe(status);
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('referrer-policy')).toBe('no-referrer');
    expect(header('x-frame-options')).toBe('DENY');
    expect(header('cross-origin-opener-policy')).toBe('same-origin');
    expect(header('cross-origin-resource-policy')).toBe('same-origin');
    expect(header('permissions-policy')).toContain('geolocation=()');
    expect(header('access-control-allow-origin')).toBeNull();
    expect(header('x-powered-by')).toBeNull();
    expect(header('server')).toBeNull();
    const policy = policyOf(answer.headers);
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(JSON.stringify(policy)).not.toContain('unsafe-eval');
    // Plain HTTP: a browser would not heed it.
    expect(header('strict-transport-security')).toBeNull();
  });

  it('behind TLS keep browsers on it for two years, below the name too', async () => {
    const origin = process.env['ENLACE_ORIGIN'];
    process.env['ENLACE_ORIGIN'] = 'https://enlace.test';
    const secure = await createApp();
    process.env['ENLACE_ORIGIN'] = origin;
    await secure.listen(0, '127.0.0.1');
    const { port } = secure.getHttpServer().address() as AddressInfo;
    for (const [path, init] of [
      ['/desk', { headers: HTML }],
      ['/api/v1/nothing', {}],
    ] as const) {
      const { headers } = await fetch(`http://127.0.0.1:${port}${path}`, init);
      expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    }
    const page = await fetch(`http://127.0.0.1:${port}/desk`, { headers: HTML });
    expect(policyOf(page.headers)).toHaveProperty('upgrade-insecure-requests');
    await secure.close();
  });

  it('a page runs its own scripts alone and makes no HTML from strings', async () => {
    const { headers } = await api.request('/desk', { headers: HTML });
    const policy = policyOf(headers);
    expect(policy).toMatchObject({
      'object-src': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'angular default',
    });
    expect(policy['script-src']).toMatch(/^'self' 'sha256-[\w+/]+=*'$/);
    expect((await api.request('/index.html')).headers.get('content-security-policy')).toBe(
      headers.get('content-security-policy'),
    );
  });

  it('what is no page may load nothing at all', async () => {
    for (const path of ['/api/v1/reference', '/drawing.svg', '/env.json', '/api/v1/nothing']) {
      const { headers } = await api.request(path);
      expect(policyOf(headers)).toEqual({
        'default-src': "'none'",
        'base-uri': "'none'",
        'form-action': "'none'",
        'frame-ancestors': "'none'",
      });
    }
  });

  it('one page shows in a frame of Enlace, because it tells whether somebody is signed in', async () => {
    const { headers } = await api.request('/silent-check-sso.html');
    expect(policyOf(headers)).toMatchObject({
      'frame-ancestors': "'self'",
      'require-trusted-types-for': "'script'",
    });
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });
});
