import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violations } from './accessibility.js';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { signIn, visit, type Visitor } from './visitor.js';

const SCHEMES = ['light', 'dark'] as const;
/** Pages of somebody signed in, with the text of their heading where it does not depend on figures. */
const SIGNED_IN_PAGES = [
  ['desk', 'shell.desk'],
  ['arrivals', 'overview.title'],
  ['reports', 'reports.title'],
  ['report', null],
  ['entry', null],
  ['sharing', null],
  ['import', null],
  ['sharing-groups', 'sharing.groups'],
  ['new profile', 'reports.beginTitle'],
  ['recommendations', 'recommendations.title'],
  ['search', null],
  ['not admitted', 'state.notAdmitted'],
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** A draft that the samples leave on the desk, whose pages all have something to show. */
const draftOnDesk = async ({ page }: Visitor): Promise<string> => {
  const link = page.getByRole('main').locator('a[href$="/entry"]').first();
  const address = (await link.getAttribute('href')) ?? '';
  const report = /reports\/([^/]+)\/entry$/.exec(address)?.[1];
  if (report === undefined) throw new Error(`The desk leads to no draft: ${address}`);
  return report;
};

const addressesFor = (report: string): Readonly<Record<string, string>> => ({
  desk: '/desk',
  arrivals: '/arrivals',
  reports: '/arrivals/reports',
  report: `/arrivals/reports/${report}`,
  entry: `/arrivals/reports/${report}/entry`,
  sharing: `/arrivals/reports/${report}/sharing`,
  import: '/arrivals/import',
  'sharing-groups': '/sharing-groups',
  'new profile': '/arrivals/reports/new',
  recommendations: '/recommendations',
  search: '/search?q=panam',
  'not admitted': '/not-admitted',
});

/** What axe finds on the page that is shown, in both colour schemes. */
const inBothSchemes = async ({ page }: Visitor): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page)).map((one) => `${colorScheme}: ${one}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
};

describe.each(languagesOfRun())('pages for everybody in %s', (language) => {
  let guest: Visitor;
  let panama: Visitor;
  let addresses: Readonly<Record<string, string>>;
  beforeAll(async () => {
    guest = await visit(browser, language);
    panama = await signIn(browser, language, 'fp.pa');
    addresses = addressesFor(await draftOnDesk(panama));
  });
  afterAll(async () => {
    await guest.leave();
    await panama.leave();
  });

  test.each([
    ['/', 'home.promise'],
    ['/arrivals', 'overview.title'],
  ])('%s without sign-in', async (address, heading) => {
    await guest.page.goto(address, { waitUntil: 'networkidle' });
    await guest.page.getByRole('heading', { level: 1, name: guest.text(heading) }).waitFor();
    expect(await inBothSchemes(guest)).toEqual([]);
  });

  test.each(SIGNED_IN_PAGES)('%s', async (name, heading) => {
    const { page, text } = panama;
    await page.goto(addresses[name] ?? '');
    const title = page.getByRole('heading', { level: 1 });
    await title.waitFor();
    // The network never rests where live updates are open: what loads is drawn as a skeleton.
    await page.waitForFunction(() => document.querySelector('en-skeleton') === null);
    if (heading !== null) expect(await title.innerText()).toBe(text(heading));
    expect(await title.innerText()).not.toBe(text('state.notFound'));
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await inBothSchemes(panama)).toEqual([]);
  });

  test('nothing left the origin and nothing failed', () => {
    expect([...guest.faults(), ...panama.faults()]).toEqual([]);
  });
});
