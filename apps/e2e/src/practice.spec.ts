import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { everywhere } from './accessibility.js';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import {
  addRegister,
  beginPractice,
  fetchRegister,
  REVIEWERS,
  reviewAddress,
  reviewPractice,
  writePractice,
} from './practice.js';
import { signIn, visit, type Visitor } from './visitor.js';

/** How long the job that asks the reviewers, or decides, may take. */
const JOB_MILLISECONDS = 30_000;
const ONE_LOOK_MILLISECONDS = 1000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const until = async <Found>(look: () => Promise<Found | null>): Promise<Found> => {
  const end = Date.now() + JOB_MILLISECONDS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error('It did not come about in time.');
    await new Promise((resolve) => setTimeout(resolve, ONE_LOOK_MILLISECONDS));
  }
};

describe.each(languagesOfRun())('a good practice in %s', (language) => {
  let author: Visitor;
  const reviewers: Visitor[] = [];
  const asked: { readonly reviewer: Visitor; readonly address: string }[] = [];
  let id = '';
  const title = `Journey ${language} ${Date.now().toString(36)}`;

  beforeAll(async () => {
    author = await signIn(browser, language, 'editor.ngo');
    for (const account of REVIEWERS) reviewers.push(await signIn(browser, language, account));
  });
  afterAll(async () => {
    await Promise.all([author, ...reviewers].map(({ leave }) => leave()));
  });

  const whoWasAsked = async (): Promise<void> => {
    asked.length = 0;
    await until(async () => {
      asked.length = 0;
      for (const reviewer of reviewers) {
        const address = await reviewAddress(reviewer, title);
        if (address !== null) asked.push({ reviewer, address });
      }
      return asked.length === 2 ? true : null;
    });
  };

  const reviewedByTwo = async (proposal: 'publish' | 'return', comment: string): Promise<void> => {
    await whoWasAsked();
    for (const { reviewer, address } of asked) {
      await reviewer.page.goto(address);
      await reviewer.page.locator('#no-conflict').waitFor();
      if (reviewer === asked[0]?.reviewer) expect(await everywhere(reviewer)).toEqual([]);
      await reviewPractice(reviewer, proposal, comment);
    }
  };

  test('its author writes it on the guided form, which says what is missing', async () => {
    const { page, text } = author;
    await page.goto('/practices/new');
    await page.locator('#text-title').waitFor();
    expect(await everywhere(author)).toEqual([]);
    id = await beginPractice(author, title);
    expect(await everywhere(author)).toEqual([]);
    author.expectRefusal(422, `/api/v1/practices/${id}/submission`);
    await page.getByRole('button', { name: text('practices.form.submit') }).click();
    await page.getByRole('alert').first().waitFor();
    const list = page.getByRole('list', { name: text('form.faults') });
    await list.getByRole('button', { name: text('practices.label.summary') }).click();
    await page.locator('#text-summary:focus[aria-invalid="true"]').waitFor();
    await writePractice(author, title);
    expect(await page.locator('#step-title-0').inputValue()).toBe(`${title} 2`);
    await addRegister(author, title);
    expect(await everywhere(author)).toEqual([]);
  });

  test('a step that was taken out comes back, and the preview shows what readers get', async () => {
    const { page, text } = author;
    const remove = page.getByRole('button', { name: text('form.remove') });
    await remove.first().click();
    await page.locator('#step-undo:focus').press('Enter');
    await page.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>('#step-title-0')?.value === wanted,
      `${title} 2`,
    );
    await page.getByRole('button', { name: text('practices.form.preview') }).click();
    await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
    await page.getByRole('heading', { name: text('practices.page.how') }).waitFor();
    await fetchRegister(author, title);
    expect(await everywhere(author)).toEqual([]);
    await page.getByRole('button', { name: text('practices.form.write') }).click();
  });

  test('a translation stays marked until a person confirms it', async () => {
    const { page, text } = author;
    const other = language === 'en' ? 'fr' : 'en';
    await page.locator(`#tab-${other}`).click();
    await page.getByRole('button', { name: text('practices.form.beginTranslation') }).click();
    await page.getByText(text('practices.machine')).waitFor();
    await page.locator(`#${other}-title`).fill(`${title} ${other}`);
    await page.locator(`#${other}-summary`).fill(title);
    expect(await everywhere(author)).toEqual([]);
    await page.getByRole('button', { name: text('practices.form.confirmTranslation') }).click();
    await page.getByText(text('practices.form.confirmed')).waitFor();
    await page.getByText(text('practices.saved'), { exact: true }).waitFor();
    await page.reload();
    await page.locator(`#tab-${other}`).click();
    await page.getByText(text('practices.form.confirmed')).waitFor();
    expect(await page.locator(`#${other}-title`).inputValue()).toBe(`${title} ${other}`);
  });

  test('two reviewers return it, and the author reads why on top of the form', async () => {
    const { page, text } = author;
    await page.getByRole('button', { name: text('practices.form.submit') }).click();
    await page.waitForURL(new RegExp(`/practices/${id}$`));
    await reviewedByTwo('return', `Reason ${title}`);
    await until(async () => {
      await page.goto(`/practices/${id}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      const edit = page.getByRole('link', { name: text('practices.page.edit'), exact: true });
      return (await edit.count()) === 0 ? null : edit;
    });
    await page.goto(`/practices/${id}/edit`);
    await page.getByText(`Reason ${title}`).first().waitFor();
    await page.getByText(text('practices.returnedBecause')).waitFor();
  });

  test('handed in again and let pass, everybody reads it', async () => {
    const { page, text } = author;
    await page.locator('#text-summary').fill(`${title}: better`);
    await page.getByText(text('practices.saved'), { exact: true }).waitFor();
    await page.getByRole('button', { name: text('practices.form.submit') }).click();
    await page.waitForURL(new RegExp(`/practices/${id}$`));
    await reviewedByTwo('publish', title);
    const guest = await visit(browser, language);
    guest.expectMissing(`/api/v1/practices/${id}`);
    await until(async () => {
      await guest.page.goto(`/practices/${id}`);
      const heading = guest.page.getByRole('heading', { level: 1 });
      await heading.waitFor();
      return (await heading.innerText()) === title ? true : null;
    });
    const heading = guest.page.getByRole('heading', { name: guest.text('practices.page.how') });
    await heading.waitFor();
    await fetchRegister(guest, title);
    await guest.page.getByRole('button', { name: guest.text('practices.page.copy') }).click();
    await guest.page.getByText(guest.text('practices.page.copied')).waitFor();
    expect(await guest.page.evaluate(() => navigator.clipboard.readText())).toContain(id);
    expect(await everywhere(guest)).toEqual([]);
    expect(guest.faults()).toEqual([]);
    await guest.leave();
  });

  test('the others’ scores appear once all are sent', async () => {
    const [first] = asked;
    if (first === undefined) throw new Error('Nobody was asked.');
    const { page, text } = first.reviewer;
    await page.goto(first.address);
    await page.getByRole('columnheader', { name: text('practices.review.yours') }).waitFor();
    const second = text('practices.review.reviewer', { n: '2' });
    await page.getByRole('columnheader', { name: second }).waitFor();
    expect(await everywhere(first.reviewer)).toEqual([]);
  });

  test('nothing left the origin and nothing failed', () => {
    expect([author, ...reviewers].flatMap(({ faults }) => faults())).toEqual([]);
  });
});
