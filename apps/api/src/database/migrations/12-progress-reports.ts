import type { QueryRunner } from 'typeorm';
import { OWN_COMMITMENT, PARTY_TO, VISIBLE_COMMITMENT } from './follow-up-sight.js';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, forceRowSecurity, runAll } from './statements.js';

const REPORTS = [
  `create table progress_report (
     id uuid primary key default gen_random_uuid(),
     commitment_id uuid not null references commitment on delete cascade,
     due_date_id uuid not null references due_date,
     organization_id uuid not null references organization,
     state text not null check (state in ('draft', 'submitted', 'returned', 'accepted', 'published')),
     language text not null check (language in ('es', 'en', 'pt', 'fr')),
     body text not null default '',
     percent smallint check (percent between 0 and 100),
     -- The number of the version being written or last submitted.
     version int not null default 1,
     revision int not null default 1,
     created_at timestamptz not null default enlace_now(),
     created_by uuid not null,
     -- First submission: it stops the clock, also where the report is returned later.
     submitted_at timestamptz,
     submitted_by uuid,
     accepted_at timestamptz,
     published_at timestamptz,
     return_reason text,
     unique (due_date_id)
   )`,
  'create index on progress_report (commitment_id)',
  // What was submitted, as it was: a returned report keeps the version that was returned.
  `create table progress_report_version (
     report_id uuid not null references progress_report on delete cascade,
     version int not null,
     language text not null,
     body text not null,
     percent smallint,
     indicator_values jsonb not null,
     evidence uuid[] not null,
     submitted_at timestamptz not null default enlace_now(),
     submitted_by uuid not null,
     outcome text check (outcome in ('returned', 'accepted')),
     reason text,
     decided_at timestamptz,
     primary key (report_id, version)
   )`,
  `create table indicator_value (
     indicator_id uuid not null references indicator on delete cascade,
     report_id uuid not null references progress_report on delete cascade,
     value numeric not null,
     primary key (indicator_id, report_id)
   )`,
  'create index on indicator_value (report_id)',
  `create table stored_file (
     id uuid primary key default gen_random_uuid(),
     commitment_id uuid not null references commitment on delete cascade,
     organization_id uuid not null references organization,
     sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
     size int not null check (size > 0),
     media_type text not null,
     name text not null,
     created_at timestamptz not null default enlace_now(),
     created_by uuid not null,
     -- Pictures are confirmed by who uploaded them: no machine sees a face or a document in them.
     confirmed_at timestamptz
   )`,
  'create index on stored_file (commitment_id)',
  `create table evidence (
     id uuid primary key default gen_random_uuid(),
     commitment_id uuid not null references commitment on delete cascade,
     report_id uuid not null references progress_report on delete cascade,
     kind text not null check (kind in ('file', 'link')),
     title text not null,
     url text,
     file_id uuid references stored_file,
     created_at timestamptz not null default enlace_now(),
     created_by uuid not null,
     check ((kind = 'link') = (url is not null)),
     check ((kind = 'file') = (file_id is not null))
   )`,
  'create index on evidence (report_id)',
];

/** Progress reports, the versions submitted, their evidence and files. */
export class ProgressReports1795500000012 extends ForwardMigration {
  readonly name = 'ProgressReports1795500000012';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...REPORTS, ...this.reports()]);
  }

  private reports(): string[] {
    const own = `organization_id = ${ACTOR.organization}`;
    return [
      ...[
        'progress_report',
        'progress_report_version',
        'indicator_value',
        'evidence',
        'stored_file',
      ].flatMap((table) => forceRowSecurity(table, 'read')),
      // Drafts are their organization's, submitted ones the parties', accepted ones every signed-in
      // reader's of the commitment, published ones all its readers'.
      `create policy visible on progress_report for select to enlace_app using (${VISIBLE_COMMITMENT} and (
         ${own} or state <> 'draft' and ${PARTY_TO}
         or state = 'accepted' and ${ACTOR.organization} is not null or state = 'published'))`,
      `create policy own_insert on progress_report for insert to enlace_app with check (${own} and ${PARTY_TO})`,
      `create policy parties_update on progress_report for update to enlace_app
         using (${PARTY_TO}) with check (${PARTY_TO})`,
      'grant select, insert, update on progress_report to enlace_app',
      ...['indicator_value', 'evidence'].flatMap((table) => [
        `create policy visible on ${table} for select to enlace_app
           using (report_id in (select r.id from progress_report r))`,
        `create policy own_insert on ${table} for insert to enlace_app with check (exists (
           select 1 from progress_report r where r.id = report_id and r.${own}))`,
        `create policy own_update on ${table} for update to enlace_app using (exists (
           select 1 from progress_report r where r.id = report_id and r.${own}))`,
        `create policy own_delete on ${table} for delete to enlace_app using (exists (
           select 1 from progress_report r where r.id = report_id and r.${own}))`,
        `grant select, insert, update, delete on ${table} to enlace_app`,
      ]),
      // Versions that were returned are the parties' alone.
      `create policy visible on progress_report_version for select to enlace_app using (exists (
         select 1 from progress_report r where r.id = report_id
           and (outcome = 'accepted' or r.commitment_id in (select c.id from commitment c where ${OWN_COMMITMENT('c')}))))`,
      `create policy parties_insert on progress_report_version for insert to enlace_app with check (exists (
         select 1 from progress_report r where r.id = report_id and r.${own}))`,
      `create policy parties_update on progress_report_version for update to enlace_app using (exists (
         select 1 from progress_report r join commitment c on c.id = r.commitment_id
         where r.id = report_id and ${OWN_COMMITMENT('c')}))`,
      'grant select, insert, update (outcome, reason, decided_at) on progress_report_version to enlace_app',
      // A file is seen by its organization, and by whoever sees a report that holds it as evidence.
      `create policy visible on stored_file for select to enlace_app
         using (${own} or id in (select e.file_id from evidence e))`,
      `create policy own_insert on stored_file for insert to enlace_app with check (${own} and ${PARTY_TO})`,
      `create policy own_update on stored_file for update to enlace_app using (${own}) with check (${own})`,
      'grant select, insert, update (confirmed_at) on stored_file to enlace_app',
    ];
  }
}
