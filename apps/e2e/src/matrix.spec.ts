import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { matrixResponse, type MatrixResponse } from '@enlace/contract';
import type { Browser } from 'playwright-core';
import { violations } from './accessibility.js';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { origin, visit, type Visitor } from './visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each(languagesOfRun())('the matrix in %s', (language) => {
  let visitor: Visitor;
  let matrix: MatrixResponse;
  beforeAll(async () => {
    visitor = await visit(browser, language);
    const answer = await fetch(`${origin()}/api/v1/follow-up/matrix`, {
      headers: { 'accept-language': language },
    });
    matrix = matrixResponse.parse(await answer.json());
  });
  afterAll(async () => {
    await visitor.leave();
  });

  const open = async (address: string): Promise<void> => {
    await visitor.page.goto(address);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    await visitor.page.waitForFunction(() => document.querySelector('en-skeleton') === null);
  };
  const focused = (): Promise<string | null> =>
    visitor.page.evaluate(() => document.activeElement?.getAttribute('data-at') ?? null);

  test('by keyboard alone: move, jump to what is overdue, look, open', async () => {
    const { page, text } = visitor;
    await open('/commitments');
    const grid = page.getByRole('grid');
    await grid.waitFor();
    expect(await grid.locator('[data-at]').count()).toBe(38 * 35);
    expect(await grid.locator('[data-at][tabindex="0"]').count()).toBe(1);
    for (let n = 0; n < 60 && (await focused()) === null; n += 1) await page.keyboard.press('Tab');
    expect(await focused()).toBe('0-0');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('1-1');
    await page.keyboard.press('Control+End');
    expect(await focused()).toBe('37-34');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('PageDown');
    const second = matrix.provisions.findIndex(({ group }) => group === 'B');
    expect(await focused()).toBe(`${second}-0`);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('o');
    const [row = 0, column = 0] = ((await focused()) ?? '').split('-').map(Number);
    const provision = matrix.provisions[row]?.id;
    const state = matrix.states[column]?.state;
    const cell = matrix.cells.find((one) => one.provision === provision && one.state === state);
    expect(cell?.status).toBe('overdue');
    await page.keyboard.press('Space');
    const card = page.getByRole('dialog');
    await card.getByRole('article').first().waitFor();
    expect(await card.getByRole('article').count()).toBe(cell?.commitments);
    expect(await card.innerText()).toContain(text('status.overdue'));
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(await focused()).toBe(`${row}-${column}`);
    const single = matrix.cells.find(({ only }) => only !== null);
    const at = `${matrix.provisions.findIndex(({ id }) => id === single?.provision)}-${matrix.states.findIndex((one) => one.state === single?.state)}`;
    await page.keyboard.press('Control+Home');
    for (let n = 0; n < Number(at.split('-')[0]); n += 1) await page.keyboard.press('ArrowDown');
    for (let n = 0; n < Number(at.split('-')[1]); n += 1) await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(at);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/commitments/${single?.only ?? ''}`);
  });

  test('filters live in the address, grey out and reorder nothing', async () => {
    const { page } = visitor;
    await open('/commitments?forum=sacm&group=F');
    await page.getByRole('grid').waitFor();
    expect(await page.locator('tr.dim').count()).toBe(
      matrix.provisions.filter(({ group }) => group !== 'F').length,
    );
    expect(await page.locator('[data-at]').count()).toBe(38 * 35);
    expect(await page.locator('thead th.state.dim').count()).toBeGreaterThan(10);
  });

  test('looks well to axe in both colour schemes, as do a provision and a forum', async () => {
    const { page } = visitor;
    const found: string[] = [];
    const addresses = [
      '/commitments',
      '/commitments?view=list',
      `/provisions/${matrix.provisions[0]?.id ?? ''}`,
      '/forums',
      '/forums/rcm',
      '/recommendations',
    ];
    for (const address of addresses) {
      await open(address);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violations(page)).map((one) => `${address}, ${colorScheme}: ${one}`));
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    expect(found).toEqual([]);
  });

  test('a phone gets a list of one State, and no page scrolls sideways', async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 390, height: 844 });
    await open('/commitments');
    expect(await page.getByRole('grid').count()).toBe(0);
    expect(await page.locator('en-matrix-list .lines li').count()).toBe(38);
    for (const address of [
      '/commitments',
      `/provisions/${matrix.provisions[0]?.id ?? ''}`,
      '/forums/rcm',
    ]) {
      await open(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
  });

  test('nothing left the origin and nothing failed', () => {
    expect(visitor.faults()).toEqual([]);
  });
});
