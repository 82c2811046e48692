import type { Client as Database } from 'pg';
import type { TestSystem } from '../../system.js';
import type { Heads } from './heads.js';
import { proveReviewers, type proveJobs } from './jobs.js';
import { told, type Acknowledged, type Ledger } from './ledger.js';
import { proveMails } from './mails.js';
import type { Course } from './run.js';
import { proveTrace } from './trace.js';

/** What was found wrong, by kind; empty lists where nothing was. */
export type Faults = Readonly<Record<string, readonly string[]>>;

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
export async function proveRecords(
  database: Database,
  { records }: { readonly records: readonly Acknowledged[] },
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

/** What is compared, and with what. */
export interface Trial {
  readonly system: TestSystem;
  readonly database: Database;
  readonly ledger: Ledger;
  readonly heads: Heads;
  /** Heads of the chains before the first write. */
  readonly first: Awaited<ReturnType<Heads['note']>>;
  readonly course: Course;
  /** What was found straight after the last kill. */
  readonly jobs: Awaited<ReturnType<typeof proveJobs>>;
}

/** Compares what the clients were told with what is there. */
export async function judge(trial: Trial): Promise<{
  readonly faults: Faults;
  readonly figures: Readonly<Record<string, number>>;
}> {
  const { system, database, ledger, heads, first, course, jobs } = trial;
  const { lost, doubled } = await proveRecords(database, ledger);
  const { cutOff } = course;
  const mails = await proveMails(system, database, { ledger, cutOff });
  const trace = await proveTrace(database, ledger, { first, heads });
  const { faults: traceFaults, chains, ...traceFigures } = trace;
  const faults = {
    'acknowledged writes lost': lost,
    'made twice for one key': doubled,
    'trace of the writes': traceFaults,
    'chains of the trace': chains,
    'jobs are events': jobs.faults,
    'reviewers of practices': await proveReviewers(database),
    'mails are reminders': mails.faults,
    'answers that no client should get': ledger.wrong,
  };
  return {
    faults,
    figures: {
      ...{ 'records made': ledger.records.length, ...traceFigures },
      ...{ events: jobs.events, 'jobs made with them': jobs.jobs, ...mails.figures },
    },
  };
}
