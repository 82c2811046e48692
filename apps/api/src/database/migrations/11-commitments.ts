import type { QueryRunner } from 'typeorm';
import {
  COMMITMENT_AUDIENCE,
  OWN_COMMITMENT,
  PARTY_TO,
  TEXT_ROW,
  VISIBLE_COMMITMENT,
} from './follow-up-sight.js';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, forceRowSecurity, handToDefiner, runAll, sees } from './statements.js';

const COMMITMENT = [
  `create table commitment (
     id uuid primary key default gen_random_uuid(),
     -- The actor: the organization that does it and reports on it.
     organization_id uuid not null references organization,
     state_id smallint references state,
     forum_id uuid not null references forum,
     -- The secretariat that recorded it and reviews its reports.
     secretariat_id uuid not null references organization,
     state text not null check (state in
       ('aspiration', 'accepted', 'in-progress', 'done', 'dropped', 'superseded')),
     due_on date,
     delivered_on date,
     classification text not null
       check (classification in ('public', 'community', 'restricted', 'confidential')),
     audience_id int not null default 0 references audience,
     revision int not null default 1,
     created_at timestamptz not null default enlace_now(),
     created_by uuid not null,
     accepted_at timestamptz,
     drop_reason text,
     superseded_by uuid references commitment,
     check (state in ('aspiration', 'dropped', 'superseded') or due_on is not null)
   )`,
  'create index commitment_state on commitment (state_id, id) include (audience_id, organization_id, secretariat_id)',
  'create index commitment_organization on commitment (organization_id, id)',
  'create index commitment_secretariat on commitment (secretariat_id, id)',
  'create index commitment_audience on commitment (audience_id)',
  `create table commitment_text (
     commitment_id uuid not null references commitment on delete cascade,
     ${TEXT_ROW},
     title text not null,
     deliverable text,
     verification text,
     primary key (commitment_id, language)
   )`,
  `create table commitment_provision (
     commitment_id uuid not null references commitment on delete cascade,
     provision_id uuid not null references provision,
     primary key (commitment_id, provision_id)
   )`,
  'create index on commitment_provision (provision_id, commitment_id)',
  `create table commitment_partner (
     commitment_id uuid not null references commitment on delete cascade,
     organization_id uuid not null references organization,
     part text not null,
     primary key (commitment_id, organization_id)
   )`,
  `create table commitment_action (
     id uuid primary key default gen_random_uuid(),
     commitment_id uuid not null references commitment on delete cascade,
     title text not null,
     organization_id uuid not null references organization,
     from_on date,
     to_on date,
     weight smallint not null check (weight between 0 and 100),
     state text not null check (state in ('planned', 'running', 'done', 'dropped')),
     drop_reason text,
     created_at timestamptz not null default enlace_now(),
     check (to_on >= from_on)
   )`,
  'create index on commitment_action (commitment_id)',
  `create table indicator (
     id uuid primary key default gen_random_uuid(),
     commitment_id uuid not null references commitment on delete cascade,
     definition text not null,
     unit text not null,
     baseline numeric not null,
     target numeric not null,
     source text not null,
     direction text not null check (direction in ('up', 'down')),
     created_at timestamptz not null default enlace_now()
   )`,
  'create index on indicator (commitment_id)',
  `create table reporting_schedule (
     commitment_id uuid primary key references commitment on delete cascade,
     first_on date,
     every_months smallint check (every_months in (1, 3, 6, 12)),
     ends_on date,
     dates date[],
     check ((dates is null) = (first_on is not null and every_months is not null and ends_on is not null))
   )`,
  `create table due_date (
     id uuid primary key default gen_random_uuid(),
     commitment_id uuid not null references commitment on delete cascade,
     due_on date not null,
     -- The commitment's own date, on which all of it is due.
     final boolean not null default false,
     created_at timestamptz not null default enlace_now(),
     -- Day of the first submission, in the actor's time zone: the clock stops for every reader alike,
     -- also for those who do not see the report before it is accepted.
     reported_on date,
     waived_at timestamptz,
     waive_reason text,
     unique (commitment_id, due_on),
     check ((waived_at is null) = (waive_reason is null))
   )`,
  'create index due_date_day on due_date (due_on, commitment_id) where waived_at is null',
];

/** Seen with the commitment, written by its parties. */
const OF_COMMITMENT = [
  'commitment_text',
  'commitment_provision',
  'commitment_partner',
  'commitment_action',
  'indicator',
  'reporting_schedule',
  'due_date',
];

/** Commitments, their actions, indicators, schedules and due dates. */
export class Commitments1795500000011 extends ForwardMigration {
  readonly name = 'Commitments1795500000011';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...COMMITMENT, ...this.commitments()]);
  }

  private commitments(): string[] {
    return [
      ...forceRowSecurity('commitment', 'write'),
      `create policy visible on commitment for select to enlace_app
         using (${OWN_COMMITMENT('commitment')} or ${sees('audience_id', 'any')})`,
      `create policy recorded on commitment for insert to enlace_app
         with check (secretariat_id = ${ACTOR.organization})`,
      `create policy parties_update on commitment for update to enlace_app
         using (${OWN_COMMITMENT('commitment')}) with check (${OWN_COMMITMENT('commitment')})`,
      'grant select, insert, update on commitment to enlace_app',
      ...OF_COMMITMENT.flatMap((table) => [
        ...forceRowSecurity(table, 'read'),
        `create policy visible on ${table} for select to enlace_app using (${VISIBLE_COMMITMENT})`,
        `create policy parties_insert on ${table} for insert to enlace_app with check (${PARTY_TO})`,
        `create policy parties_update on ${table} for update to enlace_app using (${PARTY_TO}) with check (${PARTY_TO})`,
        `create policy parties_delete on ${table} for delete to enlace_app using (${PARTY_TO})`,
        `grant select, insert, update, delete on ${table} to enlace_app`,
      ]),
      COMMITMENT_AUDIENCE,
      ...handToDefiner('refresh_commitment_audience(uuid)'),
    ];
  }
}
