import { describe, expect, it, test } from '@jest/globals';
import writeExcelFile from 'write-excel-file/node';
import { matrixResponse } from '@enlace/contract';
import { FOLLOW_UP_STATUSES, LABELS } from '@enlace/domain';
import { api, ids, owner, recorded, useCommitments } from '../commitments/commitments.harness.js';
import { readWithOpenpyxl, withoutOpenpyxl, type ReadCell } from './openpyxl.harness.js';

useCommitments();

const MATRIX = '/api/v1/follow-up/matrix';
/** Titles that a spreadsheet would calculate. */
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(1)', '=HYPERLINK("https://example.org")'];
const NUMBERS = ['A1', 'A2', 'A3', 'A4', 'A5'];

const workbook = async (path: string, as?: string): Promise<readonly ReadCell[]> => {
  const headers = as ? { authorization: `Bearer ${await api.identity.token(as)}` } : {};
  const answer = await fetch(`${api.address}${path}`, { headers });
  expect(answer.status).toBe(200);
  return readWithOpenpyxl(Buffer.from(await answer.arrayBuffer()));
};
const column = (cells: readonly ReadCell[], letter: string): readonly ReadCell[] =>
  cells.filter(({ at }) => at.replace(/\d+$/, '') === letter && at !== `${letter}1`);

// A machine without Python says so instead of passing.
if (withoutOpenpyxl !== null)
  test.skip(`workbooks read with openpyxl: ${withoutOpenpyxl}`, () => undefined);

(withoutOpenpyxl === null ? describe : describe.skip)('workbooks as openpyxl reads them', () => {
  it('would show a formula, were there one', async () => {
    const formula = await writeExcelFile([[{ value: '1+1', type: 'Formula' }]]).toBuffer();
    expect(readWithOpenpyxl(formula)).toMatchObject([{ at: 'A1', kind: 'f', value: '=1+1' }]);
  });

  it('the matrix keeps texts, numbers and dates, and calculates nothing', async () => {
    await recorded({ actor: ids.organization('mx-inm'), classification: 'public' });
    await owner.query(`update due_date set due_on = current_date - 9`);
    for (const [index, number] of NUMBERS.entries()) {
      await owner.query(
        `update provision set titles = jsonb_set(titles, '{en}', to_jsonb($2::text)) where number = $1`,
        [number, FORMULAS[index]],
      );
    }
    const { body } = await api.request(MATRIX, { headers: { 'accept-language': 'en' } });
    const screen = matrixResponse.parse(body);
    const cells = await workbook(`${MATRIX}.xlsx?language=en`);
    const names = [...new Set(cells.map(({ sheet }) => sheet))];
    const [matrix = [], about = []] = names.map((name) =>
      cells.filter(({ sheet }) => sheet === name),
    );
    expect(cells.filter(({ kind }) => !['s', 'n', 'd'].includes(kind))).toEqual([]);
    // Titles stay what they are, letter by letter.
    expect(
      column(matrix, 'B')
        .slice(0, 5)
        .map(({ kind, value }) => [kind, value]),
    ).toEqual(FORMULAS.map((text) => ['s', text]));
    const last = matrix
      .filter(({ at }) => /^[A-Z]+1$/.test(at))
      .at(-1)!
      .at.slice(0, -1);
    const overdue = column(matrix, last);
    expect(overdue).toHaveLength(screen.provisions.length);
    expect(overdue.every(({ kind }) => kind === 'n')).toBe(true);
    expect(overdue.reduce((sum, { value }) => sum + Number(value), 0)).toBe(screen.counts.overdue);
    expect(screen.counts.overdue).toBeGreaterThan(0);
    const labels = Object.values(LABELS.followUpStatus.en);
    const cellsBelow = matrix.filter(({ at }) => !/^[A-Z]+1$/.test(at));
    const marks = cellsBelow.filter(({ value }) => labels.some((label) => label === value));
    expect(marks).toHaveLength(screen.provisions.length * screen.states.length);
    const dates = about.filter(({ kind }) => kind === 'd');
    expect(dates.map(({ value }) => String(value).slice(0, 10))).toEqual([screen.today]);
    const counts = about.filter(({ kind }) => kind === 'n').map(({ value }) => value);
    expect(counts.slice(-FOLLOW_UP_STATUSES.length)).toEqual(
      FOLLOW_UP_STATUSES.map((status) => screen.counts[status]),
    );
  });

  it.each(['es', 'en', 'pt', 'fr'])(
    'the template of the import in %s is text alone',
    async (language) => {
      const path = `/api/v1/forums/rcm/imports/template.xlsx?language=${language}`;
      const cells = await workbook(path, 'sec.rcm');
      expect(cells.length).toBeGreaterThan(40);
      expect(cells.filter(({ kind }) => kind !== 's')).toEqual([]);
    },
  );
});
