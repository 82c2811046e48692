import { matrixResponse, provisionResponse } from '@enlace/contract';
import type { Locator } from 'playwright-core';
import { origin, type Visitor } from './visitor.js';

/** The State whose coordinators answer in the journey. */
const STATE = 'PAN';

const read = async (path: string): Promise<unknown> =>
  (await fetch(`${origin()}/api/v1/${path}`)).json();

/** A provision that the State has not answered yet. */
export const unansweredProvision = async (): Promise<string> => {
  const { provisions } = matrixResponse.parse(await read('follow-up/matrix'));
  for (const { id } of provisions) {
    const { states } = provisionResponse.parse(await read(`provisions/${id}`));
    const own = states.find(({ state }) => state === STATE);
    if (own?.response === null) return id;
  }
  throw new Error(`${STATE} has answered every provision.`);
};

/** Opens the provision's page and on it the dialog in which the own State answers. */
export const openResponse = async (
  { page, text }: Visitor,
  id: string,
  button: 'first' | 'anew',
): Promise<Locator> => {
  await page.goto(`/provisions/${id}`);
  await page.getByRole('button', { name: text(`commitments.respond.${button}`) }).click();
  const dialog = page.getByRole('dialog', { name: text('commitments.respond.title') });
  await dialog.locator('form').waitFor();
  return dialog;
};

/** The text field of a language. */
export const wordsIn = (dialog: Locator, language: string): Locator =>
  dialog.locator(`#response-${language}`);

/** Publishes what stands in the dialog. */
export const publish = async ({ text }: Visitor, dialog: Locator): Promise<void> => {
  await dialog.getByRole('button', { name: text('commitments.respond.send') }).click();
};

/** What the page says of the own State. */
export const ownLine = ({ page }: Visitor): Locator => page.locator('li.own');
