import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violations } from './accessibility.js';
import { openBrowser } from './browser.js';
import { recordCommitment, reportWithLink, returnReport, sendAgain } from './commitment.js';
import { languagesOfRun } from './languages.js';
import { signIn, type Visitor } from './visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each(languagesOfRun())('a commitment in %s', (language) => {
  let secretariat: Visitor;
  let panama: Visitor;
  let id = '';
  // Found on the desk by its title, whatever else waits there.
  const title = `Journey ${language} ${Date.now().toString(36)}`;

  beforeAll(async () => {
    secretariat = await signIn(browser, language, 'sec.rcm');
    panama = await signIn(browser, language, 'fp.pa');
  });
  afterAll(async () => {
    await Promise.all([secretariat, panama].map(({ leave }) => leave()));
  });

  test('the secretariat records it; until all is said it stays an aspiration', async () => {
    id = await recordCommitment(secretariat, title);
    const { page, text } = secretariat;
    await page.goto(`/commitments/${id}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
    await page
      .getByRole('button', { name: text('commitment.act.start'), exact: true })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: text('commitment.act.start'), exact: true }).click();
    await page.getByText(text('commitment.did.start')).waitFor();
  });

  test('the owner finds it on the desk and reports with a link', async () => {
    await reportWithLink(panama, title);
    expect(await panama.page.getByText('example.org').count()).toBe(1);
    expect(await violations(panama.page)).toEqual([]);
  });

  test('the secretariat returns it with a reason, the owner sends it again', async () => {
    await returnReport(secretariat, title);
    await sendAgain(panama, title);
  });

  test('accepted, it can be marked as done', async () => {
    const { page } = secretariat;
    const say = (key: string): string => text(secretariat, key);
    await page.goto('/desk');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: say('commitment.report.accept') }).click();
    await page.getByRole('button', { name: say('commitment.report.accept') }).waitFor({
      state: 'detached',
    });
    await page.goto(`/commitments/${id}`);
    const done = page.getByRole('button', { name: say('commitment.act.complete'), exact: true });
    await done.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('commitment.act.complete'), exact: true })
      .click();
    await page.getByText(say('commitment.did.complete')).waitFor();
    await page.getByText(say('commitment.event.done')).first().waitFor();
  });

  test('nothing left the origin and nothing failed', () => {
    expect([secretariat, panama].flatMap(({ faults }) => faults())).toEqual([]);
  });
});

const text = (visitor: Visitor, key: string): string => visitor.text(key);
