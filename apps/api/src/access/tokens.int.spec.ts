import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { z } from 'zod';
import { problemDocument } from '@enlace/contract';
import { startTestApi, type TestAnswer, type TestApi } from '../app.harness.js';
import { Config } from '../config/index.js';
import { DEMO_KEY_ID, TokenVerifier } from './token-verifier.js';

const SESSION = '/api/v1/session';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
}, 60_000);

afterAll(async () => {
  await api.close();
});

const withHeader = (authorization: string, path = SESSION): Promise<TestAnswer> =>
  api.request(path, { headers: { authorization } });
const withToken = (token: string, path = SESSION): Promise<TestAnswer> =>
  withHeader(`Bearer ${token}`, path);

type Claims = Record<string, unknown>;
const bent = (claims: Claims, header: Record<string, string> = {}): Promise<string> =>
  api.identity.token('fp.pa', { overrides: { claims, header } });
/** Seconds since 1970, `after` seconds from now. */
const seconds = (after: number): number => Math.floor(Date.now() / 1000) + after;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const genuineClaims = async (): Promise<Claims> => decodeJwt(await bent({}));

/** The public key as a secret: what a verifier that believes the token's own `alg` falls for. */
async function hmacWithPublicKey(): Promise<string> {
  const { keys } = z
    .object({ keys: z.array(z.record(z.string(), z.unknown())).min(1) })
    .parse(await (await fetch(api.identity.jwksUrl)).json());
  const key = createPublicKey({ key: keys[0] as JsonWebKey, format: 'jwk' });
  const header = { ...decodeProtectedHeader(await bent({})), alg: 'HS256' };
  const signed = `${part(header)}.${part(await genuineClaims())}`;
  const secret = key.export({ type: 'spki', format: 'pem' });
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

async function unsigned(): Promise<string> {
  const header = { ...decodeProtectedHeader(await bent({})), alg: 'none' };
  return `${part(header)}.${part(await genuineClaims())}.`;
}

/** A stranger's signature under the name of the genuine key. */
async function signedByStranger(): Promise<string> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return new SignJWT(await genuineClaims())
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: DEMO_KEY_ID })
    .sign(privateKey);
}

/** A genuine token whose claims were rewritten after signing. */
async function rewritten(): Promise<string> {
  const [header, , signature] = (await bent({})).split('.');
  const claims = { ...(await genuineClaims()), preferred_username: 'nc.pa' };
  return `${header!}.${part(claims)}.${signature!}`;
}

const REFUSED: readonly (readonly [string, () => Promise<string>])[] = [
  ['of another issuer', () => bent({ iss: 'http://localhost:4400/realms/other' })],
  ['of no issuer', () => bent({ iss: undefined })],
  ['for another audience', () => bent({ aud: 'account' })],
  ['for no audience', () => bent({ aud: undefined })],
  ['with HS256 under the public key', hmacWithPublicKey],
  ['with no algorithm and no signature', unsigned],
  ['that is an ID token by its type', () => bent({}, { typ: 'JWT' })],
  ['that has expired', () => bent({ iat: seconds(-60), exp: seconds(-10) })],
  ['that never expires', () => bent({ exp: undefined })],
  ['older than 120 s, though not expired', () => bent({ iat: seconds(-130), exp: seconds(60) })],
  ['that hides its age', () => bent({ iat: undefined })],
  ['from the future', () => bent({ iat: seconds(60), exp: seconds(120) })],
  ['under an unknown key', () => bent({}, { kid: 'nobody' })],
  ['signed by a stranger', signedByStranger],
  ['rewritten after signing', rewritten],
  ['of nobody', () => bent({ sub: undefined })],
  ['of somebody who is no UUID', () => bent({ sub: 'fp.pa' })],
  ['that is garbage', () => Promise.resolve('garbage')],
  ['that is garbage in three parts', () => Promise.resolve('eyJ.eyJ.x')],
];

function expectRefused(answer: TestAnswer): void {
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const problem = problemDocument.strict().parse(answer.body);
  expect(problem).toMatchObject({ type: '/problems/not-signed-in', status: 401 });
  // Why it was refused is for the log alone.
  expect(problem.errors).toBeUndefined();
}

describe('a token', () => {
  it('is believed when it is genuine, also near the end of its age', async () => {
    expect((await withToken(await bent({}))).status).toBe(200);
    const old = await bent({ iat: seconds(-100), exp: seconds(60) });
    expect((await withToken(old)).body).toMatchObject({ person: { username: 'fp.pa' } });
  });

  it.each(REFUSED)('%s is refused', async (_name, make) => {
    const token = await make();
    expectRefused(await withToken(token));
    // A token that is not believed is not silently nobody's, even where nobody may read.
    expectRefused(await withToken(token, '/api/v1/reference'));
  });

  it.each([
    ['of another scheme', 'Basic ZnAucGE6ZGVtbw=='],
    ['without a token', 'Bearer'],
    ['with two tokens', 'Bearer a.b.c d.e.f'],
  ])('in a header %s is refused', async (_name, header) => {
    expectRefused(await withHeader(header));
  });

  it('that is missing is refused where nobody may read, and not where everybody may', async () => {
    expectRefused(await api.request(SESSION));
    expect((await api.request('/api/v1/reference')).status).toBe(200);
  });

  it('of the demo’s published key is refused outside the demo', async () => {
    const { server, database, access, audit, mail, files } = api.app.get(Config);
    const verifier = (demo: boolean): TokenVerifier =>
      new TokenVerifier(
        new Config({ ...server, ENLACE_DEMO: demo }, database, access, audit, mail, files),
      );
    const token = await bent({});
    expect(decodeProtectedHeader(token).kid).toBe(DEMO_KEY_ID);
    await expect(verifier(false).verify(token)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(verifier(true).verify(token)).resolves.toMatchObject({ username: 'fp.pa' });
  });

  it('of the demo’s published key is refused outside the demo under any name', async () => {
    const { keys } = (await (await fetch(api.identity.jwksUrl)).json()) as { keys: object[] };
    const set = { keys: [{ ...keys[0], kid: 'as-keycloak-names-it' }] };
    const address = `data:application/json,${encodeURIComponent(JSON.stringify(set))}`;
    const { server, database, access, audit, mail, files } = api.app.get(Config);
    const verifier = (demo: boolean): TokenVerifier =>
      new TokenVerifier(
        new Config(
          { ...server, ENLACE_DEMO: demo },
          database,
          { ...access, IDENTITY_JWKS_URL: address },
          ...([audit, mail, files] as const),
        ),
      );
    const token = await bent({}, { kid: 'as-keycloak-names-it' });
    await expect(verifier(false).verify(token)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(verifier(true).verify(token)).resolves.toMatchObject({ username: 'fp.pa' });
  });

  it('of another algorithm is refused also where the key itself would allow it', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    // A key set that names no algorithm, as a provider may publish it.
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'any', use: 'sig' }];
    const set = `data:application/json,${encodeURIComponent(JSON.stringify({ keys }))}`;
    const { server, database, access, audit, mail, files } = api.app.get(Config);
    const verifier = new TokenVerifier(
      new Config(server, database, { ...access, IDENTITY_JWKS_URL: set }, audit, mail, files),
    );
    const claims = await genuineClaims();
    const signed = (alg: string): Promise<string> =>
      new SignJWT(claims).setProtectedHeader({ alg, typ: 'at+jwt', kid: 'any' }).sign(privateKey);
    await expect(verifier.verify(await signed('RS256'))).resolves.toMatchObject({
      username: 'fp.pa',
    });
    for (const alg of ['PS256', 'RS512']) {
      await expect(verifier.verify(await signed(alg))).rejects.toMatchObject({
        code: 'not-signed-in',
      });
    }
  });
});

describe('answers to somebody signed in', () => {
  it.each([SESSION, '/api/v1/desk', '/api/v1/sharing-groups', '/api/v1/arrivals/reports'])(
    'at %s are kept nowhere and vary with who asks',
    async (path) => {
      const answer = await api.request(path, { as: 'fp.pa' });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('vary')).toMatch(/Authorization.*Enlace-Acting-For/);
    },
  );
});
