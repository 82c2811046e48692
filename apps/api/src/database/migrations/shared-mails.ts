import { ACTOR } from './statements.js';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Whether the step's day is there: a clock that was set back after the planning makes it wait again. */
const DAY_CAME = `(select w.open and r.step <= w.today - d.due_on
  from owner_day(r.due_date_id) w, due_date d where d.id = r.due_date_id)`;

/** As before, with what the exchange of practices tells. */
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
      and (r.step is null or (extract(hour from l.at) >= 7 and ${DAY_CAME}))
    union all
    select r.id, r.person_id, r.organization_id, l.at::date
    from practice_reminder r
    join person p on p.id = r.person_id
    join organization o on o.id = r.organization_id
    cross join lateral (select enlace_now() at time zone coalesce(p.time_zone, o.time_zone) as at) l
    where r.state = 'queued' and r.mail_id is null and extract(hour from l.at) >= 7
      and organization_day_open(r.organization_id);
  end`;

/** As before, with what the exchange of practices tells; `name` is what stands before the @ of the Message-ID. */
export const openDigests = (name: string): string => `
  create or replace function open_digests(domain text) returns setof uuid
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
      continue when exists (select 1 from mail m
        where m.person_id = someone.person_id and m.state = 'queued' and m.attempts > 0);
      select m.id into found_id from mail m where m.person_id = someone.person_id and m.state = 'queued';
      if not found then
        insert into mail (person_id, organization_id, day, message_id, state, next_at)
          values (someone.person_id, ${ACTOR.organization}, someone.day,
            '<' || ${name} || '@' || domain || '>', 'queued', enlace_now())
          on conflict do nothing returning id into found_id;
        continue when found_id is null;
      end if;
      update reminder r set mail_id = found_id
        where r.id in (select w.id from waiting_reminders() w where w.person_id = someone.person_id);
      update practice_reminder r set mail_id = found_id
        where r.id in (select w.id from waiting_reminders() w where w.person_id = someone.person_id);
      if exists (select 1 from mail m where m.id = found_id and m.organization_id = ${ACTOR.organization})
      then return next found_id; end if;
    end loop;
  end $$`;

/** Whether a mail still has something that may go now. */
const SOMETHING = (awake: string): string => `(exists (select 1 from reminder r
      where r.mail_id = given and r.state = 'queued' and (r.step is null or (${awake} and ${DAY_CAME})))
    or exists (select 1 from practice_reminder r
      where r.mail_id = given and r.state = 'queued' and ${awake} and organization_day_open(r.organization_id)))`;

const NOTHING_LEFT = `not exists (select 1 from reminder r where r.mail_id = given and r.state = 'queued')
      and not exists (select 1 from practice_reminder r where r.mail_id = given and r.state = 'queued')`;

/** As before, with what the exchange of practices tells: cancelled where it is owed to the reader no longer. */
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
    update practice_reminder r set state = 'cancelled' where r.mail_id = given and r.state = 'queued'
      and not exists (select 1 from owed_practice_reminders(told.person_id) w
        where w.kind = r.kind and w.record_id = r.record_id and w.step = r.step and w.person_id = r.person_id);
    if ${NOTHING_LEFT} then
      update mail set state = 'cancelled' where id = given;
      return null;
    end if;
    select p.email, p.language, l.at::date as day, extract(hour from l.at) >= 7 as awake into reader
      from person p join organization o on o.id = told.organization_id
      cross join lateral (select enlace_now() at time zone coalesce(p.time_zone, o.time_zone) as at) l
      where p.id = told.person_id;
    if exists (select 1 from mail m where m.person_id = told.person_id and m.day = reader.day and m.id <> given)
      or not ${SOMETHING('reader.awake')} then
      update mail set next_at = enlace_now() + interval '30 minutes' where id = given;
      return null;
    end if;
    update reminder r set mail_id = null where r.mail_id = given and r.state = 'queued'
      and r.step is not null and not (reader.awake and ${DAY_CAME});
    update practice_reminder r set mail_id = null where r.mail_id = given and r.state = 'queued'
      and not (reader.awake and organization_day_open(r.organization_id));
    update mail set attempts = told.attempts + 1, day = reader.day,
        next_at = enlace_now() + least(interval '10 minutes' * 2 ^ least(told.attempts, 6), interval '6 hours')
      where id = given;
    return jsonb_build_object('address', reader.email, 'language', reader.language, 'day', reader.day,
      'messageId', told.message_id, 'attempts', told.attempts + 1,
      'lines', mail_lines(given, reader.language), 'practices', mail_practice_lines(given, reader.language));
  end $$`;

/** As before, with what the exchange of practices tells. */
const SETTLE = `
  create or replace function settle_mail(given uuid, outcome text, reason text) returns void
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
    update practice_reminder r set state = outcome, sent_at = case outcome when 'sent' then enlace_now() end
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

/** As before, with what the exchange of practices tells. */
const RETRY = `
  create or replace function retry_mail(given uuid) returns uuid
  language plpgsql ${DEFINER} as $$
  declare
    told mail%rowtype;
  begin
    if not exists (select 1 from organization o where o.id = ${ACTOR.organization} and o.kind = 'portal')
    then raise exception 'not the portal' using errcode = '42501'; end if;
    select * into told from mail m where m.id = given;
    perform pg_advisory_xact_lock(hashtextextended('mail ' || told.person_id, 0));
    update mail m set state = 'queued', next_at = enlace_now() where m.id = given and m.state = 'failed'
      and not exists (select 1 from mail x where x.person_id = told.person_id and x.state = 'queued');
    if not found then return null; end if;
    update reminder r set state = 'queued' where r.mail_id = given and r.state = 'failed';
    update practice_reminder r set state = 'queued' where r.mail_id = given and r.state = 'failed';
    return told.organization_id;
  end $$`;

/** The functions of mails, now for reminders of both kinds. */
export const SHARED_MAILS = [WAITING, openDigests('someone.first'), CLAIM, SETTLE, RETRY] as const;
