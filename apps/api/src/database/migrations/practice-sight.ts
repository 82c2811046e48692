import { ACTOR } from './statements.js';

const OWN = `organization_id = ${ACTOR.organization}`;

/** Whether the acting person was asked to review it and has not declined. */
const ASKED_TO_REVIEW = (practice: string): string =>
  `exists (select 1 from practice_review v where v.practice_id = ${practice} and v.state <> 'declined')`;

/** Own organization; once it was published its audience; its reviewers. */
export const VISIBLE_PRACTICE = (reached: string): string =>
  `(${OWN} or current_version is not null and ${reached} or ${ASKED_TO_REVIEW('practice.id')})`;

/**
 * Which versions: all for the own organization, those that were published for the audience, and for a
 * reviewer the one to be reviewed.
 */
export const VISIBLE_VERSION = `(exists (
    select 1 from practice p where p.id = practice_id and (p.${OWN}
      or practice_version.state in ('published', 'superseded', 'withdrawn') and p.current_version is not null))
  or exists (select 1 from practice_review v where v.practice_id = practice_version.practice_id
    and v.version = practice_version.version and v.state <> 'declined'))`;

/** Whether the actor sees the version that a row hangs on. */
export const WITH_VERSION = (table: string): string => `exists (select 1 from practice_version v
  where v.practice_id = ${table}.practice_id and v.version = ${table}.version)`;

/** Whether the practice that a row hangs on is the acting organization's. */
export const OWNS_PRACTICE = `exists (select 1 from practice p where p.id = practice_id and p.${OWN})`;

/**
 * Makes the practice point at its audience: its own organization always; its classification says who
 * else. Withheld States are part of the key: audiences that differ only in them are two.
 */
export const PRACTICE_AUDIENCE = `
  create function refresh_practice_audience(given uuid) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    told practice%rowtype;
    tokens int[];
    kept_from smallint[];
    audience_key text;
    found_id int;
  begin
    select * into told from practice p where p.id = given for update;
    if not found or (current_setting('app.organization', true) <> '' and told.organization_id <> ${ACTOR.organization})
    then raise exception 'not the owner of the practice' using errcode = '42501'; end if;
    select array_agg(distinct r.reader order by r.reader) into tokens from (
      select reader from share_readers('organizations', '{}', array[told.organization_id], null, null, null, '{}', 1::smallint)
      union all select reader from share_readers('organizations', '{}', told.organizations, null, null, null, '{}', 1::smallint)
        where told.classification in ('restricted', 'confidential')
      union all select f.reader from unnest(told.forums) g(forum)
        cross join lateral share_readers('forum', '{}', '{}', null, null, g.forum,
          array['member', 'associate', 'secretariat'], 1::smallint) f where told.classification = 'restricted'
      union all select reader from share_readers('community', '{}', '{}', null, null, null, '{}', 0::smallint)
        where told.classification in ('community', 'public')
      union all select reader from share_readers('public', '{}', '{}', null, null, null, '{}', 0::smallint)
        where told.classification = 'public') r;
    kept_from := array(select distinct w from unnest(told.withheld) w order by w);
    audience_key := 'tokens:' || array_to_string(tokens, ',')
      || case when kept_from = '{}' then '' else ';withheld:' || array_to_string(kept_from, ',') end;
    insert into audience (key) values (audience_key) on conflict (key) do nothing;
    select id into found_id from audience where key = audience_key;
    insert into audience_reader (audience_id, reader, detail, withheld)
    select found_id, t, 1, kept_from from unnest(tokens) t on conflict do nothing;
    update practice set audience_id = found_id where id = given;
    return found_id;
  end $$`;

/** Refuses everybody but the practice's own organization, for which the job of its reviews acts. */
const OWNER_ONLY = `
    if current_setting('app.organization', true) <> '' and not exists (
      select 1 from practice p where p.id = given and p.organization_id = ${ACTOR.organization})
    then raise exception 'not the owner of the practice' using errcode = '42501'; end if;`;

/**
 * Who may be asked to review a version: people with the function in force, whose organization the
 * practice will reach, of another organization than its own (nor a member of that, whomever they act
 * for), and of none that was asked already.
 */
export const REVIEW_CANDIDATES = `
  create function review_candidates(given uuid, given_version int)
  returns table (person_id uuid, organization_id uuid, open int, last_assigned_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    ${OWNER_ONLY}
    return query
    select m.person_id, m.organization_id,
      (select count(*)::int from practice_review v where v.person_id = m.person_id and v.state = 'assigned'),
      (select max(v.assigned_at) from practice_review v where v.person_id = m.person_id)
    from membership m join organization o on o.id = m.organization_id
      join practice p on p.id = given
    where 'reviewer' = any(m.functions) and o.kind <> 'portal'
      and m.valid_from <= enlace_now() and coalesce(m.valid_to, 'infinity') > enlace_now()
      and not exists (select 1 from membership own where own.person_id = m.person_id
        and own.organization_id = p.organization_id and coalesce(own.valid_to, 'infinity') > enlace_now())
      and not exists (select 1 from practice_review v where v.practice_id = given and v.version = given_version
        and (v.organization_id = m.organization_id or v.person_id = m.person_id))
      and exists (select 1 from audience_reader x where x.audience_id = p.audience_id
        and x.reader = any(actor_readers(o.id)) and enlace_now() >= x.from_at and enlace_now() < x.until_at
        and coalesce(o.state_id, -1) <> all(x.withheld));
  end $$`;

/** Asks candidates; anybody else is refused, so that no caller can place a reviewer of its own. */
export const ASSIGN_REVIEWS = `
  create function assign_reviews(given uuid, given_version int, persons uuid[], organizations uuid[], due date)
  returns int language plpgsql security definer set search_path = public, pg_temp as $$
  declare assigned int;
  begin
    perform 1 from practice p where p.id = given for update;
    insert into practice_review (practice_id, version, person_id, organization_id, due_on, language)
    select given, given_version, c.person_id, c.organization_id, due, q.language
    from unnest(persons, organizations) a(person_id, organization_id)
      join review_candidates(given, given_version) c using (person_id, organization_id)
      join person q on q.id = c.person_id;
    get diagnostics assigned = row_count;
    if assigned <> cardinality(persons) then
      raise exception 'not a candidate' using errcode = '42501'; end if;
    return assigned;
  end $$`;

/**
 * The reviews of a version, without names: those sent. A reviewer has them once the own one is sent,
 * the owner's people once the version is decided; the job that decides has those still open too.
 */
export const REVIEWS_OF_VERSION = `
  create function reviews_of_version(given uuid, given_version int)
  returns table (id uuid, state text, scores jsonb, proposal text, language text, comment text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select r.id, r.state, r.scores, r.proposal, r.language, r.comment
    from practice_review r join practice p on p.id = r.practice_id
      join practice_version v on v.practice_id = r.practice_id and v.version = r.version
    where r.practice_id = given and r.version = given_version and case
      when p.organization_id = ${ACTOR.organization} and ${ACTOR.person} is null then r.state <> 'declined'
      when r.state <> 'done' then false
      when p.organization_id = ${ACTOR.organization} then v.decided_at is not null
      else exists (select 1 from practice_review own where own.practice_id = given and own.version = given_version
        and own.person_id = ${ACTOR.person} and own.organization_id = ${ACTOR.organization} and own.state = 'done') end
    order by r.sent_at, r.id
  $$`;

/** Practices that are with their reviewers or wait for some, for the clock alone. */
export const PRACTICE_WORK = `
  create function practice_work() returns table (organization_id uuid, practice_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select p.organization_id, p.id from practice p
    join practice_version v on v.practice_id = p.id and v.version = p.open_version
    where v.state in ('submitted', 'in-review') and exists (
      select 1 from organization o where o.id = ${ACTOR.organization} and o.kind = 'portal')
  $$`;
