import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { everywhere, violations } from './accessibility.js';
import { openBrowser } from './browser.js';
import {
  fetchPicture,
  recordCommitment,
  reportWithPicture,
  returnReport,
  sendAgain,
} from './commitment.js';
import { languagesOfRun } from './languages.js';
import { rate, reply } from './rating.js';
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

  test('the owner finds it on the desk and reports with a picture', async () => {
    await reportWithPicture(panama, title);
    await panama.page.getByText(title).first().waitFor();
    expect(await violations(panama.page)).toEqual([]);
    await secretariat.page.goto('/desk');
    await secretariat.page.getByRole('link', { name: title }).click();
    await fetchPicture(secretariat);
  });

  test('the secretariat returns it with a reason, the owner sends it again', async () => {
    await returnReport(secretariat, title);
    const matrix = await openMatrix(secretariat);
    await sendAgain(panama, title);
    await matrix.stayed();
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

  test('the State rates itself, the secretariat rates lower, and the State replies', async () => {
    await rate(panama, id, 'complete', `${title} 1`);
    await rate(secretariat, id, 'started', `${title} 2`);
    await reply(panama, id, `${title} 3`);
    await secretariat.page.goto(`/commitments/${id}`);
    await secretariat.page.locator('blockquote').getByText(`${title} 3`).waitFor();
    expect(await everywhere(secretariat)).toEqual([]);
  });

  test('nothing left the origin and nothing failed', () => {
    expect([secretariat, panama].flatMap(({ faults }) => faults())).toEqual([]);
  });
});

const MATRIX = '/api/v1/follow-up/matrix';

/** Opens the matrix, which cannot be read anew from now on, in a page of its own. */
const openMatrix = async (visitor: Visitor): Promise<{ readonly stayed: () => Promise<void> }> => {
  const { text: say } = visitor;
  const page = await visitor.page.context().newPage();
  await page.goto('/commitments');
  const grid = page.getByRole('grid');
  await grid.waitFor();
  visitor.expectRefusal(503, MATRIX);
  await page.route(`**${MATRIX}*`, (route) => route.fulfill({ status: 503 }));
  return {
    stayed: async () => {
      await page.getByRole('alert').waitFor();
      expect(await grid.count()).toBe(1);
      await page.unrouteAll();
      await page.getByRole('button', { name: say('commitments.tryAgain') }).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      expect(await grid.count()).toBe(1);
      await page.close();
    },
  };
};

const text = (visitor: Visitor, key: string): string => visitor.text(key);
