import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { handToDefiner, runAll } from './statements.js';

/** Access tokens live for 120 s, and clocks may differ by a few; then nobody asks any more. */
const REMEMBERED = `interval '130 seconds'`;

const END_SESSION = `
  create function end_session(ended text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
  begin
    delete from ended_session where ended_at < enlace_now() - ${REMEMBERED};
    insert into ended_session (session_id) values (ended) on conflict do nothing;
    perform pg_notify('enlace_changes', json_build_object('session', ended)::text);
  end $$`;

const SESSION_HAS_ENDED = `
  create function session_has_ended(asked text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from ended_session where session_id = asked)`;

/** Sessions that the identity provider said are over, while tokens of theirs may still be shown. */
export class EndedSessions1795500000035 extends ForwardMigration {
  readonly name = 'EndedSessions1795500000035';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `create table ended_session (
         session_id text primary key check (length(session_id) between 1 and 256),
         ended_at timestamptz not null default enlace_now()
       )`,
      // It holds nothing of an organization; the application reaches it through the functions alone.
      'grant select, insert, delete on ended_session to enlace_definer',
      END_SESSION,
      SESSION_HAS_ENDED,
      ...handToDefiner('end_session(text)'),
      ...handToDefiner('session_has_ended(text)'),
    ]);
  }
}
