import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { runAll } from './statements.js';

/** A State answers anew with another version; what it said before stays, and nothing is ever changed. */
const VERSIONS = [
  `alter table state_response
     add column version smallint not null default 1 check (version > 0),
     add column translations jsonb not null default '[]' check (jsonb_typeof(translations) = 'array')`,
  'alter table state_response drop constraint state_response_pkey',
  'alter table state_response add primary key (provision_id, state_id, version)',
  'alter table state_response alter column version drop default',
  'drop policy own_update on state_response',
  'revoke update on state_response from enlace_app',
];

/** An answer tells those who have its provision open; the payload is an id and nothing else. */
const TELL_RESPONSE = [
  `create function tell_response() returns trigger language plpgsql as $$
   begin
     perform pg_notify('enlace_changes', json_build_object('provision', new.provision_id)::text);
     return null;
   end $$`,
  `create trigger tell after insert on state_response
     for each row execute function tell_response()`,
];

/**
 * What only the parties of a commitment may know of is told to them alone: its other readers would
 * learn from the moment that a report was sent or returned.
 */
const TELL_PARTIES = `create or replace function tell_commitment() returns trigger language plpgsql as $$
   begin
     perform pg_notify('enlace_changes', json_build_object(
       case when new.parties_only then 'parties' else 'commitment' end, new.commitment_id)::text);
     return null;
   end $$`;

/** Versions of what States answer to provisions, and who is told of what while a screen is open. */
export class StateResponses1795500000025 extends ForwardMigration {
  readonly name = 'StateResponses1795500000025';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...VERSIONS, ...TELL_RESPONSE, TELL_PARTIES]);
  }
}
