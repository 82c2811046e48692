import { describe, expect, it } from '@jest/globals';
import { reportListResponse, reportResponse } from '@enlace/contract';
import type { TestAnswer } from '../app.harness.js';
import {
  api,
  cleared,
  CONTENT,
  create,
  etagOf,
  owner,
  REASON,
  REPORTS,
  send,
  sent,
  share,
  useArrivals,
  write,
} from './arrivals.harness.js';

useArrivals();

describe('sight', () => {
  it('hides a report and all its routes from another State', async () => {
    const { id, etag } = await cleared('2023-01');
    const path = `${REPORTS}/${id}`;
    const answers = await Promise.all([
      api.request(path, { as: 'fp.co' }),
      api.request(path),
      api.request(`${path}/versions`, { as: 'fp.co' }),
      api.request(`${path}/checks`, { as: 'fp.co', method: 'POST' }),
      write(`${path}/draft`, 'fp.co', { method: 'PUT', etag, body: CONTENT }),
      write(`${path}/draft`, 'fp.co', { method: 'DELETE', etag }),
      write(`${path}/submission`, 'fp.co', { etag, body: { confirmations: [] } }),
      write(`${path}/clearance`, 'cl.co', { etag }),
      write(`${path}/return`, 'cl.co', { etag, body: REASON }),
      write(`${path}/reopening`, 'fp.co', { etag, body: REASON }),
      write('/api/v1/arrivals/clearances', 'cl.co', { body: { reports: [id] } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(new Set(answers.map(({ body }) => body['type']))).toEqual(
      new Set(['/problems/not-found']),
    );
    const list = reportListResponse.parse((await api.request(REPORTS, { as: 'fp.co' })).body);
    expect(list).toEqual({ reports: [], next: null });
  });

  it('hides a draft from the own State until it is sent', async () => {
    const created = await create('2023-02');
    const path = `${REPORTS}/${String(created.body['id'])}`;
    expect((await api.request(path, { as: 'fp.pa-min' })).status).toBe(404);
    await write(`${path}/draft`, 'fp.pa', {
      method: 'PUT',
      etag: etagOf(created),
      body: CONTENT,
    }).then((saved) => send(String(created.body['id']), etagOf(saved)));
    const seen = await api.request(path, { as: 'fp.pa-min' });
    expect([seen.status, seen.body['detail'], seen.body['versionState']]).toEqual([
      ...[200, 'exact', 'submitted'],
    ]);
    // Visible, but another organization's to work on.
    const foreign = await write(`${path}/draft`, 'fp.pa-min', { method: 'DELETE', etag: 'x' });
    expect(foreign.status).toBe(403);
  });

  it('gives a protected reader the twin and tells the owner of the reading', async () => {
    const { id } = await cleared('2023-03');
    const unhcr = await owner.query<{ id: string }>(
      `select id from organization where alias = 'unhcr'`,
    );
    const organizations = unhcr.rows.map((row) => row.id);
    expect((await share(id, { kind: 'organizations', organizations }, 'protected')).status).toBe(
      201,
    );
    const answer = await api.request(`${REPORTS}/${id}`, { as: 'analyst.unhcr' });
    const report = reportResponse.parse(answer.body);
    // It would tell of drafts that UNHCR does not see.
    expect(answer.headers.get('etag')).toBeNull();
    expect(Object.keys(answer.body)).not.toEqual(expect.arrayContaining(['cells']));
    expect(report.counts).toEqual([
      { nationality: 'CMR', figure: { kind: 'about', low: 118, middle: 120, high: 122 } },
      { nationality: 'IND', figure: { kind: 'about', low: 38, middle: 40, high: 42 } },
      { nationality: 'NPL', figure: { kind: 'fewer-than-ten' } },
    ]);
    expect(report.total).toEqual({ kind: 'about', low: 157, middle: 165, high: 173 });
    const list = reportListResponse.parse(
      (await api.request(REPORTS, { as: 'analyst.unhcr' })).body,
    );
    expect(list.reports.find((row) => row.id === id)).toMatchObject({
      detail: 'protected',
      classification: null,
      updatedAt: null,
      total: report.total,
    });
    const read = await owner.query(
      `select 1 from read_log where record_kind = 'arrival-report' and record_id = $1 and reader_organization_id = $2 and what = 'read'`,
      [id, organizations[0]],
    );
    expect(read.rowCount).toBe(1);
  });

  it("takes sex and age of a State's nationals out of what its authorities read", async () => {
    const content = {
      ...CONTENT,
      cells: [...CONTENT.cells, { nationality: 'VEN', sex: 'male', ageBand: '18-59', value: 55 }],
    };
    const { id, etag } = await sent('2023-04', content);
    await write(`${REPORTS}/${id}/clearance`, 'cl.pa', { etag });
    await share(id, { kind: 'states', states: ['VEN', 'COL'] }, 'exact');
    const read = async (
      as: string,
    ): Promise<Extract<ReturnType<typeof reportResponse.parse>, { detail: 'exact' }>> => {
      const report = reportResponse.parse((await api.request(`${REPORTS}/${id}`, { as })).body);
      if (report.detail !== 'exact') throw new Error('exact detail was shared');
      return report;
    };
    const fenced = await read('fp.ve');
    expect(fenced.withoutNationalsOf).toBe('VEN');
    expect(fenced.cells.map(({ nationality }) => nationality)).not.toContain('VEN');
    expect(fenced.indicators).toEqual([]);
    expect(fenced.counts.find(({ nationality }) => nationality === 'VEN')?.figure).toEqual({
      ...{ kind: 'exact', value: 55 },
    });
    const { body } = await api.request(REPORTS, { as: 'fp.ve' });
    const line = reportListResponse.parse(body).reports.find((row) => row.id === id);
    expect(line).toMatchObject({ detail: 'exact', withoutNationalsOf: 'VEN', updatedAt: null });
    const other = await read('fp.co');
    expect([other.withoutNationalsOf, other.cells.length]).toEqual([null, 4]);
  });
});

describe('the origin-State firewall', () => {
  it('holds in the queries alone, were row security open', async () => {
    const content = {
      ...CONTENT,
      cells: [...CONTENT.cells, { nationality: 'VEN', sex: 'male', ageBand: '18-59', value: 55 }],
      indicators: [
        ...CONTENT.indicators,
        { indicator: 'pregnant', nationality: 'VEN', value: 1 },
        { indicator: 'pregnant', nationality: 'CMR', value: 2 },
      ],
    };
    const exact = await sent('2023-06', content);
    await write(`${REPORTS}/${exact.id}/clearance`, 'cl.pa', { etag: exact.etag });
    await share(exact.id, { kind: 'states', states: ['VEN', 'COL'] }, 'exact');
    const twin = await sent('2023-07', content);
    await write(`${REPORTS}/${twin.id}/clearance`, 'cl.pa', { etag: twin.etag });
    await share(twin.id, { kind: 'states', states: ['VEN', 'COL'] }, 'protected');
    for (const table of ['arrival_cell', 'arrival_indicator', 'twin_share']) {
      await owner.query(`create policy opened on ${table} for select to enlace_app using (true)`);
    }
    const read = async (id: string, as: string): Promise<TestAnswer['body']> =>
      (await api.request(`${REPORTS}/${id}`, { as })).body;
    const fenced = await read(exact.id, 'fp.ve');
    const shares = await read(twin.id, 'fp.ve');
    const [other, others] = [await read(exact.id, 'fp.co'), await read(twin.id, 'fp.co')];
    for (const table of ['arrival_cell', 'arrival_indicator', 'twin_share']) {
      await owner.query(`drop policy opened on ${table}`);
    }
    expect(JSON.stringify(fenced['cells'])).not.toContain('VEN');
    expect(fenced['indicators']).toEqual([{ indicator: 'pregnant', nationality: 'CMR', value: 2 }]);
    expect(shares['shares']).toEqual([]);
    expect(other['indicators']).toHaveLength(3);
    expect(others['shares']).not.toEqual([]);
  });
});

describe('a retracted report', () => {
  it('keeps its header and the reason for protected readers, and no figures', async () => {
    const { id, etag } = await cleared('2023-08');
    await share(id, { kind: 'states', states: ['COL'] }, 'protected');
    const before = await api.request(`${REPORTS}/${id}`, { as: 'fp.co' });
    expect(before.body).toMatchObject({ detail: 'protected', retractReason: null });
    await write(`${REPORTS}/${id}/retraction`, 'nc.pa', { etag, body: REASON });
    const { body } = await api.request(`${REPORTS}/${id}`, { as: 'fp.co' });
    expect(body).toMatchObject({
      ...{ detail: 'protected', versionState: 'retracted', retractReason: REASON.reason },
      ...{ counts: [], shares: [], total: { kind: 'not-reported' }, state: 'PAN' },
    });
  });
});

describe('a nil report', () => {
  it('tells zero to all its readers, and nothing once it is retracted', async () => {
    const content = { ...CONTENT, nil: true, counts: [], cells: [], indicators: [] };
    const { id, etag } = await sent('2023-05', content);
    const done = await write(`${REPORTS}/${id}/clearance`, 'cl.pa', { etag });
    await share(id, { kind: 'states', states: ['COL'] }, 'protected');
    const totals = async (): Promise<unknown[]> => {
      const one = await api.request(`${REPORTS}/${id}`, { as: 'fp.co' });
      const { body } = await api.request(REPORTS, { as: 'fp.co' });
      const line = reportListResponse.parse(body).reports.find((row) => row.id === id);
      return [one.body['total'], line?.total];
    };
    const zero = { kind: 'exact', value: 0 };
    expect(await totals()).toEqual([zero, zero]);
    await write(`${REPORTS}/${id}/retraction`, 'nc.pa', { etag: etagOf(done), body: REASON });
    const nothing = { kind: 'not-reported' };
    expect(await totals()).toEqual([nothing, nothing]);
  });
});
