import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { overviewResponse } from '@enlace/contract';
import { LANGUAGES, type Language } from '@enlace/domain';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { languagesOfRun, textsIn } from './languages.js';
import { digits, origin, visit, type Visitor } from './visitor.js';

/** What the first page may weigh on the wire, in bytes; fonts come after it is readable and are not counted. */
const FIRST_PAGE_BYTES = 250_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Sums what the network carries for a page from now on, fonts aside. */
const weigh = async (page: Page): Promise<() => number> => {
  const network = await page.context().newCDPSession(page);
  const fonts = new Set<string>();
  let bytes = 0;
  network.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Font') fonts.add(requestId);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!fonts.has(requestId)) bytes += encodedDataLength;
  });
  await network.send('Network.enable');
  return () => bytes;
};

/** The figure under a heading of the card of sums. */
const figureUnder = ({ page, text }: Visitor, key: string): Promise<string> =>
  page
    .getByRole('region', { name: text('overview.figures') })
    .locator('div', { has: page.getByRole('heading', { name: text(key), exact: true }) })
    .locator('b')
    .innerText();

const another = (language: Language): Language =>
  LANGUAGES.find((one) => one !== language) ?? language;

describe.each(languagesOfRun())('the public in %s', (language) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await visit(browser, language);
  });
  afterAll(async () => {
    await visitor.leave();
  });

  test('the first page is light', async () => {
    const { page, text } = visitor;
    const bytes = await weigh(page);
    await page.goto('/', { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1, name: text('home.promise') }).waitFor();
    expect(bytes()).toBeGreaterThan(10_000);
    console.log(`first page in ${language}: ${bytes()} bytes without fonts`);
    expect(bytes()).toBeLessThan(FIRST_PAGE_BYTES);
  });

  test('public figures are shown, protected ones never as exact', async () => {
    const { page, text } = visitor;
    const answer = await fetch(`${origin()}/api/v1/arrivals/overview`);
    const overview = overviewResponse.parse(await answer.json());
    await page.getByRole('link', { name: text('home.figures') }).click();
    await page.getByRole('heading', { level: 1, name: text('overview.title') }).waitFor();
    expect(overview.sources.protectedReports).toBeGreaterThan(0);
    expect(overview.total.kind).toBe('about');
    const { low, middle, high } =
      overview.total.kind === 'about' ? overview.total : { low: -1, middle: -1, high: -1 };
    const total = await figureUnder(visitor, 'overview.total');
    const figures = total.match(/\d[\d\s\u202f]*/gu)?.map(digits);
    expect(figures).toEqual([middle, low, high]);
    const rows = page.getByRole('table', { name: text('overview.byCrossing') }).locator('tbody tr');
    expect(await rows.count()).toBe(overview.points.length);
    expect(await rows.count()).toBeGreaterThan(0);
  });

  test('another language needs no reload', async () => {
    const { page, text } = visitor;
    const next = another(language);
    let loads = 0;
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) loads += 1;
    });
    await page.evaluate(() => {
      Reflect.set(window, 'stillHere', true);
    });
    await page
      .locator('en-top-bar')
      .getByLabel(text('shell.language'))
      .and(page.locator('.lang select'))
      .selectOption(next);
    const title = textsIn(next)('overview.title');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(next);
    expect(await page.evaluate(() => Reflect.get(window, 'stillHere') === true)).toBe(true);
    expect(loads).toBe(0);
  });

  test('nothing left the origin and nothing failed', () => {
    expect(visitor.faults()).toEqual([]);
  });
});
