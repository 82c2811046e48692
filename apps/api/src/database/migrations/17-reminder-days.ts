import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, runAll } from './statements.js';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Whether the step's day is there: a clock that was set back after the planning makes it wait again. */
const DAY_CAME = `(select w.open and r.step <= w.today - d.due_on
  from owner_day(r.due_date_id) w, due_date d where d.id = r.due_date_id)`;

/** As before, and each step's day has come. */
const WAITING = `
  create or replace function waiting_reminders() returns table (id uuid, person_id uuid, organization_id uuid, day date)
  language sql stable ${DEFINER}
  begin atomic
    select r.id, r.person_id, r.organization_id, l.at::date
    from reminder r
    join person p on p.id = r.person_id
    join organization o on o.id = r.organization_id
    cross join lateral (select enlace_now() at time zone coalesce(p.time_zone, o.time_zone) as at) l
    where r.state = 'queued' and r.mail_id is null
      and (r.step is null or (extract(hour from l.at) >= 7 and ${DAY_CAME}));
  end`;

/** As before, and each step's day has come. */
const CLAIM = `
  create or replace function claim_mail(given uuid) returns jsonb
  language plpgsql ${DEFINER} as $$
  declare
    told mail%rowtype;
    reader record;
  begin
    select * into told from mail m where m.id = given and m.organization_id = ${ACTOR.organization} for update;
    if not found or told.state <> 'queued' or told.next_at > enlace_now() then return null; end if;
    update reminder r set state = 'cancelled' from due_date d
      where r.mail_id = given and r.state = 'queued' and d.id = r.due_date_id
        and (not due_date_owed(d.id) or not exists (
          select 1 from reminder_recipients(d.commitment_id, array[r.role]) x where x.person_id = r.person_id));
    if not exists (select 1 from reminder r where r.mail_id = given and r.state = 'queued') then
      update mail set state = 'cancelled' where id = given;
      return null;
    end if;
    select p.email, p.language, l.at::date as day, extract(hour from l.at) >= 7 as awake into reader
      from person p join organization o on o.id = told.organization_id
      cross join lateral (select enlace_now() at time zone coalesce(p.time_zone, o.time_zone) as at) l
      where p.id = told.person_id;
    if exists (select 1 from mail m where m.person_id = told.person_id and m.day = reader.day and m.id <> given)
      or not exists (select 1 from reminder r where r.mail_id = given and r.state = 'queued'
        and (r.step is null or (reader.awake and ${DAY_CAME}))) then
      update mail set next_at = enlace_now() + interval '30 minutes' where id = given;
      return null;
    end if;
    update reminder r set mail_id = null where r.mail_id = given and r.state = 'queued'
      and r.step is not null and not (reader.awake and ${DAY_CAME});
    update mail set attempts = told.attempts + 1, day = reader.day,
        next_at = enlace_now() + least(interval '10 minutes' * 2 ^ told.attempts, interval '6 hours')
      where id = given;
    return jsonb_build_object('address', reader.email, 'language', reader.language, 'day', reader.day,
      'messageId', told.message_id, 'attempts', told.attempts + 1,
      'lines', mail_lines(given, reader.language));
  end $$`;

/** Reminders wait for their day also where the clock was set back between planning and hand-over. */
export class ReminderDays1795500000017 extends ForwardMigration {
  readonly name = 'ReminderDays1795500000017';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'grant create on schema public to enlace_definer',
      'set local role enlace_definer',
      WAITING,
      CLAIM,
      'reset role',
      'revoke create on schema public from enlace_definer',
    ]);
  }
}
