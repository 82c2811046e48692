import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, runAll } from './statements.js';

/**
 * As before, but nothing joins a mail whose hand-over was tried: the server may have it, and what it gets
 * again under the same Message-ID may be dropped as known. Such reminders wait for the next mail.
 */
const OPEN = `
  create or replace function open_digests(domain text) returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    someone record;
    found_id uuid;
  begin
    for someone in select w.person_id, w.day, (array_agg(w.id order by w.id))[1] as first
        from waiting_reminders() w where w.organization_id = ${ACTOR.organization}
        group by w.person_id, w.day order by w.person_id loop
      -- A person of two organizations is written to by either, once a day.
      perform pg_advisory_xact_lock(hashtextextended('mail ' || someone.person_id, 0));
      continue when exists (select 1 from mail m
        where m.person_id = someone.person_id and m.state = 'queued' and m.attempts > 0);
      select m.id into found_id from mail m where m.person_id = someone.person_id and m.state = 'queued';
      if not found then
        insert into mail (person_id, organization_id, day, message_id, state, next_at)
          values (someone.person_id, ${ACTOR.organization}, someone.day,
            '<' || someone.first || '@' || domain || '>', 'queued', enlace_now())
          on conflict do nothing returning id into found_id;
        continue when found_id is null;
      end if;
      update reminder r set mail_id = found_id
        where r.id in (select w.id from waiting_reminders() w where w.person_id = someone.person_id);
      if exists (select 1 from mail m where m.id = found_id and m.organization_id = ${ACTOR.organization})
      then return next found_id; end if;
    end loop;
  end $$`;

/** A mail that the server may have keeps its lines. */
export class AttemptedDigests1795500000022 extends ForwardMigration {
  readonly name = 'AttemptedDigests1795500000022';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'grant create on schema public to enlace_definer',
      'set local role enlace_definer',
      OPEN,
      'reset role',
      'revoke create on schema public from enlace_definer',
    ]);
  }
}
