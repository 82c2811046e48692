import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, forceRowSecurity, handToDefiner, runAll } from './statements.js';

const OWN = `organization_id = ${ACTOR.organization}`;

/** Imports of files, what an organization has mapped its sources' codes to, and who the command line acts as. */
export class Imports1795500000008 extends ForwardMigration {
  readonly name = 'Imports1795500000008';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `create table import_job (
         id uuid primary key default gen_random_uuid(),
         organization_id uuid not null references organization,
         person_id uuid not null,
         file_name text not null,
         settings jsonb,
         state text not null default 'waiting' check (state in
           ('waiting', 'running', 'done', 'refused', 'cancelled', 'failed')),
         rows int not null default 0,
         rows_done int not null default 0,
         reports int not null default 0,
         faults jsonb not null default '[]',
         fault_count int not null default 0,
         created_at timestamptz not null default enlace_now(),
         -- Whoever runs the job says so every few seconds; one that has fallen silent has failed.
         heartbeat_at timestamptz not null default enlace_now(),
         cancel_requested_at timestamptz,
         finished_at timestamptz
       )`,
      'create index on import_job (organization_id, created_at desc)',
      `create table source_code (
         organization_id uuid not null references organization,
         code_column text not null check (code_column in ('nationality', 'sex', 'ageBand')),
         code text not null,
         value text not null,
         person_id uuid not null,
         mapped_at timestamptz not null default enlace_now(),
         primary key (organization_id, code_column, code)
       )`,
      ...['import_job', 'source_code'].flatMap((table) => [
        ...forceRowSecurity(table, 'none'),
        `create policy own_select on ${table} for select to enlace_app using (${OWN})`,
        `create policy own_insert on ${table} for insert to enlace_app with check (${OWN})`,
        `create policy own_update on ${table} for update to enlace_app using (${OWN}) with check (${OWN})`,
        `grant select, insert, update on ${table} to enlace_app`,
      ]),
      // The command line names a person; the application's role reads people only through functions.
      `create function person_named(given text) returns uuid
         language sql stable security definer set search_path = public, pg_temp
         return (select id from person where username = given)`,
      ...handToDefiner('person_named(text)'),
    ]);
  }
}
