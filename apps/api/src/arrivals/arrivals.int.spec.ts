import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { reportListResponse, reportResponse, versionListResponse } from '@enlace/contract';
import { withClient } from '@enlace/dev-postgres';
import type { TestAnswer } from '../app.harness.js';
import { verifyChains } from '../audit/index.js';
import { Config } from '../config/index.js';
import {
  api,
  cleared,
  CONTENT,
  create,
  etagOf,
  owner,
  points,
  REASON,
  REPORTS,
  rulesOf,
  send,
  sent,
  useArrivals,
  write,
} from './arrivals.harness.js';

useArrivals();

/** What an auditor finds wrong with the chains. */
async function chainFaults(): Promise<readonly string[]> {
  const { ENLACE_AUDIT_KEY, ENLACE_AUDIT_KEY_ID } = api.app.get(Config).audit;
  const keys = new Map([[ENLACE_AUDIT_KEY_ID, ENLACE_AUDIT_KEY]]);
  const report = await withClient(api.urls.auditor, (client) => verifyChains(client, keys, []));
  return report.faults;
}

describe('a report', () => {
  it('lives from its draft through clearing and a revision to its retraction', async () => {
    const { id, etag } = await sent('2025-01');
    const path = `${REPORTS}/${id}`;
    const own = await write(`${path}/clearance`, 'fp.pa', { etag });
    expect(own.status).toBe(403);

    const clearance = await write(`${path}/clearance`, 'cl.pa', { etag });
    expect(clearance.body).toMatchObject({ id, version: 1, versionState: 'cleared' });
    expect(clearance.headers.get('cache-control')).toBe('no-store');

    const reopened = await write(`${path}/reopening`, 'fp.pa', {
      ...{ etag: etagOf(clearance), body: REASON },
    });
    expect(reopened.body).toMatchObject({ version: 2, versionState: 'draft' });
    const copy = reportResponse.parse((await api.request(path, { as: 'fp.pa' })).body);
    expect(copy.detail === 'exact' && copy.cells).toHaveLength(3);

    const revision = { ...CONTENT, counts: [{ nationality: 'IND', value: 41 }] };
    const saved = await write(`${path}/draft`, 'fp.pa', {
      ...{ method: 'PUT', etag: etagOf(reopened), body: revision },
    });
    const again = await write(`${path}/clearance`, 'cl.pa', {
      etag: await send(id, etagOf(saved)),
    });
    expect(again.body).toMatchObject({ version: 2, versionState: 'cleared' });

    const retracted = await write(`${path}/retraction`, 'nc.pa', {
      ...{ etag: etagOf(again), body: REASON },
    });
    expect(retracted.body).toMatchObject({ version: 2, versionState: 'retracted' });
    const { versions } = versionListResponse.parse(
      (await api.request(`${path}/versions`, { as: 'fp.pa' })).body,
    );
    expect(versions.map(({ version, versionState }) => [version, versionState])).toEqual([
      [2, 'retracted'],
      [1, 'superseded'],
    ]);
    expect(versions[0]?.reason).toBe(REASON.reason);
    // The key is free again.
    expect((await create('2025-01')).status).toBe(201);
    const entries = await owner.query<{ action: string }>(
      'select action from audit_entry where record_id = $1 order by sequence',
      [id],
    );
    expect(entries.rows.map(({ action }) => action)).toEqual([
      ...['arrivals.enter', 'arrivals.enter', 'arrivals.send', 'arrivals.clear'],
      ...['arrivals.reopen', 'arrivals.enter', 'arrivals.send', 'arrivals.clear'],
      'arrivals.retract',
    ]);
  });

  it('goes back to its author with a reason, and is never thrown away after it was sent', async () => {
    const { id, etag } = await sent('2025-02');
    const path = `${REPORTS}/${id}`;
    const returned = await write(`${path}/return`, 'cl.pa', { etag, body: REASON });
    expect(returned.body).toMatchObject({ versionState: 'returned' });
    const discard = (version: string): Promise<TestAnswer> =>
      write(`${path}/draft`, 'fp.pa', { method: 'DELETE', etag: version });
    const seen = await api.request(path, { as: 'fp.pa' });
    expect(seen.body).toMatchObject({
      returnReason: REASON.reason,
      acts: ['edit', 'send', 'share'],
    });
    expect((await discard(etagOf(returned))).status).toBe(409);
    const saved = await write(`${path}/draft`, 'fp.pa', {
      ...{ method: 'PUT', etag: etagOf(returned), body: CONTENT },
    });
    const edited = await api.request(path, { as: 'fp.pa' });
    expect(edited.body).toMatchObject({ versionState: 'draft', acts: ['edit', 'send', 'share'] });
    expect((await discard(etagOf(saved))).status).toBe(409);
    expect((await api.request(path, { as: 'fp.pa' })).status).toBe(200);
  });

  it('is thrown away while it was never sent, and leaves what was cleared', async () => {
    const created = await create('2025-07');
    const first = `${REPORTS}/${String(created.body['id'])}`;
    const gone = await write(`${first}/draft`, 'fp.pa', {
      method: 'DELETE',
      etag: etagOf(created),
    });
    expect(gone.status).toBe(204);
    expect((await api.request(first, { as: 'fp.pa' })).status).toBe(404);
    const { id, etag } = await cleared('2025-08');
    const path = `${REPORTS}/${id}`;
    const reopened = await write(`${path}/reopening`, 'fp.pa', { etag, body: REASON });
    const left = await write(`${path}/draft`, 'fp.pa', {
      method: 'DELETE',
      etag: etagOf(reopened),
    });
    expect(left.status).toBe(204);
    const now = await api.request(path, { as: 'fp.pa' });
    expect(now.body).toMatchObject({ version: 1, versionState: 'cleared' });
  });

  it('is checked as a draft and after its return, not while others look at it', async () => {
    const { id, etag } = await sent('2025-09');
    const path = `${REPORTS}/${id}`;
    const check = (): Promise<TestAnswer> =>
      api.request(`${path}/checks`, { as: 'fp.pa', method: 'POST' });
    expect((await check()).status).toBe(409);
    await write(`${path}/return`, 'cl.pa', { etag, body: REASON });
    expect((await check()).status).toBe(200);
  });

  it('takes one of two saves of the same version, and clears once', async () => {
    const created = await create('2025-05');
    const path = `${REPORTS}/${String(created.body['id'])}`;
    const save = (): Promise<TestAnswer> =>
      write(`${path}/draft`, 'fp.pa', { method: 'PUT', etag: etagOf(created), body: CONTENT });
    const saves = await Promise.all([save(), save(), save()]);
    expect(saves.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    const { id, etag } = await sent('2025-06');
    const clear = (): Promise<TestAnswer> => write(`${REPORTS}/${id}/clearance`, 'cl.pa', { etag });
    const clears = await Promise.all([clear(), clear(), clear()]);
    expect(clears.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
  });

  it('is made once for each idempotency key, and once for each key of its own', async () => {
    const key = randomUUID();
    const first = await create('2025-03', key);
    const repeated = await create('2025-03', key);
    expect(repeated.body['id']).toBe(first.body['id']);
    const reused = await create('2025-04', key);
    expect(reused.status).toBe(422);
    const second = await create('2025-03');
    expect([second.status, second.body['type']]).toEqual([409, '/problems/report-exists']);
    expect(second.body['current']).toEqual({ id: first.body['id'] });
    // A year contains its months.
    expect((await create('2025')).status).toBe(409);
  });
});

describe('many reports', () => {
  it('are cleared together, all or none', async () => {
    const ids = [await sent('2022-01'), await sent('2022-02')].map(({ id }) => id);
    const clear = (reports: string[], as = 'cl.pa'): Promise<TestAnswer> =>
      write('/api/v1/arrivals/clearances', as, { body: { reports } });
    expect((await clear([...ids, randomUUID()])).status).toBe(404);
    const draft = await create('2022-03');
    expect((await clear([...ids, String(draft.body['id'])])).status).toBe(409);
    const still = await owner.query('select 1 from twin_count where report_id = any($1)', [ids]);
    expect(still.rowCount).toBe(0);
    expect((await clear(ids)).body).toEqual({ cleared: 2 });
    expect((await clear(ids)).status).toBe(409);
  });

  it('are cleared within seconds after an import of some hundred months', async () => {
    const made = await owner.query<{ id: string }>(
      `with report as (
         insert into arrival_report (organization_id, state_id, crossing_point_id, point_span, unit, observation,
           source_kind, period, period_length, counted, first_entry, open_version)
         select o.id, o.state_id, p.id, int4range(p.number, p.number + 1), 'cases', 'transit', 'register',
           daterange(m::date, (m + interval '1 month')::date), 'month', true, false, 1
         from organization o, crossing_point p,
           generate_series('1990-01-01'::timestamp, '2021-06-01'::timestamp, interval '1 month') m
         where o.alias = 'pa-snm' and p.id = $1 returning id
       ), version as (
         insert into arrival_report_version (report_id, version, state, submitted_at)
         select id, 1, 'submitted', now() from report returning report_id
       ), count as (
         insert into arrival_count (report_id, version, nationality, value)
         select report_id, 1, n, ascii(n) from version,
           unnest('{AFG,AGO,BGD,CHN,CMR,COD,ETH,GHA,IND,IRN,LKA,NGA,NPL,PAK,SEN,SOM,SYR,TUR,UZB,VNM}'::text[]) n
       ) select id from report`,
      [points.otherOfPanama],
    );
    const reports = made.rows.map(({ id }) => id);
    expect(reports).toHaveLength(378);
    const started = performance.now();
    const answer = await write('/api/v1/arrivals/clearances', 'cl.pa', { body: { reports } });
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(`378 reports cleared in ${seconds.toFixed(2)} s\n`);
    expect(answer.body).toEqual({ cleared: 378 });
    expect(seconds).toBeLessThan(10);
    const twins = await owner.query('select 1 from twin_count where report_id = any($1)', [
      reports,
    ]);
    expect(twins.rowCount).toBe(378 * 20);
    const traced = await owner.query<{ record_id: string }>(
      `select record_id from audit_entry e join audit_body b using (organization_id, sequence)
       where e.action = 'arrivals.clear' and e.record_id = any($1) and b.after = '{"version": 1}'
       order by sequence`,
      [reports],
    );
    expect(traced.rows.map((row) => row.record_id)).toEqual(reports.toSorted());
    expect(await chainFaults()).toEqual([]);
  }, 30_000);

  it('are listed in pages without gaps or repetition', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query = `?limit=50${cursor === null ? '' : `&cursor=${cursor}`}`;
      const answer = await api.request(`${REPORTS}${query}`, { as: 'fp.pa' });
      const page = reportListResponse.parse(answer.body);
      seen.push(...page.reports.map(({ id, period }) => `${period} ${id}`));
      cursor = page.next;
    } while (cursor !== null);
    const all = await owner.query<{ count: string }>('select count(*) from arrival_report');
    expect(seen).toHaveLength(Number(all.rows[0]!.count));
    expect(seen).toEqual([...seen].sort().reverse());
    const broken = await api.request(`${REPORTS}?cursor=nonsense`, { as: 'fp.pa' });
    expect(rulesOf(broken)).toEqual(['/query/cursor wrong-format']);
  });
});
