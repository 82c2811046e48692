import type { Client as Database } from 'pg';
import type { Ledger } from './ledger.js';

/**
 * Whether a record and a job were made in one transaction: both carry its instant, the record's moved by
 * whole days and by as much as the clock was ahead on the first.
 */
const AT_ONCE = `mod(extract(epoch from e.at - j.created_on)
  - (select extract(epoch from ahead) from test_clock), 86400) = 0`;

/** What has to give a job to the queue in its own transaction, and the job's own field for it. */
const EVENTS = [
  {
    job: 'practices.review',
    field: 'practiceId',
    sql: `select practice_id::text as id, at from practice_event where kind = 'submitted'`,
  },
  {
    job: 'digests.send',
    field: 'mailId',
    sql: 'select id::text, created_at as at from mail',
  },
] as const;

interface EventRow {
  readonly id: string;
  readonly events: number;
  readonly jobs: number;
}

/**
 * Every practice handed in and every mail put together has the one job that its own transaction made. The
 * clock asks for a lost job again sooner or later, and at another instant: that one does not count.
 */
export async function proveJobs(
  database: Database,
  { records }: Ledger,
): Promise<{ readonly faults: readonly string[]; readonly events: number; readonly jobs: number }> {
  const faults: string[] = [];
  let [events, jobs] = [0, 0];
  for (const { job, field, sql } of EVENTS) {
    const { rows } = await database.query<EventRow>(
      `with events as (${sql}), jobs as (
         select data ->> '${field}' as id, created_on from pgboss.job where name = $1)
       select e.id, count(distinct e.at)::int as events, count(j.created_on)::int as jobs
       from events e left join jobs j on j.id = e.id and ${AT_ONCE} group by e.id`,
      [job],
    );
    const wrong = rows.filter((row) => row.jobs !== row.events);
    faults.push(...wrong.map((row) => `${row.events} events, ${row.jobs} ${job} of ${row.id}`));
    const { rows: strange } = await database.query<{ id: string }>(
      `select distinct data ->> '${field}' as id from pgboss.job
       where name = $1 and data ->> '${field}' not in (select id from (${sql}) e)`,
      [job],
    );
    faults.push(...strange.map(({ id }) => `no event, but a ${job} of ${id}`));
    if (job === 'practices.review') faults.push(...notOnce(rows, records));
    events += rows.reduce((sum, row) => sum + row.events, 0);
    jobs += rows.reduce((sum, row) => sum + row.jobs, 0);
  }
  return { faults, events, jobs };
}

function notOnce(rows: readonly EventRow[], records: Ledger['records']): string[] {
  const events = new Map(rows.map((row) => [row.id, row.events]));
  const twice = rows.filter((row) => row.events > 1);
  const never = records.filter(({ id, submitted }) => submitted === true && !events.has(id));
  return [
    ...twice.map(({ id, events: times }) => `${id} was handed in ${times} times`),
    ...never.map(({ id }) => `${id} was handed in and is not`),
  ];
}

/** Every practice handed in got its two reviewers, once. */
export async function proveReviewers(database: Database): Promise<string[]> {
  const { rows } = await database.query<{ id: string; asked: number }>(
    `select e.practice_id::text as id, count(r.id)::int as asked
     from practice_event e left join practice_review r on r.practice_id = e.practice_id and r.state <> 'declined'
     where e.kind = 'submitted' group by 1 having count(r.id) <> 2`,
  );
  return rows.map(({ id, asked }) => `${asked} reviewers of ${id}`);
}
