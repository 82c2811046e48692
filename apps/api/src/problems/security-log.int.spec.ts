import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestSystem, type TestSystem } from '@enlace/testing';

const COMMITMENTS = '/api/v1/commitments';

let system: TestSystem;
let token: string;
beforeAll(async () => {
  system = await startTestSystem('people');
  token = await system.identity.token('fp.pa');
}, 120_000);
afterAll(async () => {
  await system.stop();
});

interface Line {
  readonly level: number;
  readonly time: number;
  readonly requestId?: string;
  readonly code?: string;
  readonly person?: string | null;
  readonly address?: string;
  readonly req?: { readonly id: string; readonly method: string; readonly path: string };
}

/** Lines as the API writes them, without warnings of Node; what a caller sends must not begin one. */
const written = (): readonly Line[] =>
  system
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

/** The lines of the log about one request, once it has been answered. */
const linesOf = async (requestId: string | null): Promise<readonly Line[]> => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return written().filter((line) => (line.req?.id ?? line.requestId) === requestId);
};
const ask = async (path: string, init: RequestInit = {}): Promise<readonly Line[]> => {
  const answer = await fetch(`${system.origin}${path}`, init);
  await answer.text();
  return linesOf(answer.headers.get('x-request-id'));
};
const bearer = (value: string): RequestInit => ({ headers: { authorization: `Bearer ${value}` } });

describe('the log', () => {
  it('tells of each request when, what and who, with the time as an instant', async () => {
    const [line] = await ask('/api/v1/session?secret=in-the-query', bearer(token));
    expect(line).toMatchObject({
      req: { method: 'GET', path: '/api/v1/session' },
      res: { statusCode: 200 },
      person: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(Math.abs((line?.time ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it.each([
    ['a token that is none', '/api/v1/session', bearer('x.y.z'), 'not-signed-in'],
    ['no token', '/api/v1/session', {}, 'not-signed-in'],
    ['input that breaks a rule', '/api/v1/scorecards/PAN?language=xx', {}, 'invalid-input'],
    ['what is not there for the reader', '/api/v1/nothing', {}, 'not-found'],
  ])('tells who was refused for %s, and from where', async (_what, path, init, code) => {
    const lines = await ask(path, init);
    const told = lines.find((line) => line.code === code);
    expect(told).toMatchObject({ code, person: null, address: '127.0.0.1' });
    // Refusals of access stand out.
    expect(told?.level).toBe(code === 'not-signed-in' ? 40 : 30);
  });

  it('tells which person lacked a function', async () => {
    const lines = await ask(COMMITMENTS, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(lines.find(({ code }) => code === 'not-permitted')).toMatchObject({
      level: 40,
      person: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('holds no token, no query, no body and nothing that a caller could forge', async () => {
    await ask('/api/v1/practices?q=a-secret-question', bearer(token));
    await ask('/api/v1/x%0a%7B%22level%22:60,%22forged%22:true%7D', bearer(token));
    await ask(COMMITMENTS, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, cookie: 'a=a-secret-cookie' },
      body: 'a-secret-body',
    });
    await linesOf(null);
    const log = system.log();
    for (const [at, part] of token.split('.').entries())
      if (at > 0) expect(log).not.toContain(part);
    expect(log).not.toContain('a-secret');
    expect(log).not.toContain('in-the-query');
    expect(written().filter((line) => 'forged' in line)).toEqual([]);
  });
});
