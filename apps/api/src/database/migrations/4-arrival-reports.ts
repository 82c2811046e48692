import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, forceRowSecurity, runAll, sees } from './statements.js';

/** Own organization, or an organization of kind `state` of the same State. */
const OWN = (report: string): string =>
  `(${report}.organization_id = ${ACTOR.organization} or ${report}.state_id = ${ACTOR.ownState})`;

/** A report that the actor may work on. */
const WORKABLE = `exists (select 1 from arrival_report r where r.id = report_id and ${OWN('r')})`;

/** Writing what hangs on a report, for its State; which act is allowed when is the write's own rule. */
const workable = (table: string): string[] => [
  `create policy workable_insert on ${table} for insert to enlace_app with check (${WORKABLE})`,
  `create policy workable_update on ${table} for update to enlace_app using (${WORKABLE}) with check (${WORKABLE})`,
  `create policy workable_delete on ${table} for delete to enlace_app using (${WORKABLE})`,
  `grant select, insert, update, delete on ${table} to enlace_app`,
];

const VERSION_KEY = `
  report_id uuid not null,
  version int not null,
  foreign key (report_id, version) references arrival_report_version on delete cascade`;

/** Arrival reports, their versions and exact figures; their policies come with the shares. */
export class ArrivalReports1795500000004 extends ForwardMigration {
  readonly name = 'ArrivalReports1795500000004';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `create table arrival_report (
         id uuid primary key default gen_random_uuid(),
         organization_id uuid not null references organization,
         state_id smallint not null references state,
         crossing_point_id uuid not null references crossing_point,
         -- One number for a point, all numbers for the whole border, so that the two exclude each other.
         point_span int4range not null,
         unit text not null,
         observation text not null,
         source_kind text not null,
         period daterange not null,
         period_length text not null check (period_length in ('month', 'year')),
         classification text not null default 'restricted'
           check (classification in ('public', 'community', 'restricted', 'confidential')),
         audience_id int not null default 0 references audience,
         -- Of several sources for one key one is counted; sums take counted ones only.
         counted boolean not null,
         first_entry boolean not null,
         current_version int,
         open_version int,
         -- Changes with every write; the ETag is made of it.
         revision int not null default 1,
         created_at timestamptz not null default enlace_now(),
         updated_at timestamptz not null default enlace_now(),
         -- When its first version was sent: from then on the own State sees it, shared or not.
         sent_at timestamptz,
         retracted_at timestamptz,
         constraint arrival_report_key exclude using gist (state_id with =, unit with =, observation with =,
           source_kind with =, point_span with &&, period with &&) where (retracted_at is null),
         constraint arrival_report_counted exclude using gist (state_id with =, unit with =, observation with =,
           point_span with &&, period with &&) where (counted and retracted_at is null)
       )`,
      `create index arrival_report_list on arrival_report (lower(period) desc, id desc)
         include (audience_id, organization_id, state_id)`,
      'create index arrival_report_state on arrival_report (state_id, lower(period) desc, id desc) include (audience_id, organization_id)',
      'create index arrival_report_point on arrival_report (crossing_point_id, lower(period) desc, id desc) include (audience_id, organization_id, state_id)',
      'create index arrival_report_audience on arrival_report (audience_id)',
      'create index arrival_report_open on arrival_report (organization_id) where open_version is not null',
      `create table arrival_report_version (
         report_id uuid not null references arrival_report on delete cascade,
         version int not null,
         state text not null check (state in
           ('draft', 'submitted', 'returned', 'cleared', 'superseded', 'retracted')),
         direction text not null default 'not-recorded',
         coverage text not null default 'full',
         coverage_percent smallint,
         sample_size int,
         method text,
         confidence text,
         finality text not null default 'provisional',
         nil boolean not null default false,
         register_total int,
         note text,
         definition_version text not null default '1',
         created_at timestamptz not null default enlace_now(),
         submitted_at timestamptz,
         cleared_at timestamptz,
         superseded_at timestamptz,
         return_reason text,
         reopen_reason text,
         retract_reason text,
         confirmations jsonb not null default '[]',
         primary key (report_id, version)
       )`,
      `create table version_author (
         ${VERSION_KEY},
         person_id uuid not null,
         primary key (report_id, version, person_id)
       )`,
      `create table arrival_count (
         ${VERSION_KEY},
         nationality text not null,
         value int not null check (value >= 0),
         primary key (report_id, version, nationality) include (value)
       )`,
      `create table arrival_cell (
         ${VERSION_KEY},
         nationality text not null,
         sex text not null,
         age_band text not null,
         value int not null check (value >= 0),
         primary key (report_id, version, nationality, sex, age_band) include (value)
       )`,
      `create table arrival_indicator (
         ${VERSION_KEY},
         indicator text not null,
         nationality text,
         value int not null check (value >= 0),
         unique nulls not distinct (report_id, version, indicator, nationality)
       )`,
      ...[
        'arrival_report',
        'arrival_report_version',
        'version_author',
        'arrival_count',
        'arrival_cell',
        'arrival_indicator',
      ].flatMap((table) => forceRowSecurity(table, table === 'arrival_report' ? 'write' : 'read')),
      `create policy visible on arrival_report for select to enlace_app
         using (${OWN('arrival_report')} and (organization_id = ${ACTOR.organization} or sent_at is not null)
                or current_version is not null and ${sees('audience_id', 'any')})`,
      `create policy own_insert on arrival_report for insert to enlace_app
         with check (organization_id = ${ACTOR.organization} and state_id = ${ACTOR.ownState})`,
      `create policy own_update on arrival_report for update to enlace_app
         using (${OWN('arrival_report')}) with check (${OWN('arrival_report')})`,
      `create policy own_delete on arrival_report for delete to enlace_app
         using (organization_id = ${ACTOR.organization})`,
      'grant select, insert, update, delete on arrival_report to enlace_app',
      ...[
        'arrival_report_version',
        'version_author',
        'arrival_count',
        'arrival_cell',
        'arrival_indicator',
      ].flatMap(workable),
    ]);
  }
}
