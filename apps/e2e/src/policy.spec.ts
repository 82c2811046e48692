import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { languagesOfRun } from './languages.js';
import { origin, signIn, visit, type Visitor } from './visitor.js';

/** Addresses that nothing links to, or only to somebody else. */
const BEGINNINGS = ['/', '/arrivals', '/commitments', '/forums', '/practices', '/scorecards'];
const SIGNED_IN = ['/desk', '/arrivals/import', '/arrivals/reports/new', '/search?q=panam'];
/** Screens that the tour must have come to, whatever the samples are. */
const LANDMARKS = [
  '/arrivals/reports/:id',
  '/arrivals/reports/:id/entry',
  '/commitments/:id',
  '/forums/:alias',
  '/practices/:id',
  '/recommendations',
  '/scorecards/:state',
  '/sharing-groups',
];
const MOST_PAGES = 40;

/** An address as the routes declare it, so that of many records one is opened. */
const shapeOf = (address: string): string =>
  address
    .replace(/[?#].*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^\/scorecards\/[A-Z]{3}$/, '/scorecards/:state')
    .replace(/^\/forums\/[^/]+/, '/forums/:alias');

const untilDrawn = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('en-skeleton') === null);
};

/** Opens every kind of page that links lead to; gives the shapes of those that it came to. */
const tour = async ({ page }: Visitor, beginnings: readonly string[]): Promise<Set<string>> => {
  const seen = new Set<string>();
  const waiting = [...beginnings];
  for (;;) {
    const address = waiting.shift();
    if (address === undefined || seen.size >= MOST_PAGES) return seen;
    if (seen.has(shapeOf(address))) continue;
    seen.add(shapeOf(address));
    await page.goto(address);
    await untilDrawn(page);
    const links = page.locator('a[href^="/"]:not([download]):not([target])');
    const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    waiting.push(
      ...found.flatMap((link) => (link === null || link.startsWith('/api/') ? [] : [link])),
    );
  }
};

/** A site of somebody else, which puts Enlace into a frame. */
const outside: Server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(`<iframe src="${origin()}/"></iframe>`);
});

/** What browsers have that know trusted types. */
interface TrustedTypes {
  createPolicy(name: string, rules: object): unknown;
}

let browser: Browser;
const visitors: Visitor[] = [];
const [language = 'es'] = languagesOfRun();
beforeAll(async () => {
  browser = await openBrowser();
  outside.listen(0, '127.0.0.1');
});
afterAll(async () => {
  for (const visitor of visitors) await visitor.leave();
  await browser.close();
  outside.close();
});

describe('the policy of every page', () => {
  test('is kept by each page that links lead to, for everybody', async () => {
    const shapes = new Set<string>();
    const guest = await visit(browser, language);
    visitors.push(guest);
    for (const shape of await tour(guest, BEGINNINGS)) shapes.add(shape);
    for (const account of ['fp.pa', 'sec.rcm', 'editor.ngo']) {
      const visitor = await signIn(browser, language, account);
      visitors.push(visitor);
      for (const shape of await tour(visitor, [...SIGNED_IN, ...BEGINNINGS])) shapes.add(shape);
    }
    console.log(`${shapes.size} kinds of pages: ${[...shapes].sort().join(' ')}`);
    expect(LANDMARKS.filter((shape) => !shapes.has(shape))).toEqual([]);
    // A browser writes what a policy refused to the console.
    expect(visitors.flatMap(({ faults }) => faults())).toEqual([]);
  }, 400_000);
});

describe('on a page, the policy refuses', () => {
  let page: Page;
  beforeAll(async () => {
    const visitor = await visit(browser, language);
    visitors.push(visitor);
    page = visitor.page;
    await page.addInitScript(() => {
      Object.assign(globalThis, { refused: [], ran: [] });
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        (Reflect.get(globalThis, 'refused') as string[] | undefined)?.push(effectiveDirective);
      });
    });
    await page.goto('/');
    await untilDrawn(page);
  });

  /** Does something on the page; gives what ran of it, what was refused, and whether it threw. */
  const attempt = async (act: () => void): Promise<unknown> => {
    await page.evaluate(() => Object.assign(globalThis, { refused: [], ran: [] }));
    const thrown = await page.evaluate(act).then(
      () => false,
      () => true,
    );
    await sleep(300);
    return page.evaluate(
      (threw) => ({
        ran: Reflect.get(globalThis, 'ran') as string[],
        refused: [...new Set(Reflect.get(globalThis, 'refused') as string[])],
        threw,
      }),
      thrown,
    );
  };
  /** What the browser keeps from a string throws; the rest only does not happen. */
  const THROWN = ['require-trusted-types-for', 'trusted-types'];

  test.each([
    [
      'a handler in an attribute',
      'require-trusted-types-for',
      () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', "ran.push('handler')");
        document.body.append(button);
        button.click();
      },
    ],
    [
      'an address that is a script',
      'script-src-elem',
      () => {
        const link = document.createElement('a');
        link.setAttribute('href', "javascript:ran.push('address')");
        document.body.append(link);
        link.click();
      },
    ],
    [
      'HTML from a string',
      'require-trusted-types-for',
      () => {
        document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="ran.push(1)">');
      },
    ],
    [
      'code from a string',
      'require-trusted-types-for',
      () => {
        // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it has to be refused
        setTimeout("ran.push('string')", 0);
      },
    ],
    [
      'rules for HTML of somebody else',
      'trusted-types',
      () => {
        const factory = Reflect.get(globalThis, 'trustedTypes') as TrustedTypes;
        factory.createPolicy('mine', {});
      },
    ],
    [
      'a base for addresses',
      'base-uri',
      () => {
        const base = document.createElement('base');
        base.href = 'http://127.0.0.1:9/';
        document.head.append(base);
      },
    ],
    [
      'a plug-in',
      'require-trusted-types-for',
      () => {
        const plugin = document.createElement('object');
        plugin.data = '/favicon.svg';
        document.body.append(plugin);
      },
    ],
    [
      'a frame of another origin',
      'frame-src',
      () => {
        const frame = document.createElement('iframe');
        frame.src = 'http://127.0.0.1:9/';
        document.body.append(frame);
      },
    ],
    [
      'a picture of another origin',
      'img-src',
      () => {
        new Image().src = 'http://127.0.0.1:9/x.png';
      },
    ],
    [
      'a request to another origin',
      'connect-src',
      () => {
        navigator.sendBeacon('http://127.0.0.1:9/', document.title);
      },
    ],
    [
      'a form to another origin',
      'form-action',
      () => {
        const form = document.createElement('form');
        form.action = 'http://127.0.0.1:9/';
        document.body.append(form);
        form.submit();
      },
    ],
  ])('%s', async (_what, directive, act) => {
    const threw = THROWN.includes(directive);
    expect(await attempt(act)).toEqual({ ran: [], refused: [directive], threw });
  });

  test('scripts that came inside the page', async () => {
    await page.route('**/practices', async (route) => {
      const answer = await route.fetch();
      const injected = `<script>ran.push(1)</script><img src="data:," onerror="ran.push(2)">`;
      const body = (await answer.text()).replace('</body>', `${injected}</body>`);
      await route.fulfill({ response: answer, body });
    });
    await page.goto('/practices');
    await untilDrawn(page);
    expect(await page.locator('img[src="data:,"]').count()).toBe(1);
    const found = await page.evaluate(() => ({
      ran: Reflect.get(globalThis, 'ran') as string[],
      refused: [...(Reflect.get(globalThis, 'refused') as string[])].sort(),
    }));
    expect(found).toEqual({ ran: [], refused: ['script-src-attr', 'script-src-elem'] });
  });

  test('a frame of another origin around it', async () => {
    const { port } = outside.address() as AddressInfo;
    const framing = await browser.newPage();
    await framing.goto(`http://127.0.0.1:${port}/`);
    await sleep(1000);
    const [, framed] = framing.frames();
    expect(framed?.url()).toMatch(/^chrome-error:/);
    await framing.close();
  });
});
