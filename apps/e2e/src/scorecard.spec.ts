import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { scorecardResponse, type ScorecardResponse } from '@enlace/contract';
import { LABELS } from '@enlace/domain';
import type { Browser } from 'playwright-core';
import { violations } from './accessibility.js';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { digits, origin, visit, type Visitor } from './visitor.js';

const STATE = 'PAN';
/** Pages that the printed scorecard takes. */
const PRINTED = 2;

let browser: Browser;
let card: ScorecardResponse;
beforeAll(async () => {
  browser = await openBrowser();
  const answer = await fetch(`${origin()}/api/v1/scorecards/${STATE}`);
  card = scorecardResponse.parse(await answer.json());
});
afterAll(async () => {
  await browser.close();
});

describe.each(languagesOfRun())('the scorecard in %s', (language) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await visit(browser, language);
  });
  afterAll(async () => {
    await visitor.leave();
  });

  test('is found from the first page without signing in', async () => {
    const { page, text } = visitor;
    await page.goto('/');
    await page.getByRole('link', { name: text('home.scorecards') }).click();
    await page.getByRole('heading', { level: 1, name: text('scorecard.title') }).waitFor();
    const name = card.stateNames[language];
    await page.locator('.states').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/scorecards/${STATE}`);
  });

  test('comes with its scripts named in the page and its styles inside', async () => {
    const headers = { accept: 'text/html' };
    const answer = await fetch(`${origin()}/scorecards/${STATE}`, { headers });
    const html = await answer.text();
    expect(html).toMatch(/<link rel="modulepreload" href="\/scorecard\.routes-[\w-]+\.js">/);
    expect(html).toContain('<style>');
    expect(html).not.toMatch(/<link rel="stylesheet"|<script src="\/first/);
    expect(answer.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
  });

  test('counts commitments as the API does, aspirations apart, and shows every recommendation', async () => {
    const { page, text } = visitor;
    const summary = page.getByRole('region', { name: text('scorecard.summary') });
    const counts = (await summary.locator('dd').allInnerTexts()).map(digits);
    const { done, late, overdue, dropped } = card.commitments;
    const soon = card.commitments['due-soon'];
    expect(counts).toEqual([
      ...[done, card.commitments['on-track'], soon, late, overdue],
      ...(dropped > 0 ? [dropped] : []),
      card.aspirations,
    ]);
    const themes = page.getByRole('table', { name: text('scorecard.byTheme') });
    expect(await themes.locator('tbody tr').count()).toBe(8);
    expect(await themes.locator('.marks li').count()).toBe(38);
    const since = text('scorecard.noReportSince').split('{{')[0] ?? '';
    const single = page.getByRole('table', { name: text('scorecard.oneByOne') });
    // It is drawn after what stands above it.
    await single.waitFor();
    const silent = card.rows.filter(({ lastReportOn }) => lastReportOn === null).length;
    expect(silent).toBeGreaterThan(0);
    expect(await single.locator('tbody tr', { hasText: since }).count()).toBe(silent);
  });

  test('shows each grade by itself, in words too', async () => {
    const { page } = visitor;
    const said = (await page.locator('en-grade-scale .vh').allInnerTexts()).join(' ');
    const voices = new Set(card.rows.flatMap(({ ratings }) => ratings.map(({ voice }) => voice)));
    expect(voices.size).toBe(3);
    for (const voice of voices) expect(said).toContain(LABELS.ratingVoice[language][voice]);
  });

  test('keeps its filter in the address, and its files are what it shows', async () => {
    const { page, text } = visitor;
    await page.getByLabel(text('scorecard.theme'), { exact: true }).selectOption('F');
    await page.waitForURL(/group=F/);
    await page.locator('.marks li').nth(5).waitFor({ state: 'detached' });
    const marks = page.locator('.marks li');
    expect(await marks.count()).toBe(card.rows.filter((row) => row.provision.group === 'F').length);
    const address = await page
      .getByRole('link', { name: text('scorecard.csv') })
      .getAttribute('href');
    expect(address).toBe(`/api/v1/scorecards/${STATE}.csv?group=F&language=${language}`);
    const file = await (await fetch(`${origin()}${address ?? ''}`)).text();
    expect(file).toContain('F1');
    expect(file).not.toContain('A1');
    await page.getByLabel(text('scorecard.theme'), { exact: true }).selectOption('');
    await page.waitForURL((url) => !url.search.includes('group'));
  });

  test('is accessible in light and dark, and on a phone', async () => {
    const { page } = visitor;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect([colorScheme, await violations(page)]).toEqual([colorScheme, []]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('prints on two pages', async () => {
    const { page } = visitor;
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    const pdf = await page.pdf({ format: 'A4', margin: { top: '10mm', bottom: '10mm' } });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(PRINTED);
    await page.emulateMedia({ media: 'screen' });
  });

  test('nothing left the origin and nothing failed', () => {
    expect(visitor.faults()).toEqual([]);
  });
});
