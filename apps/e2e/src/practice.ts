import { expect } from '@jest/globals';
import { REVIEW_CRITERIA } from '@enlace/domain';
import type { Page } from 'playwright-core';
import type { Visitor } from './visitor.js';

/** Everybody of the samples who may be asked to review. */
export const REVIEWERS = ['analyst.unhcr', 'scholar', 'ombud.pa', 'editor.mx', 'nc.br'] as const;

const saved = ({ page, text }: Visitor): Promise<void> =>
  page.getByRole('status').getByText(text('practices.saved'), { exact: true }).waitFor();

/** Begins a practice by its title; gives its id. */
export const beginPractice = async (author: Visitor, title: string): Promise<string> => {
  const { page, text } = author;
  await page.goto('/practices/new');
  await page.locator('#text-title').fill(title);
  await page.getByRole('button', { name: text('practices.form.begin'), exact: true }).click();
  await page.waitForURL(/\/practices\/[^/]+\/edit$/);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return /practices\/([^/]+)\/edit/.exec(page.url())?.[1] ?? '';
};

const writeSteps = async (page: Page, title: string, addStep: string): Promise<void> => {
  for (const at of [0, 1]) {
    await page.getByRole('button', { name: addStep, exact: true }).click();
    await page.locator(`#step-title-${at}`).fill(`${title} ${at + 1}`);
    await page.locator(`#step-body-${at}`).fill(title);
  }
  // The second step becomes the first by keyboard, and the focus stays with it.
  await page.locator('#step-up-1').press('Enter');
  await page.locator('#step-down-0:focus').waitFor();
};

/** Fills in what a submission wants, and waits until all of it is saved. */
export const writePractice = async (author: Visitor, title: string): Promise<void> => {
  const { page, text } = author;
  for (const field of ['summary', 'problem', 'whoDoesWhat', 'resources', 'conditions']) {
    await page.locator(`#text-${field}`).fill(`${title}: ${field}`);
  }
  await page.locator('#text-didNotWork').fill(title);
  await page.locator('#themes').getByRole('checkbox').first().check();
  await writeSteps(page, title, text('practices.form.addStep'));
  const findingButton = text('practices.form.addFinding');
  await page.getByRole('button', { name: findingButton, exact: true }).click();
  for (const part of ['figure', 'what', 'source']) {
    await page.locator(`#finding-${part}-0`).fill(title.slice(0, 50));
  }
  await page.locator('#cost-band').getByRole('radio').first().check();
  await page.locator('#evidence-strength').getByRole('radio').first().check();
  await page.getByText(text('practices.form.whole')).waitFor();
  await saved(author);
};

/** The register that the practice is counted from. */
const REGISTER = {
  ...{ name: 'registro.csv', mimeType: 'text/csv' },
  buffer: Buffer.from('shift,people\n2026-01-03,2\n'),
};

/** Adds a file with what it is, takes it out and brings it back. */
export const addRegister = async (author: Visitor, title: string): Promise<void> => {
  const { page, text } = author;
  await page.locator('#practice-file').setInputFiles(REGISTER);
  const name = page.getByLabel(text('practices.form.fileTitle'));
  await name.fill(`${title}: CSV`);
  const list = page.getByRole('list', { name: text('practices.label.files') });
  await list.getByRole('button', { name: text('form.remove') }).click();
  await page.locator('#file-undo:focus').press('Enter');
  await list.getByRole('listitem').waitFor();
  expect(await name.inputValue()).toBe(`${title}: CSV`);
  await saved(author);
};

/** Fetches the file of the practice on this page. */
export const fetchRegister = async ({ page }: Visitor, title: string): Promise<void> => {
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: `${title}: CSV` }).click();
  expect((await fetched).suggestedFilename()).toBe(REGISTER.name);
};

/** Where the reviewer scores the practice; null as long as nobody asked them to. */
export const reviewAddress = async (
  { page, text }: Visitor,
  title: string,
): Promise<string | null> => {
  await page.goto('/practices/reviews');
  await page.getByRole('heading', { level: 1, name: text('practices.review.title') }).waitFor();
  const waiting = page.getByRole('region', { name: text('practices.review.waiting') });
  await waiting.waitFor();
  const link = waiting.getByRole('link', { name: title, exact: true });
  return (await link.count()) === 0 ? null : link.first().getAttribute('href');
};

/** Scores every criterion alike, says that there is no conflict, and sends it. */
export const reviewPractice = async (
  reviewer: Visitor,
  proposal: 'publish' | 'return',
  comment: string,
): Promise<void> => {
  const { page, text } = reviewer;
  for (const criterion of REVIEW_CRITERIA) {
    await page.locator(`#score-${criterion}`).getByRole('radio').nth(2).check();
  }
  await page
    .locator('#proposal')
    .getByRole('radio')
    .nth(proposal === 'publish' ? 0 : 1)
    .check();
  await page.locator('#review-comment').fill(comment);
  await page.locator('#no-conflict').check();
  await saved(reviewer);
  const send = text('practices.review.send');
  await page.getByRole('button', { name: send, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: send, exact: true }).click();
  await page.getByText(text('practices.review.thanks')).waitFor();
};
