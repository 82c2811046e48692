import { expect } from '@jest/globals';
import { referenceResponse } from '@enlace/contract';
import { origin, type Visitor } from './visitor.js';

/** Headings that no import guesses, so that the columns have to be said. */
const HEADINGS = { period: 'K1', nationality: 'K2', count: 'K3' } as const;
/** A code that only this source uses, and what it stands for. */
export const OWN_CODE = 'QQZ';
const MEANS = 'NPL';

interface SourceRow {
  readonly period: string;
  readonly code: string;
  readonly count: string;
}

/** A CSV file as a register writes it. */
export const csvOf = (rows: readonly SourceRow[]): Buffer =>
  Buffer.from(
    [
      Object.values(HEADINGS).join(','),
      ...rows.map(({ period, code, count }) => [period, code, count].join(',')),
    ].join('\n'),
  );

/** Two months of a year, of which one count is what is given. */
export const twoMonths = (year: number, count: string): Buffer =>
  csvOf([
    { period: `${year}-01`, code: 'IND', count: '120' },
    { period: `${year}-01`, code: OWN_CODE, count },
    { period: `${year}-02`, code: 'IND', count: '115' },
    { period: `${year}-02`, code: OWN_CODE, count: '11' },
  ]);

/** So many rows that an import of them takes a while: every month of three decades, many nationalities. */
export const manyRows = (codes: readonly string[], months: readonly string[]): Buffer =>
  csvOf(months.flatMap((period) => codes.map((code) => ({ period, code, count: '21' }))));

/** Opens the import and chooses crossing and file. */
export const chooseFile = async (
  { page, text }: Visitor,
  pointCode: string,
  name: string,
  buffer: Buffer,
): Promise<void> => {
  const reference = referenceResponse.parse(
    await (await fetch(`${origin()}/api/v1/reference`)).json(),
  );
  const point = reference.crossingPoints.find(({ code }) => code === pointCode);
  const form = page.getByRole('main');
  await form.getByLabel(text('form.point')).selectOption(point?.id ?? '');
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer });
};

/** Checks the file and waits until the answer is on the screen. */
export const checkFile = async ({ page, text }: Visitor): Promise<void> => {
  const answered = page.waitForResponse(
    (answer) =>
      answer.url().endsWith('/imports/dry-run') &&
      (answer.request().postDataJSON() as { settings: unknown }).settings !== null,
  );
  await page.getByRole('button', { name: text('import.check'), exact: true }).click();
  expect((await answered).status()).toBe(200);
  await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
};

/** Says which column holds what. */
export const mapColumns = async ({ page, text }: Visitor): Promise<void> => {
  const columns = page.getByRole('group', { name: text('import.columns') });
  for (const [column, heading] of Object.entries(HEADINGS)) {
    await columns.getByLabel(text(`import.column.${column}`)).selectOption(heading);
  }
};

/** Says what the source's own code stands for. */
export const mapCode = async ({ page, text }: Visitor): Promise<void> => {
  await page
    .getByLabel(`${text('import.means')}: ${OWN_CODE}`, { exact: true })
    .selectOption(MEANS);
};

/** Says to each warning why it is right. */
export const commentOnWarnings = async ({ page, text }: Visitor): Promise<void> => {
  for (const reason of await page.getByLabel(text('import.reason')).all()) {
    await reason.fill(text('import.noneWritten'));
  }
};
