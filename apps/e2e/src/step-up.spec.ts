import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startSystem, type RunningSystem } from '../system.harness.mjs';
import { violations } from './accessibility.js';
import { openBrowser } from './browser.js';
import { fillCommitment, recordCommitment } from './commitment.js';
import { languagesOfRun } from './languages.js';
import { signIn } from './visitor.js';

/** The development provider's page tells its code. */
const DEMO_CODE = '246810';

let browser: Browser;
let system: RunningSystem;
beforeAll(async () => {
  // Of this file alone: the other journeys go without codes, as the demo does.
  system = await startSystem(['--one-time-passwords']);
  process.env['E2E_ORIGIN'] = system.origin;
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await system.stop();
});

describe.each(languagesOfRun())('an act that asks for a code in %s', (language) => {
  test('is refused to a password alone, and done once the code is shown', async () => {
    const visitor = await signIn(browser, language, 'sec.rcm');
    const { page, text } = visitor;
    const title = `Code ${language} ${Date.now().toString(36)}`;
    visitor.expectRefusal(403, '/api/v1/commitments');
    await fillCommitment(visitor, title);
    await page.getByRole('button', { name: text('commitment.form.record') }).click();
    const code = page.getByRole('button', { name: text('problem.signInWithCode') });
    await code.waitFor();
    expect(await violations(page)).toEqual([]);
    await code.click();
    await page.locator('#otp').fill('000000');
    await page.locator('#kc-login').click();
    await page.locator('#input-error-otp').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('#otp').fill(DEMO_CODE);
    await page.locator('#kc-login').click();
    await page.waitForURL(/\/commitments\/new/);
    await recordCommitment(visitor, title);
    expect(visitor.faults()).toEqual([]);
    await visitor.leave();
  });
});
