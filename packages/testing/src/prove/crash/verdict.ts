import type { Client as Database } from 'pg';
import type { TestSystem } from '../../system.js';
import type { Acknowledged, Ledger } from './ledger.js';

/** What was found wrong, by kind; empty lists where nothing was. */
export type Faults = Readonly<Record<string, readonly string[]>>;

const told = ({ table, id, mark }: Acknowledged): string => `${table} ${id} (${mark})`;

/** How often each mark occurs, by the statement of its table; a lost record's mark is missing. */
const MARKS: Readonly<Record<Acknowledged['table'], string>> = {
  arrival_report: `select crossing_point_id || ' ' || to_char(lower(period), 'YYYY-MM') || ' ' || unit as mark, id::text
    from arrival_report`,
  commitment: `select split_part(title, ' ', 2) as mark, commitment_id::text as id from commitment_text
    where title like 'Crash % end'`,
  commitment_action: `select split_part(title, ' ', 2) as mark, commitment_id::text as id
    from commitment_action where title like 'Crash % act'`,
  practice: `select split_part(title, ' ', 2) as mark, practice_id::text as id from practice_text
    where title like 'Crash % end%' and version = 1`,
};

/** What was saved last in a record. */
const SAVED: Readonly<Partial<Record<Acknowledged['table'], string>>> = {
  arrival_report: 'select report_id::text as id, value as saved from arrival_count',
  practice:
    'select practice_id::text as id, people as saved from practice_version where version = 1',
};

/** Acknowledged and not there, or there otherwise; made twice for one key. */
async function proveRecords(
  database: Database,
  { records }: Ledger,
): Promise<{ lost: string[]; doubled: string[] }> {
  const lost: string[] = [];
  const doubled: string[] = [];
  for (const [table, sql] of Object.entries(MARKS)) {
    const { rows } = await database.query<{ mark: string; id: string }>(sql);
    const found = new Map<string, string[]>();
    for (const { mark, id } of rows) found.set(mark, [...(found.get(mark) ?? []), id]);
    for (const [mark, ids] of found) {
      if (ids.length > 1) doubled.push(`${table} ${mark}: ${ids.join(', ')}`);
    }
    for (const record of records.filter((one) => one.table === table)) {
      if (!found.get(record.mark)?.includes(record.id)) lost.push(told(record));
    }
  }
  for (const [table, sql] of Object.entries(SAVED)) {
    const { rows } = await database.query<{ id: string; saved: number | null }>(sql);
    const saved = new Map(rows.map((row) => [row.id, row.saved]));
    for (const record of records) {
      if (record.table !== table || record.saved === undefined) continue;
      if (saved.get(record.id) !== record.saved) lost.push(`what was saved in ${told(record)}`);
    }
  }
  return { lost, doubled };
}

/** Each write left its entry in the trace of its organization, and the chains are whole. */
async function proveTrace(
  system: TestSystem,
  database: Database,
  { records }: Ledger,
): Promise<string[]> {
  const { rows } = await database.query<{ id: string; entries: number }>(
    'select record_id as id, count(*)::int as entries from audit_entry where record_id is not null group by 1',
  );
  const entries = new Map(rows.map((row) => [row.id, row.entries]));
  const least = ({ saved, submitted }: Acknowledged): number =>
    1 + (saved === undefined ? 0 : 1) + (submitted === true ? 1 : 0);
  const faults = records
    .filter((record) => (entries.get(record.id) ?? 0) < least(record))
    .map((record) => `${entries.get(record.id) ?? 0} entries for ${told(record)}`);
  const verified = await system.enlace('audit', 'verify').catch((error: unknown) => String(error));
  return /, 0 faults\b/.test(verified) ? faults : [...faults, verified.slice(-500)];
}

/** Every practice handed in was given to the jobs, and no other; each got its two reviewers once. */
async function proveJobs(database: Database, { records }: Ledger): Promise<string[]> {
  const { rows } = await database.query<{
    id: string;
    events: number;
    jobs: number;
    asked: number;
  }>(
    `select p.id::text, count(distinct e.id)::int as events,
       (select count(distinct j.data ->> 'practiceId')::int from pgboss.job j
         where j.name = 'practices.review' and j.data ->> 'practiceId' = p.id::text) as jobs,
       (select count(*)::int from practice_review r where r.practice_id = p.id and r.state <> 'declined') as asked
     from practice p left join practice_event e on e.practice_id = p.id and e.kind = 'submitted'
     where exists (select 1 from practice_text t where t.practice_id = p.id and t.title like 'Crash %')
     group by p.id`,
  );
  const submitted = new Set(records.filter((one) => one.submitted).map(({ id }) => id));
  return rows.flatMap(({ id, events, jobs, asked }) => {
    const faults: string[] = [];
    if (events > 1) faults.push(`${id} was handed in ${events} times`);
    if (jobs !== events) faults.push(`${id}: ${events} events, ${jobs} jobs`);
    if (asked !== 2 * events) faults.push(`${id}: ${events} events, ${asked} reviewers`);
    if (submitted.has(id) && events === 0) faults.push(`${id} was handed in and is not`);
    return faults;
  });
}

interface MailRow {
  readonly messageId: string;
  readonly state: string;
  readonly reminders: number;
}

/** Every reminder that was asked for is there and went out in one mail; no mail went out for none. */
async function proveMails(
  system: TestSystem,
  database: Database,
  { records }: Ledger,
): Promise<{ faults: string[]; mails: number; reminders: number; repeats: number }> {
  const faults: string[] = [];
  const { rows: reminded } = await database.query<{ id: string; sent: number; waiting: number }>(
    `select d.commitment_id::text as id, count(*) filter (where r.state = 'sent')::int as sent,
       count(*) filter (where r.state = 'queued')::int as waiting
     from reminder r join due_date d on d.id = r.due_date_id where r.requested_on is not null group by 1`,
  );
  const byId = new Map(reminded.map((row) => [row.id, row]));
  for (const record of records.filter((one) => one.reminded)) {
    const row = byId.get(record.id);
    if (!row) faults.push(`no reminder of ${told(record)}`);
    else if (row.waiting > 0) faults.push(`${row.waiting} reminders of ${told(record)} wait`);
  }
  const { rows: mails } = await database.query<MailRow>(
    `select m.message_id as "messageId", m.state,
       (select count(*)::int from reminder r where r.mail_id = m.id and r.state = 'sent')
       + (select count(*)::int from practice_reminder r where r.mail_id = m.id and r.state = 'sent') as reminders
     from mail m`,
  );
  const received = new Map<string, number>();
  for (const { messageId } of system.mail.mails) {
    received.set(messageId, (received.get(messageId) ?? 0) + 1);
  }
  for (const { messageId, state, reminders } of mails) {
    const times = received.get(messageId) ?? 0;
    if (state === 'sent' && times === 0) faults.push(`${messageId} is said to be sent`);
    if (state === 'sent' && reminders === 0) faults.push(`${messageId} reminds of nothing`);
    if (state === 'queued') faults.push(`${messageId} waits`);
    received.delete(messageId);
  }
  for (const messageId of received.keys()) faults.push(`${messageId} came from nowhere`);
  return {
    ...{ faults, mails: mails.length },
    reminders: reminded.reduce((sum, { sent }) => sum + sent, 0),
    repeats: system.mail.mails.length - new Set(system.mail.mails.map((one) => one.messageId)).size,
  };
}

/** Compares what the clients were told with what is there. */
export async function judge(
  system: TestSystem,
  database: Database,
  ledger: Ledger,
): Promise<{ readonly faults: Faults; readonly figures: Readonly<Record<string, number>> }> {
  const { lost, doubled } = await proveRecords(database, ledger);
  const { faults: mailFaults, ...mailFigures } = await proveMails(system, database, ledger);
  const faults = {
    'acknowledged writes lost': lost,
    'made twice for one key': doubled,
    'trace of the writes': await proveTrace(system, database, ledger),
    'jobs are events': await proveJobs(database, ledger),
    'mails are reminders': mailFaults,
    'answers that no client should get': ledger.wrong,
  };
  const submitted = ledger.records.filter((record) => record.submitted).length;
  return { faults, figures: { 'records made': ledger.records.length, submitted, ...mailFigures } };
}
