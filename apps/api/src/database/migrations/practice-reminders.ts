import { ACTOR } from './statements.js';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** One row for each thing that a person is told of the exchange of practices, once; gone into at most one mail. */
export const PRACTICE_REMINDER = [
  `create table practice_reminder (
     id uuid primary key default gen_random_uuid(),
     practice_id uuid not null references practice on delete cascade,
     kind text not null check (kind in ('review-asked', 'review-due', 'returned', 'published', 'question-asked',
       'question-answered', 'adoption-declared', 'result-due', 'reconfirm')),
     -- The review, question, adoption or practice that it is about.
     record_id uuid not null,
     -- Days from a date, or the version that was decided on.
     step int not null,
     person_id uuid not null references person,
     organization_id uuid not null references organization,
     state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'cancelled')),
     mail_id uuid references mail,
     created_at timestamptz not null default enlace_now(),
     sent_at timestamptz,
     unique (kind, record_id, step, person_id)
   )`,
  'create index on practice_reminder (mail_id)',
  `create index practice_reminder_queued on practice_reminder (person_id) where state = 'queued'`,
];

/** Whether an organization sees a practice that readers have: its own always, others by its audience. */
const REACHES = `
  create function practice_reaches(given practice, reached organization) returns boolean
  language sql stable ${DEFINER}
  return reached.id = given.organization_id or given.current_version is not null and exists (
    select 1 from audience_reader x
    where x.audience_id = given.audience_id and x.reader = any(actor_readers(reached.id))
      and enlace_now() >= x.from_at and enlace_now() < x.until_at
      and coalesce(reached.state_id, -1) <> all(x.withheld))`;

/** People of an organization who have one of these functions now and can be written to. */
const PEOPLE = `
  create function people_with(organization uuid, wanted text[]) returns setof uuid
  language sql stable ${DEFINER}
  begin atomic
    select m.person_id from membership m join person p on p.id = m.person_id and p.email is not null
    where m.organization_id = organization and m.valid_from <= enlace_now()
      and coalesce(m.valid_to, 'infinity') > enlace_now() and m.functions && wanted;
  end`;

const EDITORS = `array['practice-editor']`;
const ADOPTERS = `array['practice-editor', 'national-coordinator']`;
/** Nobody is told today of what happened before this many days. */
const NEWS_DAYS = 30;

const isNews = (at: string): string => `${at} > enlace_now() - interval '${NEWS_DAYS} days'`;
const dayOf = (organization: string): string =>
  `(enlace_now() at time zone ${organization}.time_zone)::date`;

/** Steps whose day came, and not so long ago that they say nothing any more. */
const stepsOf = (days: string, due: string, organization: string): string =>
  `unnest(array[${days}]) s where ${due} + s <= ${dayOf(organization)} and ${due} + s > ${dayOf(organization)} - ${NEWS_DAYS}`;

const REVIEWS = `
  select 'review-asked' as kind, r.practice_id, r.id as record_id, 0 as step, r.person_id, r.organization_id
  from practice_review r where r.state = 'assigned' and ${isNews('r.assigned_at')}
  union all
  select 'review-due', r.practice_id, r.id, d.s, r.person_id, r.organization_id
  from practice_review r join organization o on o.id = r.organization_id
  cross join lateral (select s from ${stepsOf('-7, -1, 1', 'r.due_on', 'o')}) d
  where r.state = 'assigned' and r.due_on + d.s > r.assigned_at::date`;

const OF_OWNER = `
  select 'returned', p.id, p.id, v.version, x.person, p.organization_id
  from practice p join practice_version v on v.practice_id = p.id and v.version = p.open_version - 1
    and v.state = 'returned' and ${isNews('v.decided_at')}
  join practice_version n on n.practice_id = p.id and n.version = p.open_version and n.state = 'draft'
  cross join lateral people_with(p.organization_id, ${EDITORS}) x (person)
  union all
  select 'published', p.id, p.id, v.version, x.person, p.organization_id
  from practice p join practice_version v on v.practice_id = p.id and v.version = p.current_version
    and v.state = 'published' and ${isNews('v.decided_at')}
  cross join lateral people_with(p.organization_id, ${EDITORS}) x (person)
  union all
  select 'reconfirm', p.id, p.id, d.s, x.person, p.organization_id
  from practice p join organization o on o.id = p.organization_id
  join practice_version v on v.practice_id = p.id and v.version = p.current_version and v.state = 'published'
  cross join lateral (select (p.confirmed_on + interval '24 months')::date as due_on) e
  cross join lateral (select s from ${stepsOf('-30, -7, 0', 'e.due_on', 'o')}) d
  cross join lateral people_with(p.organization_id, ${EDITORS}) x (person)
  union all
  select 'question-asked', p.id, q.id, 0, x.person, p.organization_id
  from question q join practice p on p.id = q.practice_id
  cross join lateral people_with(p.organization_id, ${EDITORS}) x (person)
  where q.answer is null and ${isNews('q.asked_at')}`;

/** An answer reaches who asked, and those who entered that they use the practice: they follow it. */
const OF_OTHERS = `
  select 'question-answered', p.id, q.id, 0, f.person_id, f.organization_id
  from question q join practice p on p.id = q.practice_id
  cross join lateral (
    select q.asked_by as person_id, q.organization_id
    union select a.created_by, a.organization_id from adoption a
      where a.practice_id = p.id and a.declared_by = a.organization_id) f
  join organization o on o.id = f.organization_id
  join membership m on m.person_id = f.person_id and m.organization_id = f.organization_id
    and m.valid_from <= enlace_now() and coalesce(m.valid_to, 'infinity') > enlace_now()
  join person h on h.id = f.person_id and h.email is not null
  where ${isNews('q.answered_at')} and practice_reaches(p, o)
  union all
  select 'adoption-declared', p.id, a.id, 0, x.person, a.organization_id
  from adoption a join practice p on p.id = a.practice_id join organization o on o.id = a.organization_id
  cross join lateral people_with(a.organization_id, ${ADOPTERS}) x (person)
  where a.state = 'declared' and ${isNews('a.created_at')} and practice_reaches(p, o)
  union all
  select 'result-due', p.id, a.id, d.s, x.person, a.organization_id
  from adoption a join practice p on p.id = a.practice_id join organization o on o.id = a.organization_id
  cross join lateral (select (a.started_on + interval '12 months')::date as due_on) e
  cross join lateral (select s from ${stepsOf('0, 30', 'e.due_on', 'o')}) d
  cross join lateral people_with(a.organization_id, ${ADOPTERS}) x (person)
  where a.state = 'confirmed' and practice_reaches(p, o)`;

/**
 * What people are to be told of the exchange now, told or not. It follows from how things stand, not from
 * events: an outage loses nothing, and what was done meanwhile is told to nobody. Both are ids only.
 */
const OWED = `
  create function owed_practice_reminders(only_person uuid)
  returns table (kind text, practice_id uuid, record_id uuid, step int, person_id uuid, organization_id uuid)
  language sql stable ${DEFINER}
  begin atomic
    select distinct w.kind, w.practice_id, w.record_id, w.step, w.person_id, w.organization_id
    from (${REVIEWS} union all ${OF_OWNER} union all ${OF_OTHERS}) w
    where only_person is null or w.person_id = only_person;
  end`;

/** Makes a row for each that has none; how many. Only for the portal's clock. */
const PLAN = `
  create function plan_practice_reminders() returns int
  language plpgsql ${DEFINER} as $$
  declare
    made int;
  begin
    if not exists (select 1 from organization o where o.id = ${ACTOR.organization} and o.kind = 'portal')
    then raise exception 'not the portal' using errcode = '42501'; end if;
    insert into practice_reminder (practice_id, kind, record_id, step, person_id, organization_id)
      select w.practice_id, w.kind, w.record_id, w.step, w.person_id, w.organization_id
      from owed_practice_reminders(null) w on conflict do nothing;
    get diagnostics made = row_count;
    return made;
  end $$`;

/** Whether an organization is written to today: on the working days of its State. */
const OPEN_DAY = `
  create function organization_day_open(given uuid) returns boolean
  language sql stable ${DEFINER}
  return (select extract(isodow from ${dayOf('o')}) < 6 and not exists (select 1 from holiday h
      where h.state_id = o.state_id and h.on_date = ${dayOf('o')} and h.struck_at is null)
    from organization o where o.id = given)`;

/** Lines of a mail about practices: each record once; mail passes many hands, so that titles told to few stay out. */
const LINES = `
  create function mail_practice_lines(given uuid, reader_language text) returns jsonb
  language sql stable ${DEFINER}
  return (
    select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'practiceId', l.practice_id, 'recordId', l.record_id,
        'title', case when p.classification in ('public', 'community') then t.title end, 'dueOn', l.due_on)
      order by l.due_on nulls first, l.kind, l.record_id), '[]')
    from (select r.kind, r.practice_id, r.record_id, case r.kind
            when 'review-asked' then v.due_on when 'review-due' then v.due_on
            when 'result-due' then (a.started_on + interval '12 months')::date
            when 'reconfirm' then (q.confirmed_on + interval '24 months')::date end as due_on
          from practice_reminder r join practice q on q.id = r.practice_id
          left join practice_review v on v.id = r.record_id left join adoption a on a.id = r.record_id
          where r.mail_id = given and r.state = 'queued' group by 1, 2, 3, 4) l
    join practice p on p.id = l.practice_id
    cross join lateral (select x.title from practice_text x where x.practice_id = p.id
        and x.version = coalesce(p.current_version, p.open_version)
      order by x.language = reader_language desc, x.status = 'original' desc limit 1) t)`;

/** The functions about practices' reminders, inner ones first. */
export const PRACTICE_REMINDER_FUNCTIONS = {
  inner: [
    { sql: REACHES, signature: 'practice_reaches(practice, organization)' },
    { sql: PEOPLE, signature: 'people_with(uuid, text[])' },
    { sql: OWED, signature: 'owed_practice_reminders(uuid)' },
    { sql: OPEN_DAY, signature: 'organization_day_open(uuid)' },
    { sql: LINES, signature: 'mail_practice_lines(uuid, text)' },
  ],
  callable: [{ sql: PLAN, signature: 'plan_practice_reminders()' }],
} as const;
