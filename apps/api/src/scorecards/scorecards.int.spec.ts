import { describe, expect, it } from '@jest/globals';
import { scorecardResponse, type ScorecardResponse } from '@enlace/contract';
import { parse } from 'csv-parse/sync';
import {
  api,
  commitment,
  create,
  COMMITMENTS,
  ids,
  owner,
  recorded,
  useCommitments,
} from '../commitments/commitments.harness.js';

useCommitments();

const CARD = '/api/v1/scorecards';
const read = async (path: string, as?: string): Promise<ScorecardResponse> =>
  scorecardResponse.parse((await api.request(`${CARD}/${path}`, { ...(as ? { as } : {}) })).body);
const lines = async (path: string): Promise<Record<string, string>[]> => {
  const { text } = await api.request(`${CARD}/${path}`);
  return parse(text, { columns: true, bom: true });
};
const rowOf = (card: ScorecardResponse, number: string) =>
  card.rows.find(({ provision }) => provision.number === number)!;

describe('a scorecard', () => {
  it('has every recommendation, each once by its worst mark', async () => {
    const card = await read('PAN');
    expect(card.rows).toHaveLength(38);
    const sum = Object.values(card.provisionsByStatus).reduce((all, count) => all + count, 0);
    expect(sum).toBe(38);
    expect(card.instrument).toMatchObject({ symbol: 'SJ-2009', adoptedOn: '2009-11-20' });
  });

  it('says that no report came where none came', async () => {
    const card = await read('SUR');
    expect(new Set(card.rows.map((row) => [row.status, row.lastReportOn].join()))).toEqual(
      new Set(['no-report,']),
    );
    const [line] = await lines('SUR.csv?language=en');
    expect(line).toMatchObject({ 'Last report': 'No report received since 2009-11-20', Kind: '' });
  });

  it('counts aspirations and commitments apart, and each once under several recommendations', async () => {
    const before = await read('PAN');
    const provisions = [ids.provision('F1'), ids.provision('F2')];
    await recorded({ classification: 'public', provisions });
    const idea = { language: 'es', title: 'Una idea', deliverable: null, verification: null };
    await recorded({ classification: 'public', text: idea, dueOn: null });
    const after = await read('PAN');
    const total = (card: ScorecardResponse) =>
      Object.values(card.commitments).reduce((all, count) => all + count, 0);
    expect(total(after) - total(before)).toBe(1);
    expect(after.aspirations - before.aspirations).toBe(1);
    expect(after.commitments['aspiration']).toBe(0);
  });

  it('is the same for whoever signed in: public records only', async () => {
    await recorded({ classification: 'community' });
    const restricted = await recorded({ classification: 'restricted' });
    const everybody = await read('PAN');
    for (const as of ['fp.pa', 'sec.rcm', 'editor.ngo'])
      expect(await read('PAN', as)).toEqual(everybody);
    expect(JSON.stringify(everybody)).not.toContain(restricted);
  });

  it('leaves out what was superseded', async () => {
    const id = await recorded({ classification: 'public' });
    const seen = async () => JSON.stringify(await read('PAN')).includes(id);
    expect(await seen()).toBe(true);
    await owner.query(`update commitment set state = 'superseded' where id = $1`, [id]);
    expect(await seen()).toBe(false);
  });

  it('keeps its filters in the address and knows no other State, instrument or theme', async () => {
    const card = await read('PAN?instrument=SJ-2009&group=F');
    expect(new Set(card.rows.map(({ provision }) => provision.group))).toEqual(new Set(['F']));
    for (const path of ['XXX', 'PAN?instrument=NONE', 'PAN?group=Z', 'XXX.csv', 'pan']) {
      expect([path, (await api.request(`${CARD}/${path}`)).status]).toEqual([path, 404]);
    }
    expect((await api.request(`${CARD}/PAN?period=2026`)).status).toBe(422);
  });
});

describe('ratings on a scorecard', () => {
  const rated = async (id: string, as: string, grade: string): Promise<void> => {
    const body = { grade, language: 'es', body: 'Los perfiles llegaron tarde.' };
    await api.request(`${COMMITMENTS}/${id}/rating`, { as, method: 'PUT', body });
    await create(`${COMMITMENTS}/${id}/rating/sending`, as, {});
  };

  it('stand side by side, without those that wait for a reply', async () => {
    const id = await recorded({ classification: 'public', provisions: [ids.provision('H2')] });
    await rated(id, 'fp.pa', 'substantial');
    await rated(id, 'editor.ngo', 'none');
    await rated(id, 'ombud.pa', 'complete');
    const grades = async () =>
      rowOf(await read('PAN'), 'H2')
        .ratings.filter((rating) => rating.commitment === id)
        .map(({ voice, grade }) => `${voice} ${grade}`);
    expect(await grades()).toEqual(['state substantial', 'civil-society complete']);
    await owner.query(
      `update rating set reply_until = current_date - 3 where commitment_id = $1 and grade = 'none'`,
      [id],
    );
    expect((await grades()).toSorted()).toEqual([
      'civil-society complete',
      'civil-society none',
      'state substantial',
    ]);
    const csv = await lines('PAN.csv?group=H&language=en');
    const cell = csv.find((line) => line['Rating by civil society'])?.['Rating by civil society'];
    expect(cell).toMatch(/: Complete/);
    expect(cell).toMatch(/: None/);
  });
});

describe('the files', () => {
  it('are cached for everybody, by language', async () => {
    const first = await api.request(`${CARD}/PAN.csv`, { headers: { 'accept-language': 'fr' } });
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    expect(first.headers.get('vary')).toContain('Accept-Language');
    expect(first.headers.get('content-disposition')).toContain('enlace-scorecard-PAN-SJ-2009.csv');
    expect(first.text).toContain('Code de l’État');
    const etag = first.headers.get('etag') ?? '';
    const again = { headers: { 'accept-language': 'fr', 'if-none-match': etag } };
    expect((await api.request(`${CARD}/PAN.csv`, again)).status).toBe(304);
    const json = await api.request(`${CARD}/PAN`);
    const same = { headers: { 'if-none-match': json.headers.get('etag') ?? '' } };
    expect((await api.request(`${CARD}/PAN`, same)).status).toBe(304);
  });

  it.each(['=SUM(A1:A9)', '+1 perfil', '-1 perfil', '@perfil'])('keep %s a text', async (title) => {
    const text = { ...(commitment()['text'] as object), title };
    await recorded({ classification: 'public', text });
    const titles = (await lines('PAN.csv?language=en')).map((line) => line['Title']);
    expect(titles).toContain(`'${title}`);
    expect(titles).not.toContain(title);
  });
});
