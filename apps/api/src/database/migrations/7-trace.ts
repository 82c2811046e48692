import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, forceRowSecurity, runAll } from './statements.js';

const OWN = `organization_id = ${ACTOR.organization}`;

/** Audit chains, one an organization, and the keys that make creating requests repeatable. */
export class Trace1795500000007 extends ForwardMigration {
  readonly name = 'Trace1795500000007';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `create table audit_head (
         organization_id uuid primary key references organization,
         sequence bigint not null,
         hash text not null
       )`,
      `create table audit_entry (
         organization_id uuid not null references organization,
         sequence bigint not null,
         at timestamptz not null,
         person_id uuid,
         action text not null,
         record_type text not null,
         record_id text,
         request_id text not null,
         key_id text not null,
         before_hash text,
         after_hash text,
         previous_hash text not null,
         hash text not null,
         primary key (organization_id, sequence)
       )`,
      // Bodies are rows of their own: the law may ask to erase one without breaking the chain.
      `create table audit_body (
         organization_id uuid not null,
         sequence bigint not null,
         before jsonb,
         after jsonb,
         primary key (organization_id, sequence),
         foreign key (organization_id, sequence) references audit_entry
       )`,
      `create table idempotency_key (
         person_id uuid not null,
         organization_id uuid not null references organization,
         method text not null,
         path text not null,
         key text not null,
         body_hash text not null,
         record_id uuid,
         created_at timestamptz not null default enlace_now(),
         primary key (person_id, organization_id, method, path, key)
       )`,
      ...['audit_head', 'audit_entry', 'audit_body', 'idempotency_key'].flatMap((table) => [
        ...forceRowSecurity(table, 'none'),
        `create policy own_select on ${table} for select to enlace_app using (${OWN})`,
        `create policy own_insert on ${table} for insert to enlace_app with check (${OWN})`,
      ]),
      `create policy own_update on audit_head for update to enlace_app using (${OWN}) with check (${OWN})`,
      `create policy own_update on idempotency_key for update to enlace_app using (${OWN}) with check (${OWN})`,
      `create policy own_delete on idempotency_key for delete to enlace_app using (${OWN})`,
      'grant select, insert, update (sequence, hash) on audit_head to enlace_app',
      'grant select, insert on audit_entry, audit_body to enlace_app',
      'grant select, insert, update, delete on idempotency_key to enlace_app',
      ...['audit_head', 'audit_entry', 'audit_body'].flatMap((table) => [
        `create policy auditor on ${table} for select to enlace_auditor using (true)`,
        `grant select on ${table} to enlace_auditor`,
      ]),
      'grant select on organization to enlace_auditor',
    ]);
  }
}
