import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { deskResponse, type DeskResponse } from '@enlace/contract';
import { startTestApi, type TestApi } from '../app.harness.js';
import { loadSeeds } from '../seeds/index.js';

let api: TestApi;
let owner: Client;

beforeAll(async () => {
  api = await startTestApi();
  await loadSeeds({ ownerUrl: api.urls.owner, demo: true });
  owner = new Client({ connectionString: api.urls.owner });
  await owner.connect();
}, 120_000);

afterAll(async () => {
  await owner.end();
  await api.close();
});

const desk = async (as: string): Promise<DeskResponse> => {
  const answer = await api.request('/api/v1/desk', { as });
  expect(answer.status).toBe(200);
  return deskResponse.parse(answer.body);
};

const idsOf = async (sql: string): Promise<string[]> =>
  (await owner.query<{ id: string }>(sql)).rows.map(({ id }) => id);

const open = (state: string, alias: string): string =>
  `select r.id from arrival_report r join organization o on o.id = r.organization_id
   join arrival_report_version v on v.report_id = r.id and v.version = r.open_version
   where o.alias = '${alias}' and v.state = '${state}' and r.retracted_at is null order by 1`;

describe('desk', () => {
  it('asks a focal point for every point without a report in a due month', async () => {
    const before = await desk('fp.pa');
    const { rows } = await owner.query<{ id: string; point: string }>(
      `select r.id, r.crossing_point_id as point from arrival_report r join state s on s.id = r.state_id
       where s.code = 'PAN' and r.period @> ($1 || '-01')::date and r.period_length = 'month' limit 1`,
      [before.month],
    );
    const begun = rows[0]!;
    const mine = ({ crossingPoint, period, kind }: DeskResponse['tasks'][number]): boolean =>
      kind === 'enter' && crossingPoint === begun.point && period === before.month;
    expect(before.tasks.filter(mine)).toEqual([]);
    await owner.query('delete from arrival_report where id = $1', [begun.id]);
    const [task] = (await desk('fp.pa')).tasks.filter(mine);
    expect(task).toMatchObject({ report: null, rows: 0, reason: null });
    expect(task!.dueOn.slice(8)).toBe('15');
    expect(task!.daysLeft).toBe(
      Math.round((Date.parse(task!.dueOn) - Date.parse(before.today)) / 86_400_000),
    );
    expect(task!.status).toBe(
      task!.daysLeft < 0 ? 'overdue' : task!.daysLeft <= 14 ? 'due-soon' : 'on-track',
    );
  });

  it('shows drafts to their organization and sent ones to who may clear them, never to their author', async () => {
    const [id] = await idsOf(
      `select r.id from arrival_report r join organization o on o.id = r.organization_id
       where o.alias = 'cr-dgme' and r.open_version is null and r.current_version is not null
       order by r.period desc limit 1`,
    );
    const set = async (state: string): Promise<unknown> => {
      await owner.query(`update arrival_report set open_version = 9 where id = $1`, [id]);
      return owner.query(
        `insert into arrival_report_version (report_id, version, state) values ($1, 9, $2)
         on conflict (report_id, version) do update set state = excluded.state`,
        [id, state],
      );
    };
    const kinds = async (as: string): Promise<string[]> =>
      (await desk(as)).tasks.filter(({ report }) => report === id).map(({ kind }) => kind);
    await set('draft');
    expect(await kinds('fp.cr')).toEqual(['continue']);
    expect(await kinds('cl.cr')).toEqual([]);
    await set('returned');
    expect(await kinds('fp.cr')).toEqual(['returned']);
    await set('submitted');
    expect(await kinds('fp.cr')).toEqual([]);
    expect(await kinds('cl.cr')).toEqual(['clear']);
    expect(await kinds('cl.pa')).toEqual([]);
    await owner.query(
      `insert into version_author (report_id, version, person_id)
       select $1, 9, p.id from person p where p.username = 'cl.cr'`,
      [id],
    );
    expect(await kinds('cl.cr')).toEqual([]);
  });

  it('has the open work of the samples', async () => {
    const drafts = await idsOf(open('draft', 'co-mig'));
    const tasks = (await desk('fp.co')).tasks.filter(({ kind }) => kind === 'continue');
    expect(tasks.map(({ report }) => report).sort()).toEqual(drafts);
  });

  it('tells what was newly shared as the reader sees it, and forgets what is no longer shared', async () => {
    const [organization] = await idsOf(`select id from organization where alias = 'unhcr'`);
    const [report] = await idsOf(
      `select r.id from arrival_report r join audience_reader x on x.audience_id = r.audience_id
       join reader_token t on t.id = x.reader and t.organization_id = '${organization}'
       where x.detail = 1 and r.current_version is not null order by r.period desc limit 1`,
    );
    await owner.query('delete from notice');
    await owner.query(
      `insert into notice (organization_id, report_id, kind) values ($1, $2, 'shared'), ($1, $2, 'revised')`,
      [organization, report],
    );
    const { shared, moreShared } = await desk('analyst.unhcr');
    expect(shared).toHaveLength(1);
    expect(moreShared).toBe(0);
    const { rows } = await owner.query<{ value: number }>(
      `select sum(c.value)::int as value from arrival_report r
       join arrival_count c on c.report_id = r.id and c.version = r.current_version where r.id = $1`,
      [report],
    );
    expect(shared[0]).toMatchObject({
      report,
      detail: 'exact',
      total: { kind: 'exact', value: rows[0]!.value },
    });
    await owner.query('update arrival_report set audience_id = 0 where id = $1', [report]);
    expect((await desk('analyst.unhcr')).shared).toEqual([]);
  });

  it('tells recipients of reopening, retraction and revocation, each while it holds, and nobody else', async () => {
    const reports = '/api/v1/arrivals/reports';
    const [id] = await idsOf(
      `select r.id from arrival_report r join organization o on o.id = r.organization_id
       where o.alias = 'pa-snm' and r.current_version is not null and r.open_version is null
         and r.retracted_at is null and r.classification in ('restricted', 'community', 'public')
       order by r.period limit 1`,
    );
    await owner.query(`delete from share where report_id = $1 and kind <> 'own-state'`, [id]);
    await owner.query('select refresh_report_audience($1)', [id]);
    const act = async (as: string, what: string, reason: string): Promise<void> => {
      const { headers } = await api.request(`${reports}/${id}`, { as: 'fp.pa' });
      const answer = await api.request(`${reports}/${id}/${what}`, {
        ...{ as, method: 'POST', body: { reason } },
        headers: { 'if-match': headers.get('etag') ?? '' },
      });
      expect(answer.status).toBeLessThan(300);
    };
    const told = async (as: string): Promise<DeskResponse['notices']> =>
      (await desk(as)).notices.filter(({ state }) => state === 'PAN');
    const share = async (): Promise<{ id: string; etag: string }> => {
      const { status, body } = await api.request(`${reports}/${id}/shares`, {
        ...{ as: 'fp.pa', method: 'POST', headers: { 'idempotency-key': randomUUID() } },
        body: {
          ...{ audience: { kind: 'states', states: ['COL'] }, detail: 'protected' },
          ...{
            purpose: 'The route',
            onward: 'none',
            opensAt: null,
            endsOn: null,
            withheldFrom: [],
          },
        },
      });
      expect(status).toBe(201);
      return body as { id: string; etag: string };
    };
    const revoke = async (made: { id: string; etag: string }): Promise<void> => {
      const answer = await api.request(`${reports}/${id}/shares/${made.id}`, {
        ...{ as: 'fp.pa', method: 'DELETE', headers: { 'if-match': `"${made.etag}"` } },
      });
      expect(answer.status).toBeLessThan(300);
    };
    const shared = await share();
    expect(await told('fp.co')).toEqual([]);

    await act('fp.pa', 'reopening', 'A page of May was missing');
    const reopened = { kind: 'reopened', report: id, reason: 'A page of May was missing' };
    expect(await told('fp.co')).toMatchObject([reopened]);
    expect(await told('fp.ve')).toEqual([]);
    expect(await told('fp.pa')).toEqual([]);

    // What is no longer shared is told without its id, and the reopening is no longer theirs to know.
    const withoutVersion = { as: 'fp.pa', method: 'DELETE' };
    const path = `${reports}/${id}/shares/${shared.id}`;
    expect((await api.request(path, withoutVersion)).status).toBe(428);
    await revoke(shared);
    const again = { ...withoutVersion, headers: { 'if-match': `"${shared.etag}"` } };
    const stale = await api.request(path, again);
    expect(stale).toMatchObject({ status: 412, body: { current: { id: shared.id } } });
    const revoked = { kind: 'revoked', report: null, reason: null };
    expect(await told('fp.co')).toMatchObject([revoked]);
    expect(JSON.stringify(await desk('fp.co'))).not.toContain(id);
    expect(await told('fp.ve')).toEqual([]);

    await share();
    expect(await told('fp.co')).toMatchObject([reopened]);
    const { headers } = await api.request(`${reports}/${id}`, { as: 'fp.pa' });
    const discarded = await api.request(`${reports}/${id}/draft`, {
      ...{ as: 'fp.pa', method: 'DELETE', headers: { 'if-match': headers.get('etag') ?? '' } },
    });
    expect(discarded.status).toBeLessThan(300);
    expect(await told('fp.co')).toEqual([]);
    await act('nc.pa', 'retraction', 'Counted twice');
    expect(await told('fp.co')).toMatchObject([
      { kind: 'retracted', report: id, reason: 'Counted twice' },
    ]);
    expect(await told('fp.ve')).toEqual([]);
    await owner.query(`update notice set created_at = created_at - interval '31 days'`);
    expect(await told('fp.co')).toEqual([]);
  });

  it('gives somebody who neither enters nor clears no tasks, and the public no desk', async () => {
    expect((await desk('scholar')).tasks).toEqual([]);
    expect((await api.request('/api/v1/desk')).status).toBe(401);
  });
});
