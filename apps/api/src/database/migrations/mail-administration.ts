import { ACTOR } from './statements.js';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Whether the step's day is there: a clock that was set back after the planning makes it wait again. */
const DAY_CAME = `(select w.open and r.step <= w.today - d.due_on
  from owner_day(r.due_date_id) w, due_date d where d.id = r.due_date_id)`;

/** As before, but the wait before the next attempt stops growing in time: 2 ^ 34 times it is no interval. */
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
        next_at = enlace_now() + least(interval '10 minutes' * 2 ^ least(told.attempts, 6), interval '6 hours')
      where id = given;
    return jsonb_build_object('address', reader.email, 'language', reader.language, 'day', reader.day,
      'messageId', told.message_id, 'attempts', told.attempts + 1,
      'lines', mail_lines(given, reader.language));
  end $$`;

const PORTAL_ONLY = `if not exists (select 1 from organization o where o.id = ${ACTOR.organization} and o.kind = 'portal')
    then raise exception 'not the portal' using errcode = '42501'; end if;`;

/** Mails for administrators, newest first: to whom and how they fared, never what they say. */
const SYSTEM_MAILS = `
  create function system_mails(states text[], before_at timestamptz, before_id uuid, rows int, only_id uuid)
  returns table (id uuid, "personId" uuid, "organizationId" uuid, roles text[], day text, state text, attempts int,
    failure text, "createdAt" timestamptz, "nextAt" timestamptz, "sentAt" timestamptz, revision int)
  language plpgsql stable ${DEFINER} as $$
  begin
    ${PORTAL_ONLY}
    return query select m.id, m.person_id, m.organization_id,
        array(select distinct r.role from reminder r where r.mail_id = m.id order by r.role),
        m.day::text, m.state, m.attempts::int, m.failure, m.created_at,
        case m.state when 'queued' then m.next_at end, m.sent_at,
        -- Each attempt and each change of state makes another version.
        m.attempts * 4 + array_position(array['queued', 'sent', 'failed', 'cancelled'], m.state)
      from mail m where m.state = any(states) and (only_id is null or m.id = only_id)
        and (before_at is null or (m.created_at, m.id) < (before_at, before_id))
      order by m.created_at desc, m.id desc limit rows;
  end $$`;

/**
 * Puts a mail that was given up on back into the queue, with its Message-ID and its lines; attempts are
 * counted on, so that nothing joins it. Says whose it is, or nothing where another waits for the person.
 */
const RETRY = `
  create function retry_mail(given uuid) returns uuid
  language plpgsql ${DEFINER} as $$
  declare
    told mail%rowtype;
  begin
    ${PORTAL_ONLY}
    select * into told from mail m where m.id = given;
    perform pg_advisory_xact_lock(hashtextextended('mail ' || told.person_id, 0));
    update mail m set state = 'queued', next_at = enlace_now() where m.id = given and m.state = 'failed'
      and not exists (select 1 from mail x where x.person_id = told.person_id and x.state = 'queued');
    if not found then return null; end if;
    update reminder r set state = 'queued' where r.mail_id = given and r.state = 'failed';
    return told.organization_id;
  end $$`;

/** What administrators see of mails and do with those that were given up on. */
export const MAIL_ADMINISTRATION = {
  statements: [
    CLAIM,
    'drop function system_mails(text[], timestamptz, uuid, int)',
    SYSTEM_MAILS,
    RETRY,
  ],
  callable: ['system_mails(text[], timestamptz, uuid, int, uuid)', 'retry_mail(uuid)'],
} as const;
