import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { everywhere } from './accessibility.js';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { signIn, type Visitor } from './visitor.js';

/** Days until reminders begin again after they were put off. */
const PUT_OFF_DAYS = 9;
/** The mail of the account whose mailbox does not exist is refused soon after the start. */
const REFUSED_WITHIN = 90_000;

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each(languagesOfRun())('reminders in %s', (language) => {
  let visitor: Visitor;
  const begin = async (account: string, heading?: string): Promise<Visitor> => {
    visitor = await signIn(browser, language, account, heading);
    return visitor;
  };
  const end = async (): Promise<void> => {
    expect(visitor.faults()).toEqual([]);
    await visitor.leave();
  };

  test('the owner puts them off from the desk, and the page of the commitment says so', async () => {
    const { page, text } = await begin('fp.pa');
    const task = page.getByRole('listitem').filter({ hasText: text('snooze.offer') });
    const link = task.getByRole('link').first();
    const commitment = /commitments\/([^/]+)\//.exec((await link.getAttribute('href')) ?? '')?.[1];
    await task
      .getByRole('button')
      .filter({ hasText: text('snooze.offer') })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    expect(await everywhere(visitor)).toEqual([]);
    const reason = `Journey ${language}`;
    await dialog.locator('input[type="date"]').fill(inDays(PUT_OFF_DAYS));
    await dialog.locator('textarea').fill(reason);
    await dialog.getByRole('button', { name: text('snooze.act'), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.goto(`/commitments/${commitment ?? ''}`);
    const log = page.getByRole('region', { name: text('commitment.reminders') });
    await log.getByText(reason).waitFor();
    expect(await everywhere(visitor)).toEqual([]);
    await end();
  });

  test('the secretariat sees whom it would remind, then reminds them all once', async () => {
    const { page, text } = await begin('sec.rcm');
    await page.goto('/commitments');
    await page.getByRole('grid').waitFor();
    const [before = ''] = text('commitments.remind.states.other', { count: '#' }).split('#');
    const act = page.getByRole('button', { name: before.trim() });
    // Whoever was reminded of today is not asked for again: the languages after the first find nobody.
    if (language === languagesOfRun()[0]) {
      await act.first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('listitem').first().waitFor();
      expect(await everywhere(visitor)).toEqual([]);
      const answered = page.waitForResponse(
        (one) => one.url().endsWith('/follow-up/reminders') && one.request().method() === 'POST',
      );
      await dialog.locator('.btn-filled').click();
      expect((await answered).status()).toBeLessThan(300);
      await dialog.waitFor({ state: 'hidden' });
    }
    await end();
  });

  test('an administrator sees what was refused and tries it again', async () => {
    const { page, text } = await begin('admin', 'system.mails');
    const retry = page.getByRole('button', { name: text('system.retry'), exact: true });
    const until = Date.now() + REFUSED_WITHIN;
    do {
      await page.goto('/system/mails?state=failed');
      await page.getByRole('heading', { level: 1, name: text('system.mails') }).waitFor();
      await page.waitForFunction(() => document.querySelector('en-skeleton') === null);
    } while ((await retry.count()) === 0 && Date.now() < until);
    await page.getByText('550 RCPT TO').first().waitFor();
    expect(await everywhere(visitor)).toEqual([]);
    await retry.first().click();
    await page.getByText(text('system.retried')).waitFor();
    await end();
  });

  test('the coordinator adds a day off and strikes it out', async () => {
    const { page, text } = await begin('nc.pa');
    await page.locator('[popovertarget="account"]').first().click();
    await page.getByRole('link', { name: text('shell.holidays') }).click();
    await page.getByRole('heading', { name: text('holidays.another') }).waitFor();
    const year = new Date().getFullYear() + 1;
    await page.goto(`/holidays?year=${year}`);
    const name = `Journey ${language}`;
    const day = `${year}-08-1${languagesOfRun().indexOf(language)}`;
    await page.locator('form input[type="date"]').fill(day);
    await page.locator('form input[type="text"]').fill(name);
    await page.getByRole('button', { name: text('holidays.add'), exact: true }).click();
    const row = page.getByRole('listitem').filter({ hasText: name });
    await row.getByRole('button').click();
    await row.locator('s').waitFor();
    expect(await everywhere(visitor)).toEqual([]);
    await row.getByRole('button').click();
    await row.locator('s').waitFor({ state: 'detached' });
    await end();
  });
});
