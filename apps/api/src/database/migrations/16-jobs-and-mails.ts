import type { QueryRunner } from 'typeorm';
import { OWN_COMMITMENT } from './follow-up-sight.js';
import { ForwardMigration } from './forward-migration.js';
import { MAIL_FUNCTIONS } from './mail-functions.js';
import { bringQueueUp, QUEUE_GRANTS } from './queue-schema.js';
import { REMINDER_FUNCTIONS } from './reminder-functions.js';
import { forceRowSecurity, handToDefiner, keepInside, runAll } from './statements.js';

const TABLES = [
  // Steps that are settled: gone out, or passed before the date was made.
  `create table reminder_step (
     due_date_id uuid not null references due_date on delete cascade,
     step smallint not null,
     planned_at timestamptz not null default enlace_now(),
     primary key (due_date_id, step)
   )`,
  ...forceRowSecurity('reminder_step', 'write'),
  `create policy parties on reminder_step for select to enlace_app using (exists (
     select 1 from due_date d join commitment c on c.id = d.commitment_id
     where d.id = due_date_id and ${OWN_COMMITMENT('c')}))`,
  'grant select on reminder_step to enlace_app',
  // A secretariat's own reminder has a day instead of a step.
  `alter table reminder alter column step drop not null, add column requested_on date,
     add check ((step is null) = (requested_on is not null))`,
  'create unique index reminder_requested on reminder (due_date_id, requested_on, person_id) where step is null',
  // `next_at`: not before this; set ahead of each attempt.
  `alter table mail drop constraint mail_state_check,
     add constraint mail_state_check check (state in ('queued', 'sent', 'failed', 'cancelled')),
     add column next_at timestamptz not null default enlace_now()`,
  `create unique index mail_queued on mail (person_id) where state = 'queued'`,
  'create index mail_newest on mail (created_at desc, id desc)',
  'grant insert on commitment_event to enlace_definer',
];

/** The queue of jobs, made by the owner; planning of reminders, digests and their hand-over. */
export class JobsAndMails1795500000016 extends ForwardMigration {
  readonly name = 'JobsAndMails1795500000016';

  async up(runner: QueryRunner): Promise<void> {
    const inner = [...REMINDER_FUNCTIONS.inner, ...MAIL_FUNCTIONS.inner];
    const callable = [...REMINDER_FUNCTIONS.callable, ...MAIL_FUNCTIONS.callable];
    await bringQueueUp(runner);
    await runAll(runner, [
      ...QUEUE_GRANTS,
      ...TABLES,
      ...inner.flatMap(({ sql, signature }) => [sql, ...keepInside(signature)]),
      ...callable.flatMap(({ sql, signature }) => [sql, ...handToDefiner(signature)]),
    ]);
  }
}
