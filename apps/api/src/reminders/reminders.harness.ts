import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { JobRunner } from '../jobs/index.js';
import type { TestApi } from '../app.harness.js';

/** What a test does beside the API: as the database's owner, and with the clock in its hand. */
export interface RemindersWorld {
  readonly owner: Client;
  /** Sets the one clock of the database. */
  setClock(at: string): Promise<void>;
  /** Sets the clock, lets it strike, and runs all jobs until none is left. */
  strike(at: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the world of a test; its clock stands still. */
export async function openWorld(api: TestApi): Promise<RemindersWorld> {
  const owner = new Client({ connectionString: api.urls.owner });
  await owner.connect();
  await owner.query('create table test_clock (at timestamptz not null)');
  await owner.query('insert into test_clock values (now())');
  await owner.query('grant select on test_clock to public');
  await owner.query(`create or replace function enlace_now() returns timestamptz language sql stable
    parallel safe as 'select at from public.test_clock'`);
  const setClock = async (at: string): Promise<void> => {
    await owner.query('update test_clock set at = $1', [at]);
  };
  const runner = api.app.get(JobRunner);
  return {
    owner,
    setClock,
    strike: async (at) => {
      await setClock(at);
      await runner.strike();
    },
    close: () => owner.end(),
  };
}

/** A commitment in progress with one due date; made as the owner, since its own routes are another feature. */
export async function placeCommitment(
  { owner }: RemindersWorld,
  given: {
    readonly dueOn: string;
    readonly organization?: string;
    readonly secretariat?: string;
    readonly forum?: string;
    readonly classification?: string;
    readonly title?: string;
  },
): Promise<{ readonly commitment: string; readonly dueDate: string }> {
  const ids = { commitment: randomUUID(), dueDate: randomUUID() };
  await owner.query(
    `insert into commitment (id, organization_id, state_id, forum_id, secretariat_id, state, due_on,
       classification, created_by)
     select $1, o.id, o.state_id, f.id, s.id, 'in-progress', $2, $3, gen_random_uuid()
     from organization o, organization s, forum f where o.alias = $4 and s.alias = $5 and f.alias = $6`,
    [
      ...[ids.commitment, given.dueOn, given.classification ?? 'restricted'],
      ...[given.organization ?? 'pa-snm', given.secretariat ?? 'rcm-sec', given.forum ?? 'rcm'],
    ],
  );
  await owner.query(
    `insert into commitment_text (commitment_id, language, status, title) values ($1, 'es', 'original', $2)`,
    [ids.commitment, given.title ?? 'Protocolo de atención <fronteras>'],
  );
  await owner.query(
    'insert into due_date (id, commitment_id, due_on, final) values ($1, $2, $3, true)',
    [ids.dueDate, ids.commitment, given.dueOn],
  );
  await owner.query('select refresh_commitment_audience($1)', [ids.commitment]);
  return ids;
}

/** Notes that a report came for the due date, on the clock's day. */
export const submitReport = async (
  { owner }: RemindersWorld,
  { dueDate }: { readonly dueDate: string },
): Promise<void> => {
  await owner.query('update due_date set reported_on = enlace_now()::date where id = $1', [
    dueDate,
  ]);
};
