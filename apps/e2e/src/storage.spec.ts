import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { signIn, type Visitor } from './visitor.js';

const [language = 'es'] = languagesOfRun();

let browser: Browser;
let visitor: Visitor;
/** Every token that the provider gave, and every code that it sent along an address. */
const secrets = new Set<string>();
/** Every address that the window showed. */
const addresses: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.on('response', (answer) => {
      if (!answer.url().endsWith('/protocol/openid-connect/token')) return;
      const add = (tokens: Record<string, unknown>): void => {
        for (const name of ['access_token', 'refresh_token', 'id_token'])
          if (typeof tokens[name] === 'string') secrets.add(tokens[name]);
      };
      // Of a page that was left meanwhile nobody can read the answer any more.
      answer.json().then(add, () => undefined);
    });
    context.on('request', (request) => {
      const code = /(?:^|&)code=([^&]+)/.exec(request.postData() ?? '')?.[1];
      if (code !== undefined) secrets.add(code);
    });
    return context;
  };
  visitor = await signIn(browser, language, 'fp.pa');
  visitor.page.on('framenavigated', (frame) => {
    if (frame === visitor.page.mainFrame()) addresses.push(frame.url());
  });
});
afterAll(async () => {
  await visitor.leave();
  await browser.close();
});

/** All that a script of the page can read of what the browser keeps, as one text. */
const keptBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const rowsOf = async (database: IDBDatabase, store: string): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(store));
        };
      });
    const open = async (name: string): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(name));
        };
      });
    const rows: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await open(name);
      for (const store of database.objectStoreNames) rows.push(await rowsOf(database, store));
      database.close();
    }
    const caches = 'caches' in globalThis ? await globalThis.caches.keys() : [];
    return JSON.stringify({
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      cookies: document.cookie,
      rows,
      caches,
      state: history.state as unknown,
      name: window.name,
    });
  });
/** The last part of each, which no two have in common: a text that held the token would hold it. */
const provingParts = (): string[] =>
  [...secrets].map((one) => one.split('.').filter(Boolean).at(-1) ?? one);
const heldIn = (text: string): string[] => provingParts().filter((part) => text.includes(part));

describe('after a sign-in', () => {
  test('pages are used, and tokens come', async () => {
    const { page, text } = visitor;
    for (const path of ['/arrivals', '/arrivals/reports', '/practices', '/desk']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
    }
    await page.getByRole('heading', { level: 1, name: text('shell.desk') }).waitFor();
    expect(secrets.size).toBeGreaterThanOrEqual(4);
    expect(provingParts().every((part) => part.length > 20)).toBe(true);
  });

  test('no token lies in what the browser keeps', async () => {
    const kept = await keptBy(visitor.page);
    expect(kept).toContain('enlace.');
    expect(heldIn(kept)).toEqual([]);
  });

  test('no token and no code stands in an address', () => {
    expect(addresses.length).toBeGreaterThan(3);
    expect(heldIn(visitor.page.url())).toEqual([]);
    expect(addresses.filter((address) => /access_token|id_token=/.test(address))).toEqual([]);
    const last = new URL(visitor.page.url());
    expect([last.search, last.hash]).toEqual(['', '']);
  });

  test('no token and no code is in a log', () => {
    const logs = ['api', 'identity'].map((name) =>
      readFileSync(join(process.env['E2E_DATA'] ?? '', 'logs', `${name}.log`), 'utf8'),
    );
    expect(logs[0]).toContain('/api/v1/desk');
    expect(heldIn(logs.join('\n'))).toEqual([]);
  });

  test('after a sign-out nothing of the person is kept', async () => {
    const { page, text } = visitor;
    await page.locator('[popovertarget="account"].me').click();
    await page.getByRole('button', { name: text('shell.signOut') }).click();
    await page.getByRole('button', { name: text('shell.signIn'), exact: true }).waitFor();
    const kept = await keptBy(page);
    expect(heldIn(kept)).toEqual([]);
    expect(JSON.parse(kept)).toMatchObject({ rows: [], session: [] });
  });
});
