import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { violations } from './accessibility.js';
import type { Visitor } from './visitor.js';

/** A picture of one grey dot. */
const PICTURE = {
  name: 'foto.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
};
/** Days until the promise is due: near enough to be on the desk at once. */
const DUE_IN_DAYS = 10;

const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Writes a commitment of Panama under F1 by keyboard, until it can be recorded. */
export const fillCommitment = async (
  { page, text, language }: Visitor,
  title: string,
): Promise<void> => {
  await page.goto('/commitments/new');
  await page.locator('#actor').selectOption({ label: await panamaOption(page) });
  await page.locator('#provisions').fill('F1');
  await page.getByRole('option').filter({ hasText: 'F1' }).first().waitFor();
  await page.locator('#provisions').press('Enter');
  await page.locator(`#title-${language}`).fill(title);
  const gate = page.getByRole('region', { name: text('commitment.form.gate') });
  await gate.getByText(text('commitment.form.staysAspiration')).waitFor();
  await page.getByRole('button', { name: text('commitment.form.recordAspiration') }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.locator(`#deliverable-${language}`).fill(title);
  await page.locator(`#verification-${language}`).fill(title);
  await page.locator('#due-on').fill(dayFromNow(DUE_IN_DAYS));
  await gate.getByText(text('commitment.form.isCommitment')).waitFor();
};

/** Records a commitment of Panama under F1 by keyboard and gives its id. */
export const recordCommitment = async (visitor: Visitor, title: string): Promise<string> => {
  const { page, text } = visitor;
  await fillCommitment(visitor, title);
  await page.getByRole('button', { name: text('commitment.form.record') }).click();
  await page.getByRole('heading', { level: 1, name: text('commitment.plan.title') }).waitFor();
  await page.getByRole('button', { name: text('commitment.plan.addAction') }).click();
  await page.getByRole('button', { name: text('commitment.plan.addIndicator') }).click();
  expect(await violations(page)).toEqual([]);
  return /\/commitments\/([^/]+)\/plan/.exec(page.url())?.[1] ?? '';
};

const panamaOption = async (page: Visitor['page']): Promise<string> => {
  const option = page.locator('#actor option').filter({ hasText: 'PAN ·' });
  await option.first().waitFor({ state: 'attached' });
  const labels = await option.allInnerTexts();
  // The migration service is the authority that the demo's owner acts for.
  return labels.find((label) => /migra/i.test(label)) ?? '';
};

/** Goes from the desk to the report, writes it, adds a link and a picture, takes the link out and sends it. */
export const reportWithPicture = async ({ page, text }: Visitor, title: string): Promise<void> => {
  await page.goto('/desk');
  await page.getByRole('link', { name: title }).click();
  await page.locator('#report-body').fill(title);
  await page.getByText(text('commitment.report.saved')).waitFor();
  await page.locator('#evidence-title').fill(title);
  await page.locator('#evidence-url').fill('https://example.org/evidence');
  await page.getByRole('button', { name: text('commitment.report.addLink') }).click();
  await page.getByText('example.org').waitFor();
  expect(await violations(page)).toEqual([]);
  await addPicture({ page, text });
  const [link] = await evidence(page, 'example.org').all();
  await link?.getByRole('button', { name: text('commitment.form.remove') }).click();
  await page.getByText('example.org').waitFor({ state: 'detached' });
  expect(await evidence(page, PICTURE.name).count()).toBe(1);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.getByRole('button', { name: text('commitment.report.send') }).click();
  await page.getByRole('heading', { name: text('commitment.reports') }).waitFor();
};

/** One piece of evidence, by what it shows. */
const evidence = (page: Visitor['page'], shown: string): Locator =>
  page.locator('en-report-evidence .item').filter({ hasText: shown });

/** Hands in a picture, looks at it again, and adds it by saying that it shows nobody. */
const addPicture = async ({ page, text }: Pick<Visitor, 'page' | 'text'>): Promise<void> => {
  await page.locator('#evidence-file').setInputFiles(PICTURE);
  const check = page.locator('en-picture-check');
  await check.getByRole('img', { name: PICTURE.name }).waitFor();
  expect(await evidence(page, PICTURE.name).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await check.getByRole('button', { name: text('files.pictureYes') }).click();
  await evidence(page, PICTURE.name).waitFor();
  expect(await violations(page)).toEqual([]);
};

/** Fetches the picture that is evidence of the report on this page. */
export const fetchPicture = async ({ page }: Visitor): Promise<void> => {
  const saved = page.waitForEvent('download');
  await page
    .getByRole('listitem')
    .filter({ hasText: PICTURE.name })
    .first()
    .getByRole('button')
    .click();
  expect((await saved).suggestedFilename()).toBe(PICTURE.name);
};

/** The secretariat sends the report back and says why. */
export const returnReport = async ({ page, text }: Visitor, title: string): Promise<void> => {
  await page.goto('/desk');
  await page.getByRole('link', { name: title }).click();
  const name = text('commitment.act.return');
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(text('commitment.reason')).fill(title);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
};

/** The owner reads why it came back, adds to it and sends it once more. */
export const sendAgain = async ({ page, text }: Visitor, title: string): Promise<void> => {
  await page.goto('/desk');
  await page.getByRole('link', { name: title }).click();
  await page.getByText(text('commitment.returnedBecause')).first().waitFor();
  const body = page.locator('#report-body');
  await body.fill(`${title}. ${title}`);
  await page.getByText(text('commitment.report.saved')).waitFor();
  await page.getByRole('button', { name: text('commitment.report.send') }).click();
  await page.getByRole('heading', { name: text('commitment.reports') }).waitFor();
};
