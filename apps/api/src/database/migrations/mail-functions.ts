import { ACTOR } from './statements.js';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** What there is to do for mails: digests to put together (no mail) and mails to hand over. */
const WORK = `
  create function mail_work() returns table (organization_id uuid, mail_id uuid)
  language sql stable ${DEFINER}
  begin atomic
    select distinct w.organization_id, null::uuid from waiting_reminders() w
      where not exists (select 1 from mail m
        where m.person_id = w.person_id and m.state <> 'queued' and m.day = w.day)
    union all
    select m.organization_id, m.id from mail m where m.state = 'queued' and m.next_at <= enlace_now();
  end`;

/**
 * Puts the waiting reminders of the organization's people into one mail a person: into the one that
 * still waits, else into a new one where the day had none. Its Message-ID comes from its first reminder.
 */
const OPEN = `
  create function open_digests(domain text) returns setof uuid
  language plpgsql ${DEFINER} as $$
  declare
    someone record;
    found_id uuid;
  begin
    for someone in select w.person_id, w.day, (array_agg(w.id order by w.id))[1] as first
        from waiting_reminders() w where w.organization_id = ${ACTOR.organization}
        group by w.person_id, w.day order by w.person_id loop
      -- A person of two organizations is written to by either, once a day.
      perform pg_advisory_xact_lock(hashtextextended('mail ' || someone.person_id, 0));
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

/** Lines of a mail: each due date once; mail passes many hands, so that confidential titles stay out. */
const LINES = `
  create function mail_lines(given uuid, reader_language text) returns jsonb
  language sql stable ${DEFINER}
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'commitmentId', c.id, 'dueDateId', d.id, 'title', case when c.classification <> 'confidential' then t.title end, 'dueOn', d.due_on, 'final', d.final,
        'days', d.due_on - w.today, 'role', l.role, 'requested', l.requested,
        'forum', f.names ->> reader_language, 'owner', o.names ->> reader_language)
      order by d.due_on, t.title, d.id), '[]')
    from (select r.due_date_id, (array_agg(r.role order by r.step nulls first))[1] as role,
            bool_or(r.step is null) as requested
          from reminder r where r.mail_id = given and r.state = 'queued' group by r.due_date_id) l
    join due_date d on d.id = l.due_date_id
    join commitment c on c.id = d.commitment_id
    join organization o on o.id = c.organization_id
    join forum f on f.id = c.forum_id
    cross join lateral owner_day(d.id) w
    cross join lateral (select x.title from commitment_text x where x.commitment_id = c.id
      order by x.language = reader_language desc, x.status = 'original' desc, x.language limit 1) t)`;

/**
 * Takes a mail to hand it over now, or null where it may not go: what was stopped meanwhile is
 * cancelled, what has to wait leaves the mail. The next attempt is set before this one begins, so
 * that a process that dies in the middle loses none.
 */
const CLAIM = `
  create function claim_mail(given uuid) returns jsonb
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
        and (r.step is null or (reader.awake and (select w.open from owner_day(r.due_date_id) w)))) then
      update mail set next_at = enlace_now() + interval '30 minutes' where id = given;
      return null;
    end if;
    update reminder r set mail_id = null where r.mail_id = given and r.state = 'queued'
      and r.step is not null and not (reader.awake and (select w.open from owner_day(r.due_date_id) w));
    update mail set attempts = told.attempts + 1, day = reader.day,
        next_at = enlace_now() + least(interval '10 minutes' * 2 ^ told.attempts, interval '6 hours')
      where id = given;
    return jsonb_build_object('address', reader.email, 'language', reader.language, 'day', reader.day,
      'messageId', told.message_id, 'attempts', told.attempts + 1,
      'lines', mail_lines(given, reader.language));
  end $$`;

/** Says how an attempt ended: sent, failed for good, or to be tried again. */
const SETTLE = `
  create function settle_mail(given uuid, outcome text, reason text) returns void
  language plpgsql ${DEFINER} as $$
  declare
    told mail%rowtype;
  begin
    select * into told from mail m where m.id = given and m.organization_id = ${ACTOR.organization} for update;
    if not found or told.state <> 'queued' then return; end if;
    update mail set failure = reason, state = case outcome when 'retry' then 'queued' else outcome end,
        sent_at = case outcome when 'sent' then enlace_now() end where id = given;
    if outcome = 'retry' then return; end if;
    update reminder r set state = outcome, sent_at = case outcome when 'sent' then enlace_now() end
      where r.mail_id = given and r.state = 'queued';
    if outcome <> 'sent' then return; end if;
    insert into commitment_event (commitment_id, kind, organization_id, parties_only, facts)
      select distinct d.commitment_id, 'reminder-sent', c.secretariat_id, true,
        jsonb_build_object('dueOn', d.due_on, 'step', r.step, 'requestedOn', r.requested_on)
      from reminder r join due_date d on d.id = r.due_date_id join commitment c on c.id = d.commitment_id
      where r.mail_id = given and r.state = 'sent' and not exists (
        select 1 from commitment_event e where e.commitment_id = d.commitment_id and e.kind = 'reminder-sent'
          and e.facts = jsonb_build_object('dueOn', d.due_on, 'step', r.step, 'requestedOn', r.requested_on));
  end $$`;

/** Mails for administrators, newest first: how they fared, never what they say. */
const SYSTEM_MAILS = `
  create function system_mails(states text[], before_at timestamptz, before_id uuid, rows int)
  returns table (id uuid, "personId" uuid, "organizationId" uuid, day text, state text, attempts int,
    failure text, "createdAt" timestamptz, "sentAt" timestamptz)
  language plpgsql stable ${DEFINER} as $$
  begin
    if not exists (select 1 from organization o where o.id = ${ACTOR.organization} and o.kind = 'portal')
    then raise exception 'not the portal' using errcode = '42501'; end if;
    return query select m.id, m.person_id, m.organization_id, m.day::text, m.state, m.attempts::int,
        m.failure, m.created_at, m.sent_at
      from mail m where m.state = any(states)
        and (before_at is null or (m.created_at, m.id) < (before_at, before_id))
      order by m.created_at desc, m.id desc limit rows;
  end $$`;

/** The functions that send mail, inner ones first. */
export const MAIL_FUNCTIONS = {
  inner: [{ sql: LINES, signature: 'mail_lines(uuid, text)' }],
  callable: [
    { sql: WORK, signature: 'mail_work()' },
    { sql: OPEN, signature: 'open_digests(text)' },
    { sql: CLAIM, signature: 'claim_mail(uuid)' },
    { sql: SETTLE, signature: 'settle_mail(uuid, text, text)' },
    { sql: SYSTEM_MAILS, signature: 'system_mails(text[], timestamptz, uuid, int)' },
  ],
} as const;
