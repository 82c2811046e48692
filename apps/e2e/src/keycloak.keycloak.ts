import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@enlace/domain';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { listen, REFUSED, untilRefused, withToken } from './tokens/api.js';
import { Operator } from './tokens/operator.js';
import { Browserless, codeOf } from './tokens/sign-in.js';
import { partOf } from './tokens/signing.js';
import { visit } from './visitor.js';

const KEYS = 'org.keycloak.keys.KeyProvider';
/** As long as the API keeps keys that it has seen. */
const KEYS_KEPT = 60_000;
const operator = new Operator();

/** A session at Keycloak, known to be good. */
const begin = async (account: string): Promise<{ browser: Browserless; token: string }> => {
  const browser = new Browserless();
  const { access_token: token } = await browser.signIn(account);
  expect((await withToken(token)).status).toBe(200);
  return { browser, token };
};

describe('the sign-in page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(LANGUAGES)('speaks %s, looks like the product and lets a person in', async (language) => {
    const { page, text, leave, faults } = await visit(browser, language);
    await page.goto('/');
    await page.locator(`.languages button[lang="${language}"]`).click();
    await page.getByRole('button', { name: text('shell.signIn'), exact: true }).click();
    await page.locator('#kc-form-login').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('.languages [aria-current]').getAttribute('lang')).toBe(language);
    expect(await page.locator('.promise .claim').innerText()).not.toBe('enlacePromise');
    await page.locator('#username').fill('fp.pa');
    await page.locator('#password').fill('wrong');
    await page.locator('#kc-login').click();
    expect(await page.locator('#input-error-username').innerText()).not.toBe('');
    await page.locator('#password').fill('enlace-demo-2026');
    await page.locator('#kc-login').click();
    await page.getByRole('heading', { level: 1, name: text('shell.desk') }).waitFor();
    // Keycloak knows them again, without leaving the page and with their organization.
    await page.reload();
    await page.getByRole('heading', { level: 1, name: text('shell.desk') }).waitFor();
    expect(faults()).toEqual([]);
    await leave();
  });

  it('locks an account after five wrong passwords, for everybody alike', async () => {
    const id = await operator.person('press');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(new Browserless().signIn('press', 'wrong')).rejects.toThrow('Not signed in');
      await sleep(1100);
    }
    await expect(new Browserless().signIn('press')).rejects.toThrow('Not signed in');
    await operator.ask('DELETE', `/attack-detection/brute-force/users/${id}`);
    expect((await new Browserless().signIn('press')).access_token).not.toBe('');
  });
});

/** What the product asks with where an act needs a code. */
const OTP = JSON.stringify({ id_token: { acr: { values: ['otp'], essential: true } } });

describe('somebody whom Keycloak knows', () => {
  it('passes, and nobody else does', async () => {
    expect(await new Browserless().askAgain({ prompt: 'none' })).toBe('login_required');
    const { browser } = await begin('fp.pe');
    expect(await browser.askAgain({ prompt: 'none' })).toBe('in');
    expect(await browser.askAgain({})).toBe('in');
  });

  it('is asked again where that is wanted, for the password or for a code', async () => {
    const { browser } = await begin('fp.pe');
    expect(await browser.askAgain({ prompt: 'login' })).toBe('login-login');
    expect(await browser.askAgain({ claims: OTP })).toBe('login-login-config-totp');
    expect(await browser.askAgain({ claims: OTP, prompt: 'none' })).not.toBe('in');
  });
});

describe('a session that ends at Keycloak', () => {
  it('is over within a second, its live updates within five', async () => {
    const { token } = await begin('fp.cr');
    const { ended } = await listen(token);
    await operator.ask('DELETE', `/sessions/${String(partOf(token, 1)['sid'])}`);
    expect(await untilRefused(token, 1000)).toBeLessThan(1000);
    expect(await Promise.race([ended.then(() => 'ended'), sleep(4000, 'open')])).toBe('ended');
  });

  it('is over with every other of the same person', async () => {
    const [one, two] = [await begin('fp.ec'), await begin('fp.ec')];
    await operator.ask('POST', `/users/${await operator.person('fp.ec')}/logout`);
    for (const { token } of [one, two]) await untilRefused(token, 1000);
    expect((await new Browserless().signIn('fp.ec')).access_token).not.toBe('');
  });
});

describe('an account disabled at Keycloak', () => {
  it('gets no new token, so that its access ends with the one it has', async () => {
    const browser = new Browserless();
    const tokens = await browser.signIn('fp.hn');
    const id = await operator.person('fp.hn');
    await operator.ask('PUT', `/users/${id}`, { enabled: false });
    const { exp, iat } = partOf(tokens.access_token, 1) as { exp: number; iat: number };
    expect(exp - iat).toBeLessThanOrEqual(120);
    expect((await browser.refresh(tokens)).status).toBe(400);
    await expect(new Browserless().signIn('fp.hn')).rejects.toThrow('Not signed in');
    await operator.ask('PUT', `/users/${id}`, { enabled: true });
  });
});

describe('a service account', () => {
  it('is nobody on a person’s route, though its token is genuine', async () => {
    const [scope] = (await operator.list<{ id: string; name: string }>('/client-scopes')).filter(
      ({ name }) => name === 'audience',
    );
    const secret = 'a-secret-of-the-test';
    const client = { clientId: 'enlace-robot', secret, serviceAccountsEnabled: true };
    await operator.ask('POST', '/clients', {
      ...client,
      attributes: { 'access.token.header.type.rfc9068': 'true' },
      defaultClientScopes: ['basic', 'audience', 'roles'],
    });
    const token = await operator.granted('enlace', {
      grant_type: 'client_credentials',
      client_id: client.clientId,
      client_secret: secret,
    });
    expect(scope).toBeDefined();
    expect(partOf(token, 1)).toMatchObject({ aud: 'enlace-api', azp: 'enlace-robot' });
    expect(await withToken(token)).toEqual(REFUSED);
  });
});

/** Whether the realm asks those with the role for a code at each sign-in; answers what it did before. */
async function demandDuty(requirement: 'CONDITIONAL' | 'DISABLED'): Promise<string | undefined> {
  const path = '/authentication/flows/enlace%20browser/executions';
  const [duty] = (
    await operator.list<{ displayName?: string; requirement: string; id: string }>(path)
  ).filter(({ displayName }) => displayName === 'enlace duty');
  await operator.ask('PUT', path, { ...duty, requirement });
  return duty?.requirement;
}

describe('a code beside the password', () => {
  it('is asked of clearers, secretariats and administrators where the realm says so', async () => {
    expect(await demandDuty('CONDITIONAL')).toBe('DISABLED');
    try {
      for (const account of ['cl.pa', 'nc.co', 'sec.rcm', 'admin']) {
        await expect(new Browserless().signIn(account)).rejects.toThrow('login-config-totp');
      }
      for (const account of ['fp.pa', 'analyst.unhcr']) await begin(account);
    } finally {
      await demandDuty('DISABLED');
    }
  });
});

describe('a code that was shown', () => {
  it('is in the token: as level where an act asked for it, as method where the realm did', async () => {
    const { browser, token } = await begin('cl.co');
    expect(partOf(token, 1)).toMatchObject({ acr: 'password', amr: ['pwd'] });
    const { tokens, secret } = await browser.enrol({ claims: OTP });
    expect(partOf(tokens.access_token, 1)).toMatchObject({ acr: 'otp' });
    expect((await withToken(tokens.access_token)).status).toBe(200);
    await demandDuty('CONDITIONAL');
    try {
      // A code is good once; Keycloak takes the next one already.
      const byDuty = await new Browserless().signInWithCode('cl.co', codeOf(secret, 1));
      expect(partOf(byDuty.access_token, 1)['amr']).toEqual(['pwd', 'otp']);
    } finally {
      await demandDuty('DISABLED');
    }
  });
});

describe('while Keycloak does not answer', () => {
  it('nobody gets in, those inside go on as long as the keys are known, and nothing is lost', async () => {
    const browser = new Browserless();
    const tokens = await browser.signIn('fp.us');
    expect((await withToken(tokens.access_token)).status).toBe(200);
    operator.pause(true);
    try {
      const attempt = new Browserless().askAgain({ prompt: 'none' });
      attempt.catch(() => undefined);
      expect(await Promise.race([attempt, sleep(3000, 'waits')])).toBe('waits');
      expect((await withToken(tokens.access_token)).status).toBe(200);
      await sleep(KEYS_KEPT);
      // The token is good, but nobody can say so any more: not a refusal of the person.
      expect(await withToken(tokens.access_token)).toEqual({
        status: 503,
        type: '/problems/service-unavailable',
      });
    } finally {
      operator.pause(false);
    }
    expect((await withToken(tokens.access_token)).status).toBe(200);
    const renewed = await browser.refresh(tokens);
    expect(renewed.status).toBe(200);
  });
});

describe('a key that is replaced', () => {
  const provider = (name: string, priority: number): object => ({
    name,
    providerId: 'rsa-generated',
    providerType: KEYS,
    config: { priority: [String(priority)], enabled: ['true'], active: ['true'] },
  });

  it('costs nobody a request, and once withdrawn is believed for a minute at most', async () => {
    const before = await begin('fp.gt');
    const made = await operator.ask('POST', '/components', provider('next', 900));
    const address = new URL(made.headers.get('location') ?? '').pathname.split('/').at(-1) ?? '';
    const fresh = await Promise.all(['fp.gt', 'fp.ni', 'fp.cl'].map((account) => begin(account)));
    const kid = partOf(fresh[0]?.token ?? '', 0)['kid'];
    expect(kid).not.toBe(partOf(before.token, 0)['kid']);
    expect((await withToken(before.token)).status).toBe(200);
    await operator.ask('DELETE', `/components/${address}`);
    await untilRefused(fresh[0]?.token ?? '', KEYS_KEPT + 1000);
    expect((await withToken((await begin('fp.gt')).token)).status).toBe(200);
  });
});
