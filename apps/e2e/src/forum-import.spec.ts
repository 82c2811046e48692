import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violations } from './accessibility.js';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { signIn, type Visitor } from './visitor.js';

const HEADINGS =
  'Reference,Provisions,Organization,Original language,Title,Deliverable,Means of verification,Due on,Classification';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Two commitments and an aspiration of a language's own run; the last row's organization is given. */
const commitments = (language: string, organization: string): Buffer =>
  Buffer.from(
    [
      HEADINGS,
      `E2E-${language}-1,SJ-2009 F1,pa-snm,es,"Perfil mensual, prueba",Un perfil,Portal,2031-06-30,confidential`,
      `E2E-${language}-2,SJ-2009 F1; SJ-2009 F2,cr-dgme,es,=Registro común,Un registro,Portal,2031-06-30,confidential`,
      `E2E-${language}-3,SJ-2009 F2,${organization},es,Registro deseado,,,,confidential`,
    ].join('\n'),
  );

const choose = async (
  { page, text }: Visitor,
  name: string,
  buffer: Buffer,
  mimeType = 'text/csv',
): Promise<void> => {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/imports/dry-run'));
  await page.getByRole('button', { name: text('commitments.import.check') }).click();
  expect((await answered).status()).toBe(200);
};

/** Axe in both themes, and nothing wider than a phone. */
const looked = async ({ page }: Visitor): Promise<void> => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
};

describe.each(languagesOfRun())('an import of commitments in %s', (language) => {
  let officer: Visitor;

  beforeAll(async () => {
    officer = await signIn(browser, language, 'sec.rcm');
    const { page, text } = officer;
    await page.goto('/forums/rcm');
    await page.getByRole('link', { name: text('commitments.import.open'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: text('commitments.import.title') }).waitFor();
  });
  afterAll(async () => {
    await officer.leave();
  });

  test('begins with the template, whose headings are read again', async () => {
    const { page, text } = officer;
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: text('commitments.import.templateXlsx') }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('enlace-rcm.xlsx');
    // The browser keeps it under a name of its own.
    const buffer = await readFile(await file.path());
    await choose(officer, file.suggestedFilename(), buffer, 'application/octet-stream');
    await page.getByText(text('commitments.import.faults', { count: '1' })).waitFor();
    expect(await page.getByRole('region').getByRole('row').count()).toBe(2);
  });

  test('names the faulty cell by row, column and rule', async () => {
    const { page, text } = officer;
    await choose(officer, 'promesas.csv', commitments(language, 'br-pf'));
    const table = page.getByRole('region', { name: text('commitments.import.what') });
    const cells = table.getByRole('row').last().getByRole('cell');
    await cells.nth(3).waitFor();
    const said = await cells.allInnerTexts();
    expect(said.slice(0, 3).map((one) => one.replaceAll(/\s+/g, ' ').trim())).toEqual([
      ...['4', 'C Organization', 'br-pf'],
    ]);
    expect(said[3]?.length).toBeGreaterThan(20);
    expect(await page.getByRole('button', { name: text('commitments.import.start') }).count()).toBe(
      0,
    );
    await looked(officer);
  });

  test('says what the corrected file makes, aspirations apart, and makes it', async () => {
    const { page, text } = officer;
    await choose(officer, 'promesas.csv', commitments(language, 'gt-igm'));
    await page.getByText(text('commitments.import.ready')).waitFor();
    const counts = await page.locator('.counts dd').allInnerTexts();
    expect(counts).toEqual(['0', '0', '2', '0', '1']);
    await looked(officer);
    await page.getByRole('button', { name: text('commitments.import.start') }).press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: text('commitments.import.done') })
      .waitFor();
    await looked(officer);
    await page
      .getByRole('link', { name: text('commitments.import.matrixOf', { symbol: 'SJ-2009' }) })
      .click();
    await page.getByRole('grid').or(page.getByRole('table')).first().waitFor();
  });

  test('knows the same file again', async () => {
    const { page, text } = officer;
    await page.goto('/forums/rcm/import');
    await choose(officer, 'promesas.csv', commitments(language, 'gt-igm'));
    await page.getByText(text('commitments.import.faults', { count: '3' })).waitFor();
  });

  test('left nothing that failed', () => {
    expect(officer.faults()).toEqual([]);
  });
});
