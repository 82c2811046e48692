import type { QueryRunner } from 'typeorm';
import { OWN_COMMITMENT } from './follow-up-sight.js';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, forceRowSecurity, runAll } from './statements.js';

const REMINDERS = [
  'alter table person add column email text, add column time_zone text',
  `create table reminder_rule (
     forum_id uuid primary key references forum,
     steps smallint[] not null
   )`,
  `create table snooze (
     id uuid primary key default gen_random_uuid(),
     due_date_id uuid not null references due_date on delete cascade,
     organization_id uuid not null references organization,
     until_on date not null,
     reason text not null,
     created_at timestamptz not null default enlace_now(),
     created_by uuid not null
   )`,
  'create index on snooze (due_date_id)',
  `create table mail (
     id uuid primary key default gen_random_uuid(),
     person_id uuid not null references person,
     organization_id uuid not null references organization,
     -- The day of the person's zone: at most one digest a day.
     day date not null,
     message_id text not null unique,
     state text not null check (state in ('queued', 'sent', 'failed')),
     attempts smallint not null default 0,
     failure text,
     created_at timestamptz not null default enlace_now(),
     sent_at timestamptz,
     unique (person_id, day)
   )`,
  `create table reminder (
     id uuid primary key default gen_random_uuid(),
     due_date_id uuid not null references due_date on delete cascade,
     step smallint not null,
     person_id uuid not null references person,
     organization_id uuid not null references organization,
     role text not null check (role in ('owner', 'coordinator', 'secretariat', 'presidency')),
     state text not null check (state in ('queued', 'sent', 'failed', 'cancelled')),
     mail_id uuid references mail,
     created_at timestamptz not null default enlace_now(),
     sent_at timestamptz,
     unique (due_date_id, step, person_id)
   )`,
  'create index on reminder (mail_id)',
  `create index reminder_queued on reminder (person_id) where state = 'queued'`,
];

/** Reminders and the mails that carry them. */
export class Reminders1795500000014 extends ForwardMigration {
  readonly name = 'Reminders1795500000014';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...REMINDERS, ...this.reminders()]);
  }

  private reminders(): string[] {
    const own = `organization_id = ${ACTOR.organization}`;
    return [
      ...['snooze', 'mail', 'reminder', 'reminder_rule'].flatMap((table) =>
        forceRowSecurity(table, 'write'),
      ),
      'create policy readable on reminder_rule for select to enlace_app using (true)',
      'grant select on reminder_rule to enlace_app',
      `create policy parties on snooze for select to enlace_app using (exists (
         select 1 from due_date d join commitment c on c.id = d.commitment_id
         where d.id = due_date_id and ${OWN_COMMITMENT('c')}))`,
      `create policy own_insert on snooze for insert to enlace_app with check (${own})`,
      'grant select, insert on snooze to enlace_app',
      // The reminder log of a commitment is its parties'; mails themselves are nobody's but the definer's.
      `create policy parties on reminder for select to enlace_app using (exists (
         select 1 from due_date d join commitment c on c.id = d.commitment_id
         where d.id = due_date_id and ${OWN_COMMITMENT('c')}))`,
      'grant select on reminder to enlace_app',
    ];
  }
}
