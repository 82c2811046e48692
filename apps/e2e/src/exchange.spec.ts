import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Language } from '@enlace/domain';
import type { Browser } from 'playwright-core';
import { everywhere } from './accessibility.js';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { signIn, visit, type Visitor } from './visitor.js';

/** One adopter for each language: an organization takes a practice up once. */
const ADOPTERS: Readonly<Record<Language, string>> = {
  es: 'fp.pa',
  en: 'fp.co',
  pt: 'nc.br',
  fr: 'editor.mx',
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const fill = async (visitor: Visitor, field: string, words: string): Promise<void> => {
  await visitor.page.locator(`#adoption-${field}`).fill(words);
};

const press = ({ page, text }: Visitor, key: string): Promise<void> =>
  page.getByRole('button', { name: text(key), exact: true }).click();

const ledger = ({ page, text }: Visitor) =>
  page.getByRole('region', { name: text('practices.adoption.title') });

const questions = ({ page, text }: Visitor) =>
  page.getByRole('region', { name: text('practices.question.title') });

describe.each(languagesOfRun())('what others make of a practice in %s', (language) => {
  const why = `Nobody filled the night shifts (${language}).`;
  const question = `Who pays for the night shifts (${language})?`;
  const answer = `The border service does, by agreement (${language}).`;
  let adopter: Visitor;
  let owner: Visitor;
  let address = '';

  beforeAll(async () => {
    adopter = await signIn(browser, language, ADOPTERS[language]);
    owner = await signIn(browser, language, 'editor.ngo');
  });
  afterAll(async () => {
    await Promise.all([adopter.leave(), owner.leave()]);
  });

  /** A practice of the owner that the adopter has not taken up in another language's journey. */
  const open = async (): Promise<void> => {
    const { page, text } = adopter;
    await page.goto('/practices?kind=civil-society');
    const links = page.getByRole('heading', { level: 3 }).getByRole('link');
    await links.first().waitFor();
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    for (address of addresses.filter((one) => one !== null)) {
      await page.goto(address);
      await owner.page.goto(address);
      for (const one of [adopter, owner]) await ledger(one).locator('table, .none').waitFor();
      const adopt = page.getByRole('button', { name: text('practices.adoption.adopt') });
      const declare = owner.page.getByRole('button', { name: text('practices.adoption.declare') });
      if ((await adopt.count()) > 0 && (await declare.count()) > 0) return;
    }
    throw new Error('Every practice of the owner is taken up already.');
  };

  test('a State says that it uses it too, and how', async () => {
    await open();
    await press(adopter, 'practices.adoption.adopt');
    await fill(adopter, 'startedOn', '2025-03-01');
    await fill(adopter, 'adaptation', `Two posts and Saturdays (${language}).`);
    await fill(adopter, 'contact', 'Protection office');
    expect(await everywhere(adopter)).toEqual([]);
    await press(adopter, 'practices.adoption.send.adopt');
    await ledger(adopter).getByText(adopter.text('practices.adoption.did.adopt')).waitFor();
    expect(await everywhere(adopter)).toEqual([]);
  });

  test('changes how, and says after a year that it did not work', async () => {
    const { page, text } = adopter;
    await press(adopter, 'practices.adoption.open.change');
    await page.locator('#adoption-use').getByRole('radio').nth(2).check();
    await press(adopter, 'practices.adoption.send.change');
    await ledger(adopter).getByText(text('practices.adoption.did.change')).waitFor();
    await press(adopter, 'practices.adoption.open.report-result');
    await page.locator('#adoption-result').getByRole('radio').nth(2).check();
    await fill(adopter, 'why', why);
    expect(await everywhere(adopter)).toEqual([]);
    await press(adopter, 'practices.adoption.send.report-result');
    await ledger(adopter).getByText(why).waitFor();
  });

  test('asks, and the owner answers', async () => {
    await press(adopter, 'practices.question.ask');
    await adopter.page.getByLabel(adopter.text('practices.question.yours')).fill(question);
    expect(await everywhere(adopter)).toEqual([]);
    await press(adopter, 'practices.question.send');
    await questions(adopter).getByText(question).waitFor();

    const { page, text } = owner;
    await page.goto(address);
    const row = questions(owner).getByRole('listitem').filter({ hasText: question });
    await row.getByRole('button', { name: text('practices.question.answer') }).click();
    await page.getByLabel(text('practices.question.yourAnswer')).fill(answer);
    await press(owner, 'practices.question.sendAnswer');
    await row.getByText(answer).waitFor();
    await page.keyboard.press('End');
    const history = page.getByRole('region', { name: text('practices.history.title') });
    await history.getByText(text('practices.history.question-answered')).first().waitFor();
    expect(await everywhere(owner)).toEqual([]);
  });

  test('what the owner says of others is theirs alone until it is confirmed', async () => {
    const { page, text } = owner;
    await press(owner, 'practices.adoption.declare');
    await page.locator('#adoption-adopter').selectOption({ index: 3 });
    await fill(owner, 'adaptation', `Uses the sheet (${language}).`);
    await press(owner, 'practices.adoption.send.declare');
    const line = ledger(owner)
      .getByRole('row')
      .filter({ hasText: `Uses the sheet (${language}).` });
    await line.getByText(text('practices.adoption.unconfirmed')).waitFor();

    const anybody = await visit(browser, language);
    try {
      await anybody.page.goto(address);
      await ledger(anybody).getByText(why).waitFor();
      await questions(anybody).getByText(answer).waitFor();
      expect(await ledger(anybody).getByText(`Uses the sheet (${language}).`).count()).toBe(0);
      const adopt = anybody.page.getByRole('button', { name: text('practices.adoption.adopt') });
      expect(await adopt.count()).toBe(0);
      expect(anybody.faults()).toEqual([]);
    } finally {
      await anybody.leave();
    }
    expect([...adopter.faults(), ...owner.faults()]).toEqual([]);
  });
});
