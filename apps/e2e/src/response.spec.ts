import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LABELS, LANGUAGES } from '@enlace/domain';
import type { Browser, Locator } from 'playwright-core';
import { everywhere } from './accessibility.js';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { openResponse, ownLine, publish, unansweredProvision, wordsIn } from './response.js';
import { signIn, visit, type Visitor } from './visitor.js';

const LONGEST = 2000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each(languagesOfRun())('a State’s answer to a provision in %s', (language) => {
  let coordinator: Visitor;
  let colleague: Visitor;
  let stranger: Visitor;
  let id = '';
  let endpoint = '';
  const other = LANGUAGES.find((one) => one !== language) ?? 'en';
  const position = LABELS.statePosition[language];
  const words = (n: number): string => `Journey ${language}, answer number ${n} of this State.`;

  beforeAll(async () => {
    id = await unansweredProvision();
    endpoint = `/api/v1/provisions/${id}/response`;
    coordinator = await signIn(browser, language, 'nc.pa');
    colleague = await signIn(browser, language, 'nc.pa');
    stranger = await visit(browser, language);
  });
  afterAll(async () => {
    await Promise.all([coordinator, colleague, stranger].map(({ leave }) => leave()));
  });

  const choose = (dialog: Locator, code: keyof typeof position): Promise<void> =>
    dialog.getByRole('radio', { name: position[code], exact: true }).check();
  const refused = async (dialog: Locator): Promise<void> => {
    const answered = coordinator.page.waitForResponse((answer) => answer.url().endsWith(endpoint));
    await publish(coordinator, dialog);
    expect((await answered).status()).toBe(422);
    await dialog.getByRole('alert').waitFor();
  };
  /** The fault that stands at a field, to which the list above leads. */
  const expectFaultAt = async (dialog: Locator, field: Locator): Promise<void> => {
    const named = await field.getAttribute('aria-describedby');
    expect((await dialog.locator(`[id="${named ?? ''}"]`).innerText()).trim()).not.toBe('');
    const list = dialog.getByRole('list', { name: coordinator.text('form.faults') });
    await list.getByRole('button').last().click();
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
  };

  test('what is missing, too long or personal is said at its field', async () => {
    coordinator.expectRefusal(422, endpoint);
    const dialog = await openResponse(coordinator, id, 'first');
    expect(await everywhere(coordinator)).toEqual([]);
    const original = wordsIn(dialog, language);
    await refused(dialog);
    await dialog.locator('#response-position-fault').waitFor();
    expect(await original.getAttribute('aria-invalid')).toBe('true');
    expect(await everywhere(coordinator)).toEqual([]);
    await choose(dialog, 'noted');
    await original.fill('x'.repeat(LONGEST + 1));
    await refused(dialog);
    await expectFaultAt(dialog, original);
    expect(await dialog.locator('#response-position-fault').count()).toBe(0);
    await original.fill(words(1));
    await wordsIn(dialog, other).fill('maria.lopez@example.org');
    await refused(dialog);
    expect(await original.getAttribute('aria-invalid')).toBeNull();
    await expectFaultAt(dialog, wordsIn(dialog, other));
    expect(await original.inputValue()).toBe(words(1));
    await dialog
      .getByRole('button', { name: coordinator.text('commitments.respond.goBack') })
      .click();
    expect(await ownLine(coordinator).innerText()).not.toContain(words(1));
  });

  test('everybody reads it, in its own words and in its translation', async () => {
    const dialog = await openResponse(coordinator, id, 'first');
    await choose(dialog, 'supported');
    await wordsIn(dialog, language).fill(words(1));
    await wordsIn(dialog, other).fill(`${words(1)} (${other})`);
    await publish(coordinator, dialog);
    await dialog.waitFor({ state: 'hidden' });
    await ownLine(coordinator).getByText(words(1)).waitFor();
    await stranger.page.goto(`/provisions/${id}`);
    await stranger.page.getByText(words(1), { exact: true }).waitFor();
    await stranger.page
      .getByLabel(stranger.text('shell.language'), { exact: true })
      .selectOption({ label: LABELS.language[language][other] });
    await stranger.page.getByText(`${words(1)} (${other})`).waitFor();
    expect(await everywhere(stranger)).toEqual([]);
  });

  test('a new answer begins with the last one, which stays', async () => {
    const { text } = coordinator;
    const dialog = await openResponse(coordinator, id, 'anew');
    expect(await wordsIn(dialog, language).inputValue()).toBe(words(1));
    await choose(dialog, 'supported-in-part');
    await wordsIn(dialog, language).fill(words(2));
    await publish(coordinator, dialog);
    await dialog.waitFor({ state: 'hidden' });
    const own = ownLine(coordinator);
    await own.getByText(words(2)).waitFor();
    await own.getByText(text('commitments.respond.earlier', { count: '1' })).click();
    await own.getByText(words(1), { exact: true }).waitFor();
    expect(await everywhere(coordinator)).toEqual([]);
  });

  test('who answers after a colleague sees both, and loses nothing', async () => {
    const { text } = colleague;
    colleague.expectRefusal(412, endpoint);
    const theirs = await openResponse(colleague, id, 'anew');
    await wordsIn(theirs, language).fill(words(4));
    const dialog = await openResponse(coordinator, id, 'anew');
    await wordsIn(dialog, language).fill(words(3));
    await publish(coordinator, dialog);
    await dialog.waitFor({ state: 'hidden' });
    await publish(colleague, theirs);
    await theirs.getByText(text('commitments.respond.stale')).waitFor();
    await theirs.getByRole('alert').getByText(words(3)).waitFor();
    expect(await wordsIn(theirs, language).inputValue()).toBe(words(4));
    expect(await everywhere(colleague)).toEqual([]);
    await theirs.getByRole('button', { name: text('commitments.respond.sendAnyway') }).click();
    await theirs.waitFor({ state: 'hidden' });
    await ownLine(colleague).getByText(words(4)).waitFor();
    await ownLine(colleague)
      .getByText(text('commitments.respond.earlier', { count: '3' }))
      .click();
    await ownLine(colleague).getByText(words(3), { exact: true }).waitFor();
    // The colleague's page follows by itself.
    await ownLine(coordinator).getByText(words(4)).waitFor();
  });

  test('a phone shows the answers and the dialog without scrolling sideways', async () => {
    const { page } = coordinator;
    await page.setViewportSize({ width: 390, height: 844 });
    const dialog = await openResponse(coordinator, id, 'anew');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await dialog.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
  });

  test('nothing left the origin and nothing failed', () => {
    expect([coordinator, colleague, stranger].flatMap(({ faults }) => faults())).toEqual([]);
  });
});
