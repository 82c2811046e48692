import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problemDocument } from '@enlace/contract';
import { LANGUAGES } from '@enlace/domain';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { beginProfile, enterFigures, pasteAndUndo, sendWithReasons, TOTAL } from './profile.js';
import { revoke, shareExactly } from './sharing.js';
import { digits, origin, signIn, type Visitor } from './visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const reportAddress = (id: string): string => `/arrivals/reports/${id}`;

/** Opens a report that this person may see and gives its total. */
const totalSeen = async ({ page, text }: Visitor, id: string): Promise<number> => {
  await page.goto(reportAddress(id));
  const table = page.getByRole('table', { name: text('reports.byNationality') });
  return digits(await table.locator('tfoot td').innerText());
};

/** Opens a report that this person may not see: the server says so, and so does the page. */
const expectNotFound = async (visitor: Visitor, id: string): Promise<void> => {
  const { page, language } = visitor;
  const path = `/api/v1${reportAddress(id)}`;
  const nothing = await fetch(`${origin()}${path}`, { headers: { 'accept-language': language } });
  const { title } = problemDocument.parse(await nothing.json());
  visitor.expectMissing(path);
  const answered = page.waitForResponse((answer) => new URL(answer.url()).pathname === path);
  await page.goto(reportAddress(id));
  expect((await answered).status()).toBe(404);
  // The page says what somebody who never heard of the report is told, and nothing else.
  await page.getByRole('alert').filter({ hasText: title }).waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
};

describe.each(languagesOfRun())('a profile in %s', (language) => {
  const visitors: Visitor[] = [];
  const open = async (account: string): Promise<Visitor> => {
    const visitor = await signIn(browser, language, account);
    visitors.push(visitor);
    return visitor;
  };
  let panama: Visitor;
  let id = '';

  beforeAll(async () => {
    panama = await open('fp.pa');
  });
  afterAll(async () => {
    await Promise.all(visitors.map(({ leave }) => leave()));
  });

  test('the focal point sees what is due', async () => {
    const { page, text } = panama;
    const due = page.getByRole('region', { name: text('desk.toDo') }).getByRole('listitem');
    await due.first().waitFor();
    expect(await due.count()).toBeGreaterThan(0);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
  });

  test('the focal point enters figures by keyboard, pastes, undoes and sends', async () => {
    // A month of its own for each language, where the samples report receptions but no entries.
    id = await beginProfile(panama, 'PAN-LAJAS-BLANCAS', LANGUAGES.indexOf(language));
    await enterFigures(panama);
    await pasteAndUndo(panama);
    await sendWithReasons(panama);
    expect(await totalSeen(panama, id)).toBe(TOTAL);
  });

  test('the clearer clears it, the focal point cannot', async () => {
    const name = panama.text('reports.act.clear');
    expect(await panama.page.getByRole('button', { name, exact: true }).count()).toBe(0);
    const clearer = await open('cl.pa');
    await clearer.page.goto(reportAddress(id));
    const clear = clearer.page.getByRole('button', { name, exact: true });
    await clear.click();
    await clear.waitFor({ state: 'detached' });
    await panama.page.goto(reportAddress(id));
    await panama.page
      .getByRole('link', { name: panama.text('reports.act.share'), exact: true })
      .waitFor();
    expect(await panama.page.getByRole('button', { name, exact: true }).count()).toBe(0);
    expect(await clearer.page.getByRole('alert').count()).toBe(0);
  });

  test('Colombia sees it exactly while it is shared, others find nothing', async () => {
    const colombia = await open('fp.co');
    await expectNotFound(colombia, id);
    // What the reader's own page says that they act for is what the preview has to name.
    const actsFor = await colombia.page.getByRole('banner').locator('.who').innerText();
    await shareExactly(panama, id, { state: 'COL', actsFor });
    expect(await totalSeen(colombia, id)).toBe(TOTAL);
    await expectNotFound(await open('fp.ve'), id);
    await revoke(panama, id);
    await expectNotFound(colombia, id);
  });

  test('nothing left the origin and nothing failed', () => {
    expect(visitors.flatMap(({ faults }) => faults())).toEqual([]);
  });
});
