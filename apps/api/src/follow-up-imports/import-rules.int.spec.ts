import { describe, expect, it } from '@jest/globals';
import readExcelFile from 'read-excel-file/node';
import { api, change, owner } from '../commitments/commitments.harness.js';
import {
  AGREEMENT,
  counted,
  dryRun,
  promise,
  provision,
  RCM,
  send,
  told,
  useFollowUpImports,
  whole,
  workbook,
} from './follow-up-imports.harness.js';

useFollowUpImports();

const day = (text: string): Date => new Date(text);

describe('headings and sheets', () => {
  it('that are missing, doubled or unknown are named', async () => {
    const run = await dryRun(
      await workbook({
        Commitments: [
          { Reference: 'A', Titel: 'x', Organization: 'pa-snm', 'Organization *': 'b' },
        ],
        Notes: [{ Shopping: 'milk', List: 'eggs' }],
      }),
    );
    expect(told(run)).toEqual([
      'Commitments 1 B Titel column-unknown',
      'Commitments 1 D Organization * already-exists',
      ...['Provisions', 'Original language', 'Title', 'Classification'].map(
        (column) => `Commitments 1 ${column} column-missing`,
      ),
      'Notes 1 sheet-unknown',
    ]);
  });

  it('are those of the template, in every language and without a formula', async () => {
    for (const language of ['es', 'en', 'pt', 'fr']) {
      const headers = { 'accept-language': language };
      const answer = await fetch(`${api.address}${RCM}/template.xlsx`, {
        headers: { ...headers, authorization: `Bearer ${await api.identity.token('sec.rcm')}` },
      });
      expect(answer.status).toBe(200);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const sheets = await readExcelFile(bytes);
      expect(sheets).toHaveLength(5);
      expect(JSON.stringify(sheets[4])).toContain('pa-snm');
      // An empty template is read without a fault but that it is empty.
      expect(told(await dryRun(bytes))).toEqual(['1 file-empty']);
    }
    const text = await api.request(`${RCM}/template.csv?sheet=due-dates`, {
      ...{ as: 'sec.rcm', headers: { 'accept-language': 'fr' } },
    });
    expect(text.text.replace('\uFEFF', '').trim()).toBe('Référence *,Échéance *');
  });
});

describe('each rule', () => {
  const faultsOf = async (sheets: Parameters<typeof workbook>[0]): Promise<string[]> =>
    told(await dryRun(await workbook(sheets)));

  it('of an agreement is named at its cell', async () => {
    const rows = [
      { ...AGREEMENT, Symbol: 'plan 1', Kind: 'Rumour' },
      { ...AGREEMENT, Symbol: 'PLAN-2028', 'Adopted on': day('2031-01-01') },
      { ...AGREEMENT, Symbol: 'PLAN-2029', 'Adopted on': '30/06/2026', Place: '' },
      { ...AGREEMENT, Symbol: 'SJ-2009', 'Title (fr)': '' },
      { ...AGREEMENT, Symbol: 'PLAN-2028' },
    ];
    expect(await faultsOf({ Agreements: rows })).toEqual([
      'Agreements 2 A Symbol wrong-format',
      'Agreements 2 B Kind not-a-choice',
      'Agreements 3 H Adopted on too-large',
      'Agreements 4 H Adopted on not-a-day',
      'Agreements 5 F Title (fr) required',
      'Agreements 5 A Symbol already-exists',
      'Agreements 6 A Symbol already-exists',
    ]);
  });

  it('of a provision is named at its cell; adopted text is never edited', async () => {
    const plan = { ...AGREEMENT, Symbol: 'PLAN-2025' };
    const only = provision('1', { Agreement: 'PLAN-2025' });
    await send(await workbook({ Agreements: [plan], Provisions: [only] }));
    const rows = [
      provision('1', { 'Text (es)': '' }),
      provision('2', { Themes: 'asylum; weather', Repeats: 'SJ-2009 Z9' }),
      provision('2'),
      provision('3', { Agreement: 'PLAN-1999' }),
      provision('F1', { Agreement: 'SJ-2009' }),
      provision('Z9', { Agreement: 'SJ-2009' }),
      provision('2', { Agreement: 'PLAN-2025' }),
      provision('4', { 'Text (en)': 'Ask Ana at ana.perez@example.org' }),
      provision('5', { Repeats: 'PLAN-2026 5' }),
    ];
    expect(await faultsOf({ Agreements: [AGREEMENT], Provisions: rows })).toEqual([
      'Provisions 2 H Text (es) original-missing',
      'Provisions 3 I Themes not-a-choice',
      'Provisions 4 B Number already-exists',
      'Provisions 5 A Agreement unknown-record',
      'Provisions 6 B Number already-exists',
      'Provisions 7 A Agreement instrument-of-another',
      'Provisions 8 A Agreement instrument-is-adopted',
      'Provisions 9 K Text (en) personal-data',
      'Provisions 10 J Repeats unknown-record',
    ]);
  });

  it('of a commitment is named at its cell, as the single write names it', async () => {
    const rows = [
      promise('A', { Provisions: 'PLAN-2026 9' }),
      promise('B', { Organization: 'nobody' }),
      promise('C', { Organization: 'br-pf' }),
      promise('D', { 'Due on': day('2026-01-01') }),
      promise('E', { Provisions: 'PLAN-2030 1' }),
      promise('F', { Title: '', Classification: 'secret' }),
      promise('F'),
      promise('G', { 'Due on': 46_000 }),
      promise('H', { Provisions: 'PLAN-2026 1; PLAN-2026 1' }),
      promise('', {}),
      promise('J', { Provisions: 'MUESTRA-MERCOSUR 1' }),
      promise('K', { Classification: 'Comunidad' }),
    ];
    const texts = [AGREEMENT, { ...AGREEMENT, Symbol: 'PLAN-2030', 'Adopted on': '' }];
    const provisions = [provision('1'), provision('1', { Agreement: 'PLAN-2030' })];
    const sheets = { Agreements: texts, Provisions: provisions, Commitments: rows };
    expect(await faultsOf(sheets)).toEqual([
      'Commitments 2 B Provisions unknown-record',
      'Commitments 3 C Organization unknown-record',
      'Commitments 4 C Organization actor-outside-forum',
      'Commitments 5 H Due on too-small',
      'Commitments 6 B Provisions instrument-is-draft',
      'Commitments 7 E Title required',
      'Commitments 7 I Classification not-a-choice',
      'Commitments 8 A Reference already-exists',
      'Commitments 9 H Due on not-a-day',
      'Commitments 10 B Provisions already-exists',
      'Commitments 11 A Reference required',
      'Commitments 12 B Provisions unknown-record',
    ]);
  });

  it('of a due date is named at its cell', async () => {
    await send(await whole());
    const { rows } = await owner.query<{ id: string }>(
      `select id from commitment where reference = '2026-PAN-02'`,
    );
    const id = String(rows[0]?.id);
    const regular = { firstOn: '2027-01-31', everyMonths: 6, endsOn: '2027-12-31' };
    const set = await change(`/api/v1/commitments/${id}/schedule`, 'sec.rcm', {
      ...{ id, method: 'PUT', body: regular },
    });
    expect(set.status).toBe(200);
    const dates = [
      ['2026-XXX-99', '2027-01-31'],
      ['2026-CRI-01', '2027-01-31'],
      ['2026-PAN-02', '2027-01-31'],
      ['2026-PAN-01', '2020-01-31'],
      ['2026-PAN-01', '2028-01-31'],
      ['2026-PAN-01', '2027-03-31'],
      ['2026-PAN-01', 'soon'],
      ['2026-PAN-01', '2027-05-31'],
      ['2026-PAN-01', '2027-05-31'],
    ].map(([reference, on]) => ({ Reference: reference ?? '', 'Due on': on ?? '' }));
    expect(await faultsOf({ 'Due dates': dates })).toEqual([
      'Due dates 2 A Reference unknown-record',
      'Due dates 3 A Reference commitment-not-running',
      'Due dates 4 A Reference schedule-is-regular',
      'Due dates 5 B Due on in-the-past',
      'Due dates 6 B Due on too-large',
      'Due dates 7 B Due on already-exists',
      'Due dates 8 B Due on not-a-day',
      'Due dates 10 B Due on already-exists',
    ]);
  });

  it('that the last row breaks leaves nothing of the rows before', async () => {
    const before = await counted();
    const rows = Array.from({ length: 300 }, (_, at) => promise(`R-${at}`));
    const file = await workbook({
      ...{ Agreements: [AGREEMENT], Provisions: [provision('1')] },
      Commitments: [...rows, promise('LAST', { Organization: 'br-pf' })],
    });
    const answer = await send(file, { language: 'es' });
    expect(answer.status).toBe(422);
    expect(answer.body['errors']).toEqual([
      {
        pointer: '/file/Commitments/302/Organization',
        rule: 'actor-outside-forum',
        detail: expect.stringContaining('Esta organización no puede asumir compromisos'),
      },
    ]);
    expect(await counted()).toEqual(before);
  });
});
