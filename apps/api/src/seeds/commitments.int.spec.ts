import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commitmentStatus, findPersonalData, type CommitmentFacts } from '@enlace/domain';
import { testDatabase, type TestDatabase } from '@enlace/testing';
import { Client } from 'pg';
import { loadSeeds, type LoadedSeeds } from './index.js';

let database: TestDatabase;
let client: Client;
let loaded: LoadedSeeds;

const rows = async <T extends object>(sql: string): Promise<T[]> =>
  (await client.query<T>(sql)).rows;

/** What a query that looks for something wrong finds. */
const wrong = async (sql: string): Promise<object[]> => rows(sql);

beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.urls.owner });
  await client.connect();
  loaded = await loadSeeds({ ownerUrl: database.urls.owner, demo: true });
}, 60_000);

afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('sample commitments', () => {
  it('show every mark on the day on which they are loaded', async () => {
    const found = await rows<CommitmentFacts & { today: string }>(
      `select c.state, to_char(c.due_on, 'YYYY-MM-DD') as "dueOn", to_char(c.delivered_on, 'YYYY-MM-DD') as "deliveredOn",
         to_char((enlace_now() at time zone o.time_zone)::date, 'YYYY-MM-DD') as today,
         (select coalesce(json_agg(json_build_object('dueOn', d.due_on, 'waived', d.waived_at is not null,
            'reportedOn', d.reported_on)), '[]') from due_date d where d.commitment_id = c.id) as "dueDates"
       from commitment c join organization o on o.id = c.organization_id`,
    );
    expect(found).toHaveLength(loaded.commitments);
    const marks = new Map<string, number>();
    for (const { today, ...facts } of found) {
      const mark = commitmentStatus(facts, today) ?? 'superseded';
      marks.set(mark, (marks.get(mark) ?? 0) + 1);
    }
    for (const mark of 'overdue due-soon late on-track done aspiration dropped superseded'.split(
      ' ',
    )) {
      expect([mark, (marks.get(mark) ?? 0) > 0]).toEqual([mark, true]);
    }
  });

  it('leave a secretariat States whose owners put reminders off, to be reminded by hand', async () => {
    const found = await rows<{ states: number }>(
      `select count(distinct c.state_id)::int as states from snooze z join due_date d on d.id = z.due_date_id
         join commitment c on c.id = d.commitment_id join forum f on f.id = c.forum_id
        where f.alias = 'rcm' and z.until_on > current_date and d.due_on < current_date
          and d.reported_on is null and d.waived_at is null and c.state in ('accepted', 'in-progress')`,
    );
    expect(found).toEqual([{ states: 2 }]);
  });

  it('are commitments only with their four parts', async () => {
    expect(
      await wrong(`select c.id from commitment c where c.accepted_at is not null and not exists (
        select 1 from commitment_text t where t.commitment_id = c.id and t.status = 'original'
          and t.deliverable is not null and t.verification is not null and c.due_on is not null)`),
    ).toEqual([]);
    expect(
      await wrong(`select c.id from commitment c join commitment_text t on t.commitment_id = c.id
        where c.state = 'aspiration' and t.deliverable is not null and t.verification is not null and c.due_on is not null`),
    ).toEqual([]);
  });

  it('are done by accepted evidence, dropped for a reason, superseded by another of the same actor', async () => {
    expect(
      await wrong(`select c.id from commitment c where c.state = 'done' and (c.delivered_on is null or not exists (
        select 1 from evidence e join progress_report r on r.id = e.report_id
        where r.commitment_id = c.id and r.state in ('accepted', 'published')))`),
    ).toEqual([]);
    expect(
      await wrong(`select id from commitment where (state = 'dropped') <> (drop_reason is not null)
        or (state = 'superseded') <> (superseded_by is not null)`),
    ).toEqual([]);
    expect(
      await wrong(`select c.id from commitment c join commitment n on n.id = c.superseded_by
        where n.organization_id <> c.organization_id or n.secretariat_id <> c.secretariat_id or n.state in ('dropped', 'superseded')`),
    ).toEqual([]);
  });

  it('tell nothing before it happened, and no day to come', async () => {
    expect(
      await wrong(`select id, kind from (
          select id, kind, at, lag(at) over (partition by commitment_id order by id) as before from commitment_event) e
        where at < before or at > enlace_now()`),
    ).toEqual([]);
    expect(
      await wrong(`select r.id from progress_report r join due_date d on d.id = r.due_date_id
        where (r.submitted_at is null) <> (d.reported_on is null) or r.submitted_at > enlace_now()
          or r.accepted_at < r.submitted_at or r.published_at < r.accepted_at or r.published_at > enlace_now()`),
    ).toEqual([]);
    expect(
      await wrong(`select c.id from commitment c join due_date d on d.commitment_id = c.id where d.due_on < c.created_at
        or d.final <> (d.due_on = c.due_on)`),
    ).toEqual([]);
  });

  it('wait for a reply only below the State’s own grade, until its day', async () => {
    const [waiting] = await rows<{ running: string; silent: string; replied: string }>(
      `select count(*) filter (where state = 'right-of-reply' and reply_until > current_date) as running,
         count(*) filter (where state = 'published' and reply_until is not null and reply is null
           and published_at::date > reply_until) as silent,
         count(*) filter (where reply is not null) as replied from rating`,
    );
    expect(Number(waiting!.running)).toBeGreaterThan(0);
    expect(Number(waiting!.silent)).toBeGreaterThan(0);
    expect(Number(waiting!.replied)).toBeGreaterThan(0);
    expect(
      await wrong(`select id from rating where state = 'right-of-reply' and (reply_until is null or reply_until <= current_date)
        or published_at > enlace_now() or sent_at > enlace_now()`),
    ).toEqual([]);
    expect(
      await wrong(`select r.id from rating r join commitment c on c.id = r.commitment_id
        where r.voice = 'state' and r.organization_id <> c.organization_id
          or r.voice <> 'state' and r.organization_id = c.organization_id
          or r.voice = 'civil-society' and c.classification not in ('public', 'community')`),
    ).toEqual([]);
  });

  it('reach the public only where they are public, and say that they are samples', async () => {
    expect(
      await wrong(`select c.id from commitment c where c.audience_id = 0 or (c.classification = 'public') <> exists (
        select 1 from audience_reader x where x.audience_id = c.audience_id and x.reader = 1)`),
    ).toEqual([]);
    const said = await rows<{ said: string }>(
      `select concat_ws(' ', deliverable, verification) as said from commitment_text
       union all select body from progress_report union all select body from rating
       union all select reply from rating where reply is not null union all select body from state_response`,
    );
    expect(said.length).toBeGreaterThan(400);
    expect(said.filter((text) => !/muestra|[Ss]ample|amostra/.test(text.said))).toEqual([]);
    expect(said.filter((text) => findPersonalData(text.said).length > 0)).toEqual([]);
  });

  it('make the scorecards of six States alive', async () => {
    const scorecards = await rows<{ code: string; open: string }>(
      `select s.code, count(*) as open from commitment c join state s on s.id = c.state_id
       where c.classification = 'public' and c.state <> 'superseded' group by s.code`,
    );
    const open = new Map(scorecards.map(({ code, open: count }) => [code, Number(count)]));
    for (const code of ['CRI', 'PAN', 'MEX', 'COL', 'BRA', 'TTO']) {
      expect([code, (open.get(code) ?? 0) >= 6]).toEqual([code, true]);
    }
  });
});
