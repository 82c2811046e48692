import type { Language } from '@enlace/domain';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { textsIn, type Texts } from './languages.js';

const PASSWORD = 'enlace-demo-2026';
/** What a browser itself writes when an answer is an error; the answer is judged instead. */
const FAILED_ANSWER = 'Failed to load resource: the server responded with a status of';

/** Where the system under test is. */
export const origin = (): string => {
  const running = process.env['E2E_ORIGIN'];
  if (running === undefined) throw new Error('The system was not started.');
  return running;
};

/** Somebody at a browser of their own, speaking one language. */
export interface Visitor {
  readonly page: Page;
  readonly text: Texts;
  readonly language: Language;
  /** What went wrong so far: requests elsewhere, errors of the console, answers that failed. */
  readonly faults: () => readonly string[];
  /** From now on, nothing may be found at this path of the API and below; elsewhere it is a fault. */
  readonly expectMissing: (path: string) => void;
  /** From now on, this path of the API and below may be refused with this status; elsewhere it is a fault. */
  readonly expectRefusal: (status: number, path: string) => void;
  readonly leave: () => Promise<void>;
}

/** An answer that a journey brings about on purpose. */
interface Refusal {
  readonly status: number;
  readonly path: string;
}

const staysHere = (request: Request): boolean => {
  const { protocol, origin: target } = new URL(request.url());
  return ['data:', 'blob:'].includes(protocol) || target === origin();
};

const listen = (context: BrowserContext, faults: string[], refusals: readonly Refusal[]): void => {
  context.on('request', (request) => {
    if (!staysHere(request)) faults.push(`request to ${request.url()}`);
  });
  context.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    const expected = refusals.some(
      ({ status, path }) => status === answer.status() && `${pathname}/`.startsWith(`${path}/`),
    );
    if (answer.status() >= 400 && !expected) faults.push(`${answer.status()} of ${answer.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith(FAILED_ANSWER)) return;
    faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    faults.push(`error: ${error.error().message}`);
  });
};

/** A new visitor without a session, on a page that shows nothing yet. */
export const visit = async (browser: Browser, language: Language): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: origin(),
    locale: language,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(30_000);
  const faults: string[] = [];
  const refusals: Refusal[] = [];
  listen(context, faults, refusals);
  const page = await context.newPage();
  return {
    page,
    language,
    text: textsIn(language),
    faults: () => faults,
    expectMissing: (path) => {
      refusals.push({ status: 404, path });
    },
    expectRefusal: (status, path) => {
      refusals.push({ status, path });
    },
    leave: () => context.close(),
  };
};

/** Signs a demo account in and waits for its first page, most often its desk; the language is chosen as a person would. */
export const signIn = async (
  browser: Browser,
  language: Language,
  account: string,
  heading = 'shell.desk',
): Promise<Visitor> => {
  const visitor = await visit(browser, language);
  const { page, text } = visitor;
  await page.goto('/');
  await page.locator(`.languages button[lang="${language}"]`).click();
  await page.getByRole('button', { name: text('shell.signIn'), exact: true }).click();
  await page.locator('#username').fill(account);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#kc-login').click();
  await page.getByRole('heading', { level: 1, name: text(heading) }).waitFor();
  return visitor;
};

/** What a page shows as a number, without the spaces between thousands. */
export const digits = (shown: string): number => Number(shown.replace(/\D/g, ''));
