import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LANGUAGES, NATIONALITIES } from '@enlace/domain';
import type { Browser } from 'playwright-core';
import { violations } from './accessibility.js';
import { openBrowser } from './browser.js';
import * as file from './import.js';
import { languagesOfRun } from './languages.js';
import { signIn, type Visitor } from './visitor.js';

const POINT = 'PAN-SAN-VICENTE';
const FAULTY = 'doce';
const MONTHS = Array.from({ length: 12 * 9 }, (_, at) => {
  const year = 1991 + Math.floor(at / 12);
  return `${year}-${String((at % 12) + 1).padStart(2, '0')}`;
});

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each(languagesOfRun())('an import in %s', (language) => {
  let panama: Visitor;
  let clearer: Visitor;
  // Years of its own for each language, before anything that the samples report.
  const year = 2001 + LANGUAGES.indexOf(language);
  const name = `registro-${year}.csv`;

  beforeAll(async () => {
    panama = await signIn(browser, language, 'fp.pa');
    clearer = await signIn(browser, language, 'cl.pa');
    await panama.page.goto('/arrivals/import');
  });
  afterAll(async () => {
    await panama.leave();
    await clearer.leave();
  });

  test('columns and the code of a source are mapped, and the dry run names the faulty cell', async () => {
    const { page, text } = panama;
    await file.chooseFile(panama, POINT, name, file.twoMonths(year, FAULTY));
    await file.checkFile(panama);
    await file.mapColumns(panama);
    await file.checkFile(panama);
    await file.mapCode(panama);
    await file.checkFile(panama);
    const fault = page
      .getByRole('region', { name: text('import.what') })
      .locator('tbody')
      .getByRole('row');
    await fault.waitFor();
    const cells = await fault.getByRole('cell').allInnerTexts();
    expect(cells).toEqual(['3', 'K3', FAULTY, text('import.rule.value-not-a-number')]);
    expect(await page.getByRole('button', { name: text('import.start') }).isDisabled()).toBe(true);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
  });

  test('the corrected file keeps the mapping, is imported and says that it is done', async () => {
    const { page, text } = panama;
    await file.chooseFile(panama, POINT, name, file.twoMonths(year, '12'));
    await file.checkFile(panama);
    await page.getByText(text('import.noFaults')).waitFor();
    await file.commentOnWarnings(panama);
    const start = page.getByRole('button', { name: text('import.start'), exact: true });
    await page.getByText(text('import.ready')).waitFor();
    await start.click();
    await page
      .getByRole('status')
      .filter({ hasText: text('import.end.done') })
      .waitFor();
    await page.getByText(text('import.doneHelp', { reports: '2' })).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('a second person clears both in one step', async () => {
    const { page, text } = clearer;
    await page.goto('/desk');
    await page.getByRole('button', { name: text('desk.several.open') }).click();
    const dialog = page.getByRole('dialog', { name: text('desk.several.title') });
    const imported = dialog.getByRole('listitem').filter({ hasText: String(year) });
    await imported.nth(1).waitFor();
    expect(await imported.count()).toBe(2);
    for (const box of await imported.getByRole('checkbox').all()) await box.check();
    expect(await violations(page)).toEqual([]);
    await dialog
      .getByRole('button', { name: text('desk.several.clear.other', { count: '2' }) })
      .click();
    await page
      .getByRole('status')
      .filter({ hasText: text('desk.several.done.other', { count: '2' }) })
      .waitFor();
    const list = page.getByRole('region', { name: text('desk.toDo') }).getByRole('listitem');
    await list
      .filter({ hasText: String(year) })
      .first()
      .waitFor({ state: 'detached' });
  });

  test('an import that is cancelled leaves nothing', async () => {
    const { page, text } = panama;
    await page.getByRole('button', { name: text('import.another') }).click();
    const codes = NATIONALITIES.slice(0, 90).map(({ code }) => code);
    await file.chooseFile(panama, POINT, 'todo.csv', file.manyRows(codes, MONTHS));
    await file.checkFile(panama);
    await file.mapColumns(panama);
    await file.checkFile(panama);
    await file.commentOnWarnings(panama);
    await page.getByText(text('import.ready')).waitFor();
    await page.getByRole('button', { name: text('import.start'), exact: true }).click();
    const cancel = page.getByRole('button', { name: text('import.cancel'), exact: true });
    await cancel.click();
    const asked = page.getByRole('dialog', { name: text('import.cancelTitle') });
    await asked.getByRole('button', { name: text('import.cancel'), exact: true }).click();
    await page
      .getByRole('status')
      .filter({ hasText: text('import.end.cancelled') })
      .waitFor();
    await page.goto('/arrivals/reports?state=PAN&versionState=submitted');
    await page
      .getByRole('table')
      .or(page.getByText(text('reports.none')))
      .waitFor();
    expect(await page.getByRole('row').filter({ hasText: '1991' }).count()).toBe(0);
  });

  test('nothing left the origin and nothing failed', () => {
    expect([...panama.faults(), ...clearer.faults()]).toEqual([]);
  });
});
