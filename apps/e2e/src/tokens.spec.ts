import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call, listen, REFUSED, SESSION, untilRefused, withToken } from './tokens/api.js';
import { MISUSES } from './tokens/misuses.js';
import { Browserless, type Tokens } from './tokens/sign-in.js';
import { partOf, signed, type Claims } from './tokens/signing.js';
import { origin } from './visitor.js';

const problem = (type: string): object => ({ status: 403, type: `/problems/${type}` });

let genuine: Tokens;
beforeAll(async () => {
  genuine = await new Browserless().signIn('fp.pa');
});
const saying = (claims: Claims): string =>
  signed(partOf(genuine.access_token, 0), { ...partOf(genuine.access_token, 1), ...claims });

describe('a token', () => {
  it('is believed as the provider gives it, and as the tests sign it', async () => {
    expect((await withToken(genuine.access_token)).status).toBe(200);
    expect((await withToken(saying({}))).status).toBe(200);
  });

  it.each(MISUSES)('of %s is refused', async (_name, make) => {
    const token = make(genuine);
    expect(await withToken(token)).toEqual(REFUSED);
    // Nor is it silently nobody's where the public may read.
    expect(await withToken(token, '/api/v1/reference')).toEqual(REFUSED);
  });

  it('is asked for in one header and nowhere else', async () => {
    const header = `Bearer ${genuine.access_token}`;
    expect(await call({})).toEqual(REFUSED);
    expect(await call({ authorization: '' })).toEqual(REFUSED);
    expect(await call({ authorization: 'Bearer ' })).toEqual(REFUSED);
    expect(await call({ authorization: [header, header] })).toEqual(REFUSED);
    expect(await call({}, `${SESSION}?access_token=${genuine.access_token}`)).toEqual(REFUSED);
  });
});

describe('a genuine token', () => {
  it('of an organization that Enlace does not know is not admitted', async () => {
    const token = saying({ organization: { 'pa-snm': { id: randomUUID() } } });
    expect(await withToken(token)).toEqual(problem('not-admitted'));
    const { access_token: outsider } = await new Browserless().signIn('outsider');
    expect(await withToken(outsider)).toEqual(problem('not-admitted'));
  });

  it('gives no function without a membership, nor a membership without its role', async () => {
    const clear = '/api/v1/arrivals/clearances';
    const roles = (...names: string[]): string => saying({ realm_access: { roles: names } });
    expect(await withToken(roles('focal-point', 'clearer'), clear, 'POST')).toEqual(
      problem('not-permitted'),
    );
    const enter = '/api/v1/arrivals/reports';
    expect((await withToken(roles('focal-point'), enter, 'POST')).status).not.toBe(403);
    expect(await withToken(roles('analyst'), enter, 'POST')).toEqual(problem('not-permitted'));
  });
});

describe('the provider', () => {
  it('gives tokens once for a code, and takes them back from who shows it twice', async () => {
    const browser = new Browserless();
    const { tokens, again } = await browser.signInTwice('fp.mx');
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('invalid_grant');
    expect((await browser.refresh(tokens)).status).toBe(400);
  });

  it('lets nobody register a client', async () => {
    for (const path of ['clients-registrations/openid-connect', 'protocol/openid-connect/reg']) {
      const answer = await fetch(`${origin()}/realms/enlace/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ redirect_uris: [`${origin()}/desk`] }),
      });
      expect([401, 403, 404, 405]).toContain(answer.status);
    }
  });
});

describe('a session that was signed out', () => {
  it('is over within a second, its live updates within five, and other sessions go on', async () => {
    const [browser, other] = [new Browserless(), new Browserless()];
    const [mine, theirs] = [await browser.signIn('fp.co'), await other.signIn('fp.co')];
    const { ended } = await listen(mine.access_token);
    expect((await withToken(mine.access_token)).status).toBe(200);
    await browser.signOut(mine);
    expect(await untilRefused(mine.access_token, 1000)).toBeLessThan(1000);
    expect(await withToken(mine.access_token)).toEqual(REFUSED);
    const first = await Promise.race([ended.then(() => 'ended'), sleep(4000, 'still open')]);
    expect(first).toBe('ended');
    expect((await browser.refresh(mine)).status).toBe(400);
    expect((await withToken(theirs.access_token)).status).toBe(200);
  });

  it('is ended by a token of the provider alone', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const post = async (token: string): Promise<number> => {
      const answer = await fetch(`${origin()}${SESSION}/back-channel-logout`, {
        method: 'POST',
        headers: form,
        body: new URLSearchParams({ logout_token: token }),
      });
      return answer.status;
    };
    const [, make] = MISUSES.find(([name]) => name === 'the words of a logout token')!;
    const logout = make(genuine);
    const bent = (claims: Claims): string =>
      signed(partOf(logout, 0), { ...partOf(logout, 1), ...claims });
    expect(await post(genuine.access_token)).toBe(401);
    expect(await post(genuine.id_token)).toBe(401);
    expect(await post(bent({ events: undefined }))).toBe(401);
    expect(await post(bent({ sid: undefined }))).toBe(401);
    expect(await post(bent({ aud: 'enlace-api' }))).toBe(401);
    expect(await post(bent({ nonce: 'n' }))).toBe(401);
    expect(await post(rewriteSignature(logout))).toBe(401);
    expect((await withToken(genuine.access_token)).status).toBe(200);
    const { access_token: token } = await new Browserless().signIn('fp.mx');
    const { sid } = partOf(token, 1);
    expect(await post(bent({ sid }))).toBe(204);
    expect(await withToken(token)).toEqual(REFUSED);
  });
});

const rewriteSignature = (token: string): string =>
  `${token.slice(0, -6)}${token.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`;
