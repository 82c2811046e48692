import { ACTOR } from './statements.js';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Whether an organization sees a commitment: its parties always, others by its audience. */
const REACHES = `
  create function commitment_reaches(given commitment, reached organization) returns boolean
  language sql stable ${DEFINER}
  return reached.id in (given.organization_id, given.secretariat_id)
    or (reached.kind = 'state' and reached.state_id = given.state_id)
    or exists (
      select 1 from audience_reader x
      where x.audience_id = given.audience_id and x.reader = any(actor_readers(reached.id))
        and enlace_now() >= x.from_at and enlace_now() < x.until_at
        and coalesce(reached.state_id, -1) <> all(x.withheld))`;

/** Who is reminded of a commitment in these roles, each person once, in the first role that fits. */
const RECIPIENTS = `
  create function reminder_recipients(given uuid, roles text[])
  returns table (person_id uuid, organization_id uuid, role text)
  language sql stable ${DEFINER}
  begin atomic
    select distinct on (m.person_id) m.person_id, m.organization_id, r.role
    from commitment c
    cross join unnest(roles) with ordinality r (role, rank)
    join organization o on case r.role
      when 'owner' then o.id = c.organization_id
      when 'coordinator' then o.kind = 'state' and o.state_id = c.state_id
      when 'secretariat' then o.id = c.secretariat_id
      else o.kind = 'state' and o.state_id in (
        select f.state_id from forum_presidency f where f.forum_id = c.forum_id
          and f.valid_from <= enlace_now()::date and f.valid_to > enlace_now()::date) end
    join membership m on m.organization_id = o.id and m.valid_from <= enlace_now()
      and coalesce(m.valid_to, 'infinity') > enlace_now()
      and case r.role when 'owner' then 'commitment-owner' when 'secretariat' then 'secretariat-officer'
                      else 'national-coordinator' end = any(m.functions)
    join person p on p.id = m.person_id and p.email is not null
    where c.id = given and commitment_reaches(c, o)
    order by m.person_id, r.rank, o.alias;
  end`;

/** Today in the owner's time zone, and whether reminders of the date may go out on it. */
const OWNER_DAY = `
  create function owner_day(due uuid, out today date, out open boolean)
  language sql stable ${DEFINER}
  begin atomic
    select t.today, extract(isodow from t.today) < 6
        and not exists (select 1 from holiday h where h.state_id = t.state_id and h.on_date = t.today)
        and not exists (select 1 from snooze z where z.due_date_id = due and z.until_on > t.today)
    from (select c.state_id, (enlace_now() at time zone o.time_zone)::date as today
      from due_date d join commitment c on c.id = d.commitment_id
      join organization o on o.id = c.organization_id where d.id = due) t;
  end`;

/** Whether a report is still owed for the date: nothing was sent in, waived, dropped or delivered. */
const OWED = `
  create function due_date_owed(due uuid) returns boolean
  language sql stable ${DEFINER}
  return exists (
    select 1 from due_date d join commitment c on c.id = d.commitment_id
    where d.id = due and d.reported_on is null and d.waived_at is null
      and c.state in ('accepted', 'in-progress'))`;

/** Reminders in no mail yet that may go now: from seven in the morning of the reader, those asked for at once. */
const WAITING = `
  create function waiting_reminders() returns table (id uuid, person_id uuid, organization_id uuid, day date)
  language sql stable ${DEFINER}
  begin atomic
    select r.id, r.person_id, r.organization_id, l.at::date
    from reminder r
    join person p on p.id = r.person_id
    join organization o on o.id = r.organization_id
    cross join lateral (select enlace_now() at time zone coalesce(p.time_zone, o.time_zone) as at) l
    where r.state = 'queued' and r.mail_id is null
      and (r.step is null or (extract(hour from l.at) >= 7 and (select w.open from owner_day(r.due_date_id) w)));
  end`;

/** Organizations with a step whose day may have come; nothing on the days off of the owner's State. */
const ORGANIZATIONS = `
  create function reminder_organizations(default_steps smallint[]) returns setof uuid
  language sql stable ${DEFINER}
  begin atomic
    select distinct c.organization_id
    from due_date d join commitment c on c.id = d.commitment_id
    cross join lateral owner_day(d.id) w
    left join reminder_rule u on u.forum_id = c.forum_id
    where d.due_on between enlace_now()::date - 400 and enlace_now()::date + 100 and d.waived_at is null and w.open
      and due_date_owed(d.id) and exists (
        select 1 from unnest(coalesce(u.steps, default_steps)) s
        where d.due_on + s <= w.today and not exists (
          select 1 from reminder_step x where x.due_date_id = d.id and x.step = s));
  end`;

/** Marks steps of an own due date as gone, and makes one reminder for each recipient of those that go out. */
const PLAN = `
  create function plan_reminders(due uuid, planned jsonb) returns int
  language plpgsql ${DEFINER} as $$
  declare
    told uuid;
    each record;
    made int;
    total int := 0;
  begin
    select c.id into told from due_date d join commitment c on c.id = d.commitment_id
      where d.id = due and c.organization_id = ${ACTOR.organization};
    if not found then raise exception 'not the owner of the due date' using errcode = '42501'; end if;
    for each in select (p->>'step')::smallint as step,
        array(select jsonb_array_elements_text(p->'roles')) as roles from jsonb_array_elements(planned) p loop
      insert into reminder_step (due_date_id, step) values (due, each.step) on conflict do nothing;
      continue when not found;
      insert into reminder (due_date_id, step, person_id, organization_id, role, state)
        select due, each.step, r.person_id, r.organization_id, r.role, 'queued'
        from reminder_recipients(told, each.roles) r on conflict do nothing;
      get diagnostics made = row_count;
      total := total + made;
    end loop;
    return total;
  end $$`;

/** The secretariat's own reminder, once a day: whom it reaches, or null where it was sent today already. */
const REQUEST = `
  create function request_reminders(due uuid, roles text[]) returns int
  language plpgsql ${DEFINER} as $$
  declare
    told record;
    made int;
  begin
    select c.id, (enlace_now() at time zone o.time_zone)::date as today into told
      from due_date d join commitment c on c.id = d.commitment_id join organization o on o.id = c.secretariat_id
      where d.id = due and c.secretariat_id = ${ACTOR.organization} for update of c;
    if not found then raise exception 'not the secretariat of the commitment' using errcode = '42501'; end if;
    if exists (select 1 from reminder r join due_date d on d.id = r.due_date_id
      where d.commitment_id = told.id and r.requested_on = told.today) then return null; end if;
    insert into reminder (due_date_id, step, requested_on, person_id, organization_id, role, state)
      select due, null, told.today, r.person_id, r.organization_id, r.role, 'queued'
      from reminder_recipients(told.id, roles) r;
    get diagnostics made = row_count;
    return made;
  end $$`;

/** The functions that remind, inner ones first. */
export const REMINDER_FUNCTIONS = {
  inner: [
    { sql: REACHES, signature: 'commitment_reaches(commitment, organization)' },
    { sql: RECIPIENTS, signature: 'reminder_recipients(uuid, text[])' },
    { sql: OWNER_DAY, signature: 'owner_day(uuid)' },
    { sql: OWED, signature: 'due_date_owed(uuid)' },
    { sql: WAITING, signature: 'waiting_reminders()' },
  ],
  callable: [
    { sql: ORGANIZATIONS, signature: 'reminder_organizations(smallint[])' },
    { sql: PLAN, signature: 'plan_reminders(uuid, jsonb)' },
    { sql: REQUEST, signature: 'request_reminders(uuid, text[])' },
  ],
} as const;
