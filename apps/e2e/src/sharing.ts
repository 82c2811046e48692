import { expect } from '@jest/globals';
import { referenceResponse } from '@enlace/contract';
import { origin, type Visitor } from './visitor.js';

const sharingAddress = (id: string): string => `/arrivals/reports/${id}/sharing`;

/** Shares a report in every figure with one State, after the preview has named who gets it. */
export const shareExactly = async (
  { page, text, language }: Visitor,
  id: string,
  reader: { readonly state: string; readonly actsFor: string },
): Promise<void> => {
  const reference = referenceResponse.parse(
    await (await fetch(`${origin()}/api/v1/reference`)).json(),
  );
  const state = reference.states.find(({ code }) => code === reader.state)?.names[language] ?? '';
  await page.goto(sharingAddress(id));
  await page.locator('input[name="kind"][value="states"]').check();
  await page
    .getByRole('group', { name: text('sharing.states') })
    .getByRole('checkbox', { name: state, exact: true })
    .check();
  await page.locator('input[name="detail"][value="exact"]').check();
  await page.getByLabel(text('sharing.purpose')).fill(text('sharing.groupsHelp'));
  const preview = page.locator('en-share-preview');
  await preview.getByText(text('sharing.reaches', { count: '1' })).waitFor();
  const named = (await preview.getByRole('listitem').first().innerText()).trim();
  expect(named).not.toBe('');
  expect(reader.actsFor).toContain(named);
  expect(await preview.getByText(text('sharing.publicGets.nothing')).count()).toBe(1);
  await page.getByRole('button', { name: text('sharing.share'), exact: true }).click();
  await page.getByRole('button', { name: text('sharing.revoke'), exact: true }).waitFor();
};

/** Revokes the one share of a report. */
export const revoke = async ({ page, text }: Visitor, id: string): Promise<void> => {
  await page.goto(sharingAddress(id));
  const name = text('sharing.revoke');
  await page.getByRole('button', { name, exact: true }).click();
  const asked = page.getByRole('dialog', { name: text('sharing.revokeTitle') });
  await asked.getByRole('button', { name, exact: true }).click();
  await page.locator('en-shares-list').getByText(text('sharing.revoked')).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
};
