import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@enlace/domain';
import { startTestApi, type TestApi } from '../app.harness.js';
import { TEXTS } from './texts.js';

const LISTED = '/api/v1/arrivals/reports';
const REFERENCE = '/api/v1/reference';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.close();
});

interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: Record<string, unknown>;
}

/** Sends bytes as they are and reads until the server closes the line. */
async function send(...parts: readonly string[]): Promise<RawAnswer> {
  const socket = connect(Number(new URL(api.address).port), '127.0.0.1');
  let text = '';
  socket.on('data', (part) => (text += part.toString()));
  socket.on('error', () => undefined);
  for (const part of parts) socket.write(part);
  await once(socket, 'close');
  const [head = '', ...body] = text.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]);
  return { status, head, body: JSON.parse(body.join('') || '{}') as RawAnswer['body'] };
}

const expectTold = (answer: RawAnswer, status: number, code: string): void => {
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ status, type: `/problems/${code}` });
  expect(answer.head).toMatch(/content-type: application\/problem\+json/i);
  expect(answer.head).toMatch(/content-security-policy: default-src 'none'/i);
  expect(answer.head).toMatch(/x-content-type-options: nosniff/i);
  expect(answer.head).toMatch(/cache-control: no-store/i);
};
const lines = (...all: readonly string[]): string => [...all, '', ''].join('\r\n');

/** A request beyond a limit, as `fetch` can send it: its status and code. */
const BEYOND = [
  ['a body too large', 413, 'body-too-large', LISTED, { body: { note: 'x'.repeat(1_100_000) } }],
  ['an address too long', 414, 'address-too-long', `${REFERENCE}?q=${'x'.repeat(9000)}`, {}],
  ['a part of an address too long', 414, 'address-too-long', `${LISTED}/${'x'.repeat(300)}`, {}],
  ['an address nobody can read', 400, 'malformed-request', '/api/v1/%zz', {}],
  ['a page too large', 422, 'invalid-input', `${LISTED}?limit=101`, {}],
  ['a page of nothing', 422, 'invalid-input', `${LISTED}?limit=0`, {}],
  [
    'broken JSON',
    400,
    'malformed-request',
    LISTED,
    { body: Buffer.from('{"note":'), headers: { 'content-type': 'application/json' } },
  ],
  [
    'no JSON at all',
    400,
    'malformed-request',
    LISTED,
    { body: Buffer.from(''), headers: { 'content-type': 'application/json' } },
  ],
  [
    'JSON that would change what objects are',
    400,
    'malformed-request',
    LISTED,
    {
      body: Buffer.from('{"__proto__":{"note":1}}'),
      headers: { 'content-type': 'application/json' },
    },
  ],
  ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'].map(
    (type) =>
      [
        type,
        415,
        'media-type-not-supported',
        LISTED,
        { body: Buffer.from('a=1'), headers: { 'content-type': type } },
      ] as const,
  ),
] as const;

describe('a request beyond a limit', () => {
  it.each(BEYOND)('of %s is told as a problem', async (_what, status, code, path, given) => {
    const method = 'body' in given ? 'POST' : 'GET';
    const answer = await api.request(path, { as: 'fp.pa', method, ...given });
    expect(answer.body).toMatchObject({ status, type: `/problems/${code}` });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each(LANGUAGES)('is told in %s', async (language) => {
    const headers = { 'accept-language': language };
    const { body } = await api.request(`${REFERENCE}?q=${'x'.repeat(9000)}`, { headers });
    expect(body).toMatchObject(TEXTS[language].problems['address-too-long']);
  });
});

describe('a large body of nobody', () => {
  it.each(['content-length: 15000000', 'transfer-encoding: chunked'])(
    'is refused before it is read (%s)',
    async (length) => {
      const answer = await send(
        lines(
          'POST /api/v1/arrivals/imports HTTP/1.1',
          'host: enlace',
          'content-type: application/json',
          'connection: close',
          length,
        ),
        length.startsWith('transfer') ? '5\r\n{"a":\r\n' : '{"a":',
      );
      expectTold(answer, 401, 'not-signed-in');
    },
  );
});

describe('a method that nobody uses', () => {
  it.each(['TRACE', 'CONNECT', 'PROPFIND'])('is not answered: %s', async (method) => {
    const answer = await send(
      lines(
        `${method} ${REFERENCE} HTTP/1.1`,
        'host: enlace',
        'x-mark: an-echo',
        'connection: close',
      ),
    );
    expect(answer.status === 0 || answer.status >= 400 || Number.isNaN(answer.status)).toBe(true);
    expect(answer.status).not.toBe(500);
    expect(JSON.stringify(answer)).not.toContain('an-echo');
  });
});

describe('a request that Node cannot read', () => {
  it('for its headers is told as a problem, in the language that it had named', async () => {
    const answer = await send(
      lines(
        `GET ${REFERENCE} HTTP/1.1`,
        'host: enlace',
        'accept-language: fr',
        `x-long: ${'x'.repeat(100_000)}`,
      ),
    );
    expectTold(answer, 431, 'headers-too-large');
    expect(['fr', 'es']).toContain(/content-language: (\w+)/.exec(answer.head)?.[1]);
  });

  it.each(LANGUAGES)('for its form is told in %s', async (language) => {
    const answer = await send(
      lines(
        `GET ${REFERENCE} HTTP/1.1`,
        'host: enlace',
        `accept-language: ${language}`,
        'a header without its colon',
      ),
    );
    expectTold(answer, 400, 'malformed-request');
    expect(answer.body).toMatchObject(TEXTS[language].problems['malformed-request']);
  });

  it('because it has two lengths is refused', async () => {
    const answer = await send(
      lines(
        `POST ${LISTED} HTTP/1.1`,
        'host: enlace',
        'content-length: 5',
        'transfer-encoding: chunked',
      ),
      '0\r\n\r\nGET /api/v1/session HTTP/1.1\r\n\r\n',
    );
    expectTold(answer, 400, 'malformed-request');
  });

  it('because it comes too slowly is told as a problem, and the line is free again', async () => {
    const server = api.app.getHttpServer() as { requestTimeout: number };
    const before = server.requestTimeout;
    server.requestTimeout = 500;
    const answer = await send(
      lines(
        `POST ${LISTED} HTTP/1.1`,
        'host: enlace',
        'content-type: application/json',
        'content-length: 100',
      ),
      '{"a":',
    );
    server.requestTimeout = before;
    expectTold(answer, 408, 'request-timed-out');
    expect((await api.request(REFERENCE)).status).toBe(200);
  });
});
