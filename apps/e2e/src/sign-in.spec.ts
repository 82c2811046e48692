import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { visit } from './visitor.js';

const [language = 'es'] = languagesOfRun();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** The same token with other words in it; the browser does not check its signature. */
const bent = (token: string, words: object): string => {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const other = Buffer.from(JSON.stringify({ ...claims, ...words })).toString('base64url');
  return [head, other, signature].join('.');
};

test.each([
  ['of this sign-in lets somebody in', {}, 'me'],
  ['of another sign-in lets nobody in', { nonce: 'of-another' }, 'nobody'],
])('an ID token %s', async (_what, words, who) => {
  const { page, text, leave } = await visit(browser, language);
  await page.route('**/protocol/openid-connect/token', async (route) => {
    const response = await route.fetch();
    const tokens = (await response.json()) as Record<string, string>;
    const json = { ...tokens, id_token: bent(tokens['id_token'] ?? '', words) };
    await route.fulfill({ response, json });
  });
  await page.goto('/');
  await page.locator(`.languages button[lang="${language}"]`).click();
  await page.getByRole('button', { name: text('shell.signIn'), exact: true }).click();
  await page.locator('#username').fill('fp.pa');
  await page.locator('#password').fill('enlace-demo-2026');
  await page.locator('#kc-login').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/realms/'));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForTimeout(1500);
  const isIn = (await page.locator('[popovertarget="account"].me').count()) > 0;
  expect(isIn ? 'me' : 'nobody').toBe(who);
  await leave();
});
