import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { matrixResponse } from '@enlace/contract';
import { FOLLOW_UP_STATUSES, LABELS } from '@enlace/domain';
import { api, ids, owner, recorded, useCommitments } from '../commitments/commitments.harness.js';

useCommitments();

const MATRIX = '/api/v1/follow-up/matrix';
/** Titles that a spreadsheet would calculate. */
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(1)'] as const;
const NUMBERS = ['A1', 'A2', 'A3', 'A4'] as const;

async function file(format: 'csv' | 'xlsx', as?: string, query = ''): Promise<Response> {
  const headers: Record<string, string> = as
    ? { authorization: `Bearer ${await api.identity.token(as)}` }
    : {};
  return fetch(`${api.address}${MATRIX}.${format}?language=en${query}`, { headers });
}
const csv = async (as?: string, query?: string): Promise<string[][]> =>
  parse(await (await file('csv', as, query)).text(), { bom: true });
async function sheets(as?: string, query?: string) {
  const answer = await file('xlsx', as, query);
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="enlace-sj-2009-\d{4}-\d\d-\d\d\.xlsx"$/,
  );
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const [matrix, about] = await readExcelFile(Buffer.from(await answer.arrayBuffer()));
  return { matrix: matrix!.data, about: about!.data };
}
const screen = async (as?: string, query = '') =>
  matrixResponse.parse(
    (
      await api.request(`${MATRIX}${query && `?${query.slice(1)}`}`, {
        ...(as ? { as } : {}),
        headers: { 'accept-language': 'en' },
      })
    ).body,
  );

beforeAll(async () => {
  const record = async (actor: string, number: string, classification: string): Promise<string> =>
    recorded({
      actor: ids.organization(actor),
      provisions: [ids.provision(number)],
      classification,
    });
  await record('pa-snm', 'A1', 'public');
  await record('pa-snm', 'F1', 'restricted');
  const late = await record('mx-inm', 'F1', 'confidential');
  await owner.query('update due_date set due_on = current_date - 9 where commitment_id = $1', [
    late,
  ]);
  for (const [index, number] of NUMBERS.entries()) {
    await owner.query(
      `update provision set titles = jsonb_set(titles, '{en}', to_jsonb($2::text)) where number = $1`,
      [number, FORMULAS[index]],
    );
  }
}, 60_000);

describe('the matrix as a file', () => {
  it.each([undefined, 'fp.pa', 'sec.rcm'])('says to %s what the screen says', async (as) => {
    const matrix = await screen(as);
    const label = LABELS.followUpStatus.en;
    const expected = matrix.provisions.map(({ id, number }) => [
      number,
      ...matrix.states.map(({ state }) => {
        const cell = matrix.cells.find((one) => one.provision === id && one.state === state);
        return label[cell?.status ?? 'no-report'];
      }),
    ]);
    const table = (rows: readonly (readonly unknown[])[]) =>
      rows.slice(1).map(([number, , , ...rest]) => [number, ...rest.slice(0, -1)]);
    expect(table(await csv(as))).toEqual(expected);
    const { matrix: sheet, about } = await sheets(as);
    expect(table(sheet)).toEqual(expected);
    const counts = about.slice(-FOLLOW_UP_STATUSES.length).map(([, count]) => count);
    expect(counts).toEqual(FOLLOW_UP_STATUSES.map((status) => matrix.counts[status]));
    const overdue = sheet.slice(1).map((row) => row.at(-1));
    expect(overdue.reduce((sum: number, count) => sum + (count as number), 0)).toBe(
      matrix.counts.overdue,
    );
  });

  it('keeps its types, and what begins like a formula stays text', async () => {
    const { matrix, about } = await sheets();
    expect(matrix.slice(1, 5).map(([, title]) => title)).toEqual([...FORMULAS]);
    expect(matrix.slice(1).every((row) => typeof row.at(-1) === 'number')).toBe(true);
    const asAt = about.find(([name]) => name === 'As at')?.[1];
    expect(asAt).toBeInstanceOf(Date);
    expect((asAt as unknown as Date).toISOString().slice(0, 10)).toBe((await screen()).today);
    const rows = await csv();
    expect(rows.slice(1, 5).map(([, title]) => title)).toEqual(FORMULAS.map((text) => `'${text}`));
  });

  it('leaves out what the filters grey out', async () => {
    const query = '&group=F&forum=sacm';
    const matrix = await screen('fp.pa', query);
    const { matrix: sheet, about } = await sheets('fp.pa', query);
    expect(sheet.slice(1).map(([number]) => number)).toEqual(
      matrix.provisions.filter(({ shown }) => shown).map(({ number }) => number),
    );
    expect(sheet[0]).toHaveLength(4 + matrix.states.filter(({ shown }) => shown).length);
    expect(await csv('fp.pa', query)).toHaveLength(sheet.length);
    expect(about).toContainEqual(['Forum', 'sacm']);
    expect(about).toContainEqual(['Working group', 'F']);
  });

  it('speaks the language asked for', async () => {
    const answer = await fetch(`${api.address}${MATRIX}.csv?language=pt`);
    const [head] = parse(await answer.text(), { bom: true });
    expect(head?.slice(0, 3)).toEqual(['Número', 'Disposição', 'Grupo de trabalho']);
    expect((await fetch(`${api.address}${MATRIX}.csv?language=de`)).status).toBe(422);
    expect((await fetch(`${api.address}${MATRIX}.xlsx?instrument=NONE`)).status).toBe(404);
  });

  it('is told to the owner of what is not public', async () => {
    const logged = async (): Promise<number> => {
      const { rows } = await owner.query<{ count: string }>(
        `select count(*) from read_log l join organization o on o.id = l.organization_id
         where o.alias = 'mx-inm' and l.what = 'export' and l.record_kind = 'commitment'`,
      );
      return Number(rows[0]!.count);
    };
    // Row security hides the log from its owner’s role too, unless it bypasses it.
    await owner.query('alter table read_log no force row level security');
    const before = await logged();
    await csv('fp.br');
    expect(await logged()).toBe(before);
    await csv('sec.rcm', '&group=A');
    expect(await logged()).toBe(before);
    await csv('sec.rcm');
    expect(await logged()).toBe(before + 1);
  });
});
