import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { libraryResponse } from '@enlace/contract';
import type { Language } from '@enlace/domain';
import type { Browser } from 'playwright-core';
import { everywhere } from './accessibility.js';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { signIn, visit, type Visitor } from './visitor.js';

/** Samples by their id: one written in English and French, and one in Portuguese and French. */
const LANDING = '78f588b9-c93e-45e4-b568-863b692734d6';
const REGULARIZATION = 'eade4845-544c-4fd3-bf75-b7e0ffad6e8b';
/** The same in every language. */
const RESCUE: Readonly<Record<Language, string>> = {
  es: 'rescate en el mar',
  en: 'rescue at sea',
  pt: 'resgate no mar',
  fr: 'sauvetage en mer',
};
/** A title without its accents and with a letter too few. */
const SLIP = 'mutirao de regularzacao';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const found = ({ page, text }: Visitor) =>
  page.getByRole('region', { name: text('practices.library.found') });

/** What the page says that it found. */
const counted = async (visitor: Visitor): Promise<number> => {
  const heading = await found(visitor).getByRole('status').innerText();
  return Number(/^\d+/.exec(heading)?.[0]);
};

const titles = (visitor: Visitor): Promise<string[]> =>
  found(visitor).getByRole('heading', { level: 3 }).allInnerTexts();

describe.each(languagesOfRun())('the library of good practices in %s', (language) => {
  let reader: Visitor;
  let all = 0;

  beforeAll(async () => {
    reader = await visit(browser, language);
  });
  afterAll(async () => {
    await reader.leave();
  });

  /** Does what changes the address, and waits for the answer to it. */
  const answered = async (act: () => Promise<unknown>): Promise<void> => {
    const { page } = reader;
    const answer = page.waitForResponse((one) => one.url().includes('/api/v1/practices'));
    await act();
    libraryResponse.parse(await (await answer).json());
    await page.locator('[aria-busy="false"]').first().waitFor();
  };

  const search = (words: string): Promise<void> =>
    answered(async () => {
      const { page, text } = reader;
      await page.getByLabel(text('practices.library.field')).fill(words);
      await page.getByRole('button', { name: text('practices.library.find') }).click();
    });

  const firstFound = (): Promise<string | null> =>
    found(reader).getByRole('heading', { level: 3 }).first().getByRole('link').getAttribute('href');

  test('is open without sign-in and counts what it lists', async () => {
    const { page, text } = reader;
    await page.goto('/practices');
    await page.getByRole('heading', { level: 1, name: text('practices.all') }).waitFor();
    all = await counted(reader);
    expect(all).toBeGreaterThan(10);
    expect((await titles(reader)).length).toBe(Math.min(all, 25));
    expect(await everywhere(reader)).toEqual([]);
  });

  test('finds in any language what was written in another one', async () => {
    await search(RESCUE[language]);
    expect(await firstFound()).toBe(`/practices/${LANDING}`);
    expect(await everywhere(reader)).toEqual([]);
  });

  test('forgives accents and a slip', async () => {
    await search(SLIP);
    expect(await firstFound()).toBe(`/practices/${REGULARIZATION}`);
  });

  test('says what helps where nothing is found, and leads back', async () => {
    const { page, text } = reader;
    await search('zzzqqqxxx');
    expect(await counted(reader)).toBe(0);
    await found(reader).getByText(text('practices.library.none')).waitFor();
    await answered(() =>
      page.getByRole('link', { name: text('practices.library.clear'), exact: true }).click(),
    );
    expect(await counted(reader)).toBe(all);
  });

  test('is narrowed by a facet to the number that the facet says', async () => {
    const { page, text } = reader;
    const themes = page.getByRole('list', { name: text('practices.library.facet.theme') });
    const first = themes.getByRole('link').first();
    const count = Number(await first.locator('.n').innerText());
    expect(count).toBeLessThan(all);
    await answered(() => first.click());
    expect(page.url()).toContain('theme=');
    expect(await counted(reader)).toBe(count);
    expect((await titles(reader)).length).toBe(count);
    await answered(() => page.goBack());
    expect(await counted(reader)).toBe(all);
  });

  test('leads to the practice, and shows more to who may see more', async () => {
    const { page, text } = reader;
    const [title = ''] = await titles(reader);
    await found(reader).getByRole('link', { name: title, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page
      .getByRole('link', { name: text('practices.all'), exact: true })
      .first()
      .waitFor();
    expect(reader.faults()).toEqual([]);

    const editor = await signIn(browser, language, 'editor.ngo');
    try {
      await editor.page.goto('/practices');
      await found(editor).waitFor();
      expect(await counted(editor)).toBeGreaterThan(all);
      expect(editor.faults()).toEqual([]);
    } finally {
      await editor.leave();
    }
  });
});
