import { expect } from '@jest/globals';
import { referenceResponse } from '@enlace/contract';
import type { Page } from 'playwright-core';
import { origin, type Visitor } from './visitor.js';

/** Nationalities of the journeys, by the codes that the finder understands. */
const ROWS = ['IND', 'CHN', 'NPL'];
/** Four cells typed by keyboard; the thousand shows how thousands are parted. */
const TYPED = ['1200', '7', '30', '5'] as const;
/** What the typed cells add up to. */
export const TOTAL = 1242;
const BLOCK = '1\t2\t3\n4\t5\t6\n7\t8\t9';
const BLOCK_TOTAL = 45;

/** As the web writes it: a narrow no-break space between thousands, in every language. */
const shownAs = (total: number): RegExp =>
  new RegExp(`^\\s*${total >= 1000 ? String(total).replace(/(\d{3})$/, '\u202f$1') : total}\\s*$`);

const awaitTotal = (page: Page, total: number): Promise<void> =>
  page
    .getByRole('grid')
    .locator('tfoot td.t')
    .filter({ hasText: shownAs(total) })
    .waitFor();

/** Begins a profile from the list and gives its id; `monthsBack` counts from the last ended month. */
export const beginProfile = async (
  { page, text }: Visitor,
  pointCode: string,
  monthsBack: number,
): Promise<string> => {
  const reference = referenceResponse.parse(
    await (await fetch(`${origin()}/api/v1/reference`)).json(),
  );
  const point = reference.crossingPoints.find(({ code }) => code === pointCode);
  await page.goto('/arrivals/reports');
  await page.getByRole('link', { name: text('reports.begin') }).click();
  const form = page.getByRole('main');
  await form.getByLabel(text('form.point')).selectOption(point?.id ?? '');
  await form.getByLabel(text('reports.period')).selectOption({ index: monthsBack });
  await page.getByRole('button', { name: text('reports.beginAct') }).click();
  await page.getByRole('grid', { name: text('entry.grid') }).waitFor();
  return /\/reports\/([^/]+)\/entry/.exec(page.url())?.[1] ?? '';
};

/** Adds three nationalities and types into the cells as one does in a spreadsheet. */
export const enterFigures = async ({ page, text }: Visitor): Promise<void> => {
  const finder = page.getByLabel(text('entry.addNationality'));
  for (const code of ROWS) {
    await finder.fill(code);
    await page.getByRole('option').filter({ hasText: code }).first().waitFor();
    await finder.press('Enter');
  }
  expect(await page.getByRole('grid').locator('tbody tr').count()).toBe(ROWS.length);
  const [first, second, third, fourth] = TYPED;
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(first);
  await page.keyboard.press('Enter');
  await page.keyboard.type(second);
  await page.keyboard.press('Enter');
  await page.keyboard.type(third);
  await page.keyboard.press('Tab');
  await page.keyboard.type(fourth);
  await page.keyboard.press('Enter');
  await awaitTotal(page, TOTAL);
};

/** Pastes three rows of three cells over what is there and takes it back in one step. */
export const pasteAndUndo = async ({ page, text }: Visitor): Promise<void> => {
  await page.keyboard.press('Control+Home');
  await page.evaluate((block) => navigator.clipboard.writeText(block), BLOCK);
  await page.keyboard.press('Control+v');
  await awaitTotal(page, BLOCK_TOTAL);
  await page.keyboard.press('Control+z');
  await awaitTotal(page, TOTAL);
  await page
    .getByRole('status')
    .filter({ hasText: text('entry.saved') })
    .waitFor();
};

/** Gives a register total that differs, which warns, says why to each warning, and sends. */
export const sendWithReasons = async ({ page, text }: Visitor): Promise<void> => {
  const send = page.getByRole('button', { name: text('entry.send') });
  await page.getByLabel(text('entry.registerTotal')).fill(String(TOTAL + 1));
  await page.keyboard.press('Tab');
  const checks = page.getByRole('region', { name: text('entry.checks') });
  await checks.getByText(text('entry.rule.register-total-differs')).waitFor();
  const checked = page.waitForResponse((answer) => answer.url().endsWith('/checks'));
  await send.click();
  expect((await checked).status()).toBe(200);
  // Not sent: the page stays, and each warning asks why it is right.
  await page.locator('#checks:focus').waitFor();
  const reasons = await checks.getByLabel(text('entry.reason')).all();
  expect(reasons.length).toBeGreaterThan(0);
  for (const reason of reasons) await reason.fill(text('entry.countPeople'));
  await send.click();
  await page.getByRole('heading', { name: text('reports.versions') }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/arrivals\/reports\/[^/]+$/);
};
