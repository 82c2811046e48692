import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { issueToken, loadRealm, startIdentity, type Identity, type Realm } from './index.js';

const file = (name: string): string =>
  fileURLToPath(new URL(`../../../docker/keycloak/${name}`, import.meta.url));

interface Tokens {
  access_token: string;
  refresh_token: string;
  id_token: string;
}

/** A browser without a screen: keeps cookies, follows no redirect by itself. */
class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly port: number) {}

  async get(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, `http://localhost:${this.port}`);
    url.host = `127.0.0.1:${this.port}`;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string> | undefined), cookie };
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  post(address: string, form: Record<string, string>): Promise<Response> {
    return this.get(address, { method: 'POST', body: new URLSearchParams(form) });
  }
}

describe('the development provider', () => {
  let realm: Realm;
  let identity: Identity;
  let base: string;

  beforeAll(async () => {
    const origin = 'http://localhost:4400';
    realm = await loadRealm({
      realmFile: file('realm.json'),
      demoFile: file('realm-demo.json'),
      origin,
    });
    identity = await startIdentity(realm);
    base = '/realms/enlace/protocol/openid-connect';
  });
  afterAll(() => identity.stop());

  async function signIn(username: string, password: string, scope = 'openid organization:*') {
    const visitor = new Visitor(identity.port);
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: 'enlace-web',
      redirect_uri: `${realm.origin}/desk`,
      response_type: 'code',
      scope,
      ui_locales: 'fr',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const toForm = await visitor.get(`${base}/auth?${query.toString()}`);
    const form = toForm.headers.get('location') ?? '';
    const page = await (await visitor.get(form)).text();
    const sent = await visitor.post(form, { username, password });
    if (sent.status === 200) return { visitor, page, answer: await sent.text() };
    const resumed = await visitor.get(sent.headers.get('location') ?? '');
    const code = new URL(resumed.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const exchange = await visitor.post(`${base}/token`, {
      grant_type: 'authorization_code',
      client_id: 'enlace-web',
      redirect_uri: `${realm.origin}/desk`,
      code_verifier: verifier,
      code,
    });
    return { visitor, page, tokens: (await exchange.json()) as Tokens };
  }

  it('gives an access token of exactly the claims that a real Keycloak gives', async () => {
    const { tokens, page } = await signIn('fp.pa', 'enlace-demo-2026');
    expect(page).toContain('Se connecter');
    const claims = decodeJwt(tokens?.access_token ?? '');
    const [organization] = realm.organizations;
    expect(decodeProtectedHeader(tokens?.access_token ?? '')).toMatchObject({
      typ: 'at+jwt',
      alg: 'RS256',
    });
    expect(Object.keys(claims).sort()).toEqual(
      'acr allowed-origins amr aud auth_time azp email email_verified exp family_name given_name iat iss jti locale name organization preferred_username realm_access scope sid sub typ'.split(
        ' ',
      ),
    );
    expect(claims).toMatchObject({
      iss: 'http://localhost:4400/realms/enlace',
      aud: 'enlace-api',
      azp: 'enlace-web',
      acr: 'password',
      amr: ['pwd'],
      realm_access: { roles: ['focal-point', 'commitment-owner'] },
      organization: { 'pa-snm': { id: organization?.id } },
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(120);
  });

  it('names both organizations of a person of two, and none for the bare scope', async () => {
    const both = await signIn('dual', 'enlace-demo-2026');
    const claims = decodeJwt(both.tokens?.access_token ?? '');
    expect(Object.keys(claims['organization'] as object).sort()).toEqual(['iom', 'red-camino']);
    const bare = await signIn('dual', 'enlace-demo-2026', 'openid organization');
    expect(decodeJwt(bare.tokens?.access_token ?? '')['organization']).toBeUndefined();
  });

  it('rotates refresh tokens that a script can read, each good once', async () => {
    const { tokens, visitor } = await signIn('judge.ve', 'enlace-demo-2026');
    expect(decodeJwt(tokens?.refresh_token ?? '')['typ']).toBe('Refresh');
    const refresh = () =>
      visitor.post(`${base}/token`, {
        grant_type: 'refresh_token',
        client_id: 'enlace-web',
        refresh_token: tokens?.refresh_token ?? '',
      });
    const first = await refresh();
    expect(first.status).toBe(200);
    const next = (await first.json()) as Tokens;
    expect(decodeJwt(next.access_token)['organization']).toBeDefined();
    expect((await refresh()).status).toBe(400);
  });

  it('answers userinfo to its access tokens', async () => {
    const { tokens, visitor } = await signIn('analyst.unhcr', 'enlace-demo-2026');
    const headers = { authorization: `Bearer ${tokens?.access_token ?? ''}` };
    const answer = await visitor.get(`${base}/userinfo`, { headers });
    expect(await answer.json()).toMatchObject({ preferred_username: 'analyst.unhcr' });
    expect((await visitor.get(`${base}/userinfo`)).status).toBe(401);
  });

  it('refuses a wrong password and locks the account after five', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { answer } = await signIn('press', 'wrong');
      expect(answer).toContain('id="input-error-username"');
    }
    const { answer, tokens } = await signIn('press', 'enlace-demo-2026');
    expect(tokens).toBeUndefined();
    expect(answer).toContain('id="input-error-username"');
  });

  it('returns no foreign address anything, and no code without PKCE', async () => {
    const visitor = new Visitor(identity.port);
    const query = 'client_id=enlace-web&response_type=code&scope=openid';
    const foreign = await visitor.get(`${base}/auth?${query}&redirect_uri=http://evil.example/`);
    expect(foreign.status).toBe(400);
    const plain = await visitor.get(`${base}/auth?${query}&redirect_uri=${realm.origin}/`);
    expect(plain.headers.get('location')).toContain('error=invalid_request');
  });

  it('signs out to the address asked for', async () => {
    const { tokens, visitor } = await signIn('scholar', 'enlace-demo-2026');
    const query = new URLSearchParams({
      client_id: 'enlace-web',
      id_token_hint: tokens?.id_token ?? '',
      post_logout_redirect_uri: `${realm.origin}/`,
    });
    const page = await (await visitor.get(`${base}/logout?${query.toString()}`)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const done = await visitor.post(action, { xsrf, logout: 'yes' });
    expect(done.headers.get('location')).toBe(`${realm.origin}/`);
  });

  it('issues for scripts what a sign-in would give, bent as asked', async () => {
    const genuine = decodeJwt(await issueToken({ realm, username: 'dual', organization: 'iom' }));
    expect(Object.keys(genuine['organization'] as object)).toEqual(['iom']);
    const bent = await issueToken({
      realm,
      username: 'fp.pa',
      overrides: { claims: { aud: 'other', organization: undefined }, header: { typ: 'JWT' } },
    });
    expect(decodeJwt(bent)).toMatchObject({ aud: 'other' });
    expect(decodeJwt(bent)['organization']).toBeUndefined();
    expect(decodeProtectedHeader(bent).typ).toBe('JWT');
  });
});
