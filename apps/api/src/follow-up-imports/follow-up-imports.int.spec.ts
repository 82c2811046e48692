import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { api, ids, owner, recorded } from '../commitments/commitments.harness.js';
import { zip } from '../files/files.harness.js';
import {
  AGREEMENT,
  counted,
  csv,
  dryRun,
  promise,
  provision,
  send,
  TABLES,
  told,
  useFollowUpImports,
  whole,
  workbook,
} from './follow-up-imports.harness.js';

useFollowUpImports();

describe('a whole workbook', () => {
  it('is told by the dry run, which changes nothing', async () => {
    const before = await counted();
    const run = await dryRun(await whole());
    expect(told(run)).toEqual([]);
    expect(run).toMatchObject({
      ...{ ready: true, faultCount: 0, fileName: 'plan.xlsx' },
      makes: { instruments: 1, provisions: 2, commitments: 3, aspirations: 1, dueDates: 2 },
    });
    expect(run.sheets.map(({ sheet, rows }) => [sheet, rows])).toEqual([
      ...[['instruments', 1] as const, ['provisions', 2] as const],
      ...[['commitments', 4] as const, ['due-dates', 2] as const],
    ]);
    expect(await counted()).toEqual(before);
  });

  it('is imported with texts, lineage, gate, dates, timeline and trace', async () => {
    const before = await counted();
    const answer = await send(await whole());
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      made: { instruments: 1, provisions: 2, commitments: 3, aspirations: 1, dueDates: 2 },
      instruments: ['PLAN-2026', 'SJ-2009'],
    });
    const after = await counted();
    const more = Object.fromEntries(TABLES.map((table) => [table, after[table]! - before[table]!]));
    expect(more).toEqual({
      ...{ instrument: 1, instrument_forum: 1, provision: 2, provision_text: 3, provision_link: 2 },
      ...{ commitment: 4, commitment_text: 4, commitment_provision: 5 },
      // Four dates are the commitments' own.
      ...{ due_date: 6, reporting_schedule: 1, commitment_event: 5, audit_entry: 9, import_job: 1 },
    });
    const { rows } = await owner.query(
      `select c.reference, c.state, t.title, to_char(c.due_on, 'YYYY-MM-DD') as due, o.alias, c.classification
       from commitment c join commitment_text t on t.commitment_id = c.id
       join organization o on o.id = c.organization_id where c.reference is not null order by 1`,
    );
    const common = { due: '2027-12-31', classification: 'community' };
    const panama = { ...common, alias: 'pa-snm', state: 'accepted' };
    expect(rows).toEqual([
      {
        ...{ ...common, alias: 'cr-dgme', state: 'aspiration' },
        ...{ reference: '2026-CRI-01', title: 'Compromiso 2026-CRI-01' },
      },
      { ...panama, reference: '2026-PAN-01', title: 'Compromiso 2026-PAN-01' },
      { ...panama, reference: '2026-PAN-02', title: '=1+1 es dos' },
      {
        ...{ ...panama, classification: 'confidential' },
        ...{ reference: '2026-PAN-03', title: 'Compromiso 2026-PAN-03' },
      },
    ]);
  });

  it('is seen as if each had been recorded alone', async () => {
    await send(await whole());
    const single = await recorded({ provisions: [ids.provision('F1')] });
    const { rows } = await owner.query<{ audiences: number; dates: number }>(
      `select count(distinct audience_id)::int as audiences from commitment
       where id = $1 or reference in ('2026-PAN-01', '2026-PAN-02')`,
      [single],
    );
    expect(rows[0]?.audiences).toBe(1);
    const seen = await api.request(`/api/v1/commitments?instrument=PLAN-2026`, { as: 'fp.co' });
    expect(JSON.stringify(seen.body)).not.toContain('Compromiso 2026-PAN-03');
    const own = await api.request(`/api/v1/commitments?instrument=PLAN-2026`, { as: 'fp.pa' });
    expect(JSON.stringify(own.body)).toContain('Compromiso 2026-PAN-03');
  });

  it('is made once when the same request comes again, and a file that comes again is refused by name', async () => {
    const file = await whole();
    const key = randomUUID();
    const first = await send(file, { key });
    const before = await counted();
    const again = await send(file, { key });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await send(await workbook({ Agreements: [AGREEMENT] }), { key });
    expect(other.body['type']).toMatch(/idempotency-key-reused$/);
    const run = await dryRun(file);
    expect(told(run)).toEqual([
      'Agreements 2 A Symbol already-exists',
      'Provisions 2 B Number already-exists',
      'Provisions 3 B Number already-exists',
      ...[2, 3, 4, 5].map((row) => `Commitments ${row} A Reference already-exists`),
      'Due dates 2 B Due on already-exists',
      'Due dates 3 B Due on already-exists',
    ]);
    expect((await send(file)).status).toBe(422);
    expect(await counted()).toEqual(before);
  });

  it('of two at once is imported once', async () => {
    const before = await counted();
    const file = await whole();
    const answers = await Promise.all([send(file), send(file)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect((await counted())['commitment']).toBe((before['commitment'] ?? 0) + 4);
  });
});

describe('CSV files', () => {
  it('bring one kind each, in the headings of any language', async () => {
    const texts = [AGREEMENT, { ...AGREEMENT, Symbol: 'PLAN-2027' }];
    expect((await send(csv(texts))).status).toBe(201);
    expect((await send(csv([provision('1')]))).status).toBe(201);
    expect((await send(csv([promise('CSV-1')]))).status).toBe(201);
    const dates = Buffer.from('\uFEFFReferencia;Plazo\r\nCSV-1;2027-01-31\r\n');
    const answer = await send(dates);
    expect(answer.body).toMatchObject({ made: { dueDates: 1 } });
    const { rows } = await owner.query(
      `select to_char(d.due_on, 'YYYY-MM-DD') as on, d.final from due_date d
       join commitment c on c.id = d.commitment_id where c.reference = 'CSV-1' order by 1`,
    );
    expect(rows).toEqual([
      { on: '2027-01-31', final: false },
      { on: '2027-12-31', final: true },
    ]);
  });

  it('in another encoding are refused at the row', async () => {
    const bytes = Buffer.from('Referencia;Plazo\nPAÑ;2027-01-31\n', 'latin1');
    expect(told(await dryRun(bytes))).toEqual(['2 not-utf-8']);
  });

  it('without rows are refused', async () => {
    expect(told(await dryRun(Buffer.from('Reference,Due on\n')))).toEqual(['1 file-empty']);
    expect((await send(Buffer.from('Reference,Due on\n'))).status).toBe(422);
  });

  it('of more than ten thousand rows are refused', async () => {
    const lines = Array.from({ length: 10_001 }, (_, at) => `R-${at},2027-01-31`);
    const run = await dryRun(Buffer.from(['Reference,Due on', ...lines].join('\n')));
    expect(told(run)).toEqual(['1 too-many-rows']);
    expect(run.faults[0]?.detail).toBe('The file has more than 10000 rows; divide it.');
  });
});

describe('a file', () => {
  const refused = async (bytes: Buffer): Promise<unknown> => {
    const answer = await send(bytes, { path: '/dry-run' });
    const errors = answer.body['errors'] as readonly { rule: string }[] | undefined;
    return [answer.status, errors?.[0]?.rule];
  };

  it('that is no table, expands, is damaged or reaches far away is refused', async () => {
    expect(await refused(Buffer.from('%PDF-1.7\n%âãÏÓ\n'))).toEqual([422, 'not-a-table']);
    expect(await refused(zip({ 'a.xml': '<a/>' }))).toEqual([422, 'not-a-table']);
    const bomb = zip(
      { 'xl/workbook.xml': '<a/>', 'xl/worksheets/sheet1.xml': ' '.repeat(70_000_000) },
      { deflated: true },
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(bomb)).toEqual([422, 'file-expands']);
    const good = await workbook({ Agreements: [AGREEMENT] });
    expect(await refused(good.subarray(0, good.length - 40))).toEqual([422, 'file-damaged']);
    const far = zip({
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/sheet1.xml': '<worksheet><row r="1"><c r="XFD1048576"/></row></worksheet>',
    });
    expect(await refused(far)).toEqual([422, 'table-too-wide']);
  });

  it('is taken from the secretariat of the forum alone', async () => {
    const file = await workbook({ Agreements: [AGREEMENT] });
    const before = await counted();
    for (const path of ['', '/dry-run']) {
      const others = await Promise.all(
        ['fp.pa', 'nc.pa', 'analyst.unhcr'].map((as) => send(file, { path, as })),
      );
      expect(others.map(({ status }) => status)).toEqual([403, 403, 403]);
      const forum = '/api/v1/forums/mercosur/imports';
      expect((await send(file, { path, forum })).status).toBe(403);
      expect((await send(file, { path, forum: '/api/v1/forums/nowhere/imports' })).status).toBe(
        404,
      );
    }
    expect(await counted()).toEqual(before);
  });
});
