import { expect } from '@jest/globals';
import { LABELS, type RatingGrade } from '@enlace/domain';
import { violations } from './accessibility.js';
import type { Visitor } from './visitor.js';

/** Rates a commitment and sends the rating. */
export const rate = async (
  { page, text, language }: Visitor,
  id: string,
  grade: RatingGrade,
  body: string,
): Promise<void> => {
  await page.goto(`/commitments/${id}`);
  await page.getByRole('button', { name: text('commitment.rate'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: text('commitment.rateTitle') });
  const name = LABELS.ratingGrade[language][grade];
  await dialog.getByRole('radio', { name, exact: true }).check();
  await dialog.locator('#rating-body').fill(body);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: text('commitment.sendRating') }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.locator('en-ratings-card').getByText(body).waitFor();
};

/** The State replies to the one rating that waits for it; both are published with it. */
export const reply = async ({ page, text }: Visitor, id: string, body: string): Promise<void> => {
  await page.goto(`/commitments/${id}`);
  const name = text('commitment.replyAct');
  await page.locator('en-ratings-card').getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: text('commitment.replyTitle') });
  await dialog.locator('#rating-body').fill(body);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: text('commitment.sendReply') }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.locator('blockquote').getByText(body).waitFor();
};
