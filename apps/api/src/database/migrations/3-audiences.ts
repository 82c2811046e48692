import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, forceRowSecurity, handToDefiner, runAll } from './statements.js';

/**
 * Tokens that an organization holds now. `everyone` is 1 and `community` 2; `*-states` reach
 * organizations of kind `state`, who alone may be given exact detail without being named.
 */
const ACTOR_READERS = `
  create function actor_readers(organization uuid) returns int[]
  language sql stable security definer set search_path = public, pg_temp
  return (
    select coalesce(array_agg(t.id order by t.id), '{}')
    from reader_token t
    left join organization o on o.id = organization and o.kind <> 'portal'
    where t.kind = 'everyone'
       or (o.id is not null and t.kind = 'community')
       or (o.kind = 'state' and t.kind = 'all-states')
       or (t.kind = 'organization' and t.organization_id = o.id)
       or (o.kind = 'state' and t.kind = 'own-state' and t.state_id = o.state_id)
       or (t.kind in ('forum-states', 'forum-organizations') and exists (
             select 1 from forum_member m
             where m.forum_id = t.forum_id and m.role = t.forum_role
               and case t.kind when 'forum-states' then m.state_id = o.state_id and o.kind = 'state'
                               else m.organization_id = o.id end
               and coalesce(m.valid_from, '-infinity') <= enlace_now()::date
               and coalesce(m.valid_to, 'infinity') > enlace_now()::date
               and not (m.suspended_from is not null and m.suspended_from <= enlace_now()::date
                        and coalesce(m.suspended_to, 'infinity') > enlace_now()::date)))
       or (t.kind in ('group-states', 'group-organizations')
           and (t.kind = 'group-organizations' or o.kind = 'state') and exists (
             select 1 from sharing_group_member g
             where g.group_id = t.group_id and g.organization_id = o.id
               and g.from_edition <= t.group_edition and g.removed_at is null))
  )`;

/** Everything one person may act as, for the access guard; null where nobody of that id was admitted. */
const ACTOR_CONTEXTS = `
  create function actor_contexts(person_id uuid, organizations uuid[]) returns jsonb
  language sql stable security definer set search_path = public, pg_temp
  return (
    select jsonb_build_object(
      'person', jsonb_build_object('id', p.id, 'username', p.username, 'language', p.language),
      'firewall', (
        select coalesce(jsonb_agg(distinct s.code), '[]')
        from membership m join organization o on o.id = m.organization_id join state s on s.id = o.state_id
        where m.person_id = p.id and o.kind in ('state', 'judiciary', 'legislature')
          and m.valid_from <= enlace_now() and coalesce(m.valid_to, 'infinity') > enlace_now()),
      'contexts', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'organization', jsonb_build_object('id', o.id, 'alias', o.alias, 'kind', o.kind, 'names', o.names,
            'acronym', o.acronym, 'stateId', o.state_id, 'stateCode', s.code, 'timeZone', o.time_zone),
          'functions', (
            select coalesce(jsonb_agg(distinct f), '[]') from (
              select unnest(m.functions) from membership m
              where m.person_id = p.id and m.organization_id = o.id
                and m.valid_from <= enlace_now() and coalesce(m.valid_to, 'infinity') > enlace_now()
              union select 'focal-point' from seat t
              where t.person_id = p.id and t.organization_id = o.id
                and t.valid_from <= enlace_now() and coalesce(t.valid_to, 'infinity') > enlace_now()
            ) as held (f)),
          'seatPoints', (
            select case when count(*) = 0 or bool_or(t.crossing_points is null) then null
                        else jsonb_agg(distinct point) end
            from seat t left join unnest(t.crossing_points) point on true
            where t.person_id = p.id and t.organization_id = o.id
              and t.valid_from <= enlace_now() and coalesce(t.valid_to, 'infinity') > enlace_now()),
          'readers', to_jsonb(actor_readers(o.id))
        ) order by o.alias), '[]')
        from organization o left join state s on s.id = o.state_id
        where o.id = any(organizations) and exists (
          select 1 from membership m
          where m.person_id = p.id and m.organization_id = o.id
            and m.valid_from <= enlace_now() and coalesce(m.valid_to, 'infinity') > enlace_now()))
    )
    from person p where p.id = person_id
  )`;

/** Tokens that a share reaches, with the detail each gets; makes tokens that do not exist yet. */
const SHARE_READERS = `
  create function share_readers(kind text, states smallint[], organizations uuid[], group_id uuid,
    group_edition int, forum_id uuid, forum_roles text[], detail smallint)
  returns table (reader int, reader_detail smallint)
  language plpgsql security definer set search_path = public, pg_temp as $$
  #variable_conflict use_variable
  begin
    return query
    with wanted as (
      select 'own-state' as kind, s as state_id, null::uuid as organization_id, null::uuid as forum_id,
             null::text as forum_role, null::uuid as group_id, null::int as group_edition, detail as d
        from unnest(states) s where kind in ('states', 'own-state')
      union all select 'organization', null, o, null, null, null, null, detail
        from unnest(organizations) o where kind = 'organizations'
      union all select 'forum-states', null, null, forum_id, r, null, null, detail
        from unnest(forum_roles) r where kind = 'forum'
      union all select 'forum-organizations', null, null, forum_id, r, null, null, 0::smallint
        from unnest(forum_roles) r where kind = 'forum'
      union all select 'group-states', null, null, null, null, group_id, group_edition, detail
        where kind = 'sharing-group'
      union all select 'group-organizations', null, null, null, null, group_id, group_edition, 0::smallint
        where kind = 'sharing-group'
      union all select 'all-states', null, null, null, null, null, null, detail
        where kind in ('community', 'public') and detail = 1
      union all select 'community', null, null, null, null, null, null, 0::smallint where kind = 'community'
      union all select 'everyone', null, null, null, null, null, null, 0::smallint where kind = 'public'
    ), made as (
      insert into reader_token (kind, state_id, organization_id, forum_id, forum_role, group_id, group_edition)
      select w.kind, w.state_id, w.organization_id, w.forum_id, w.forum_role, w.group_id, w.group_edition
      from wanted w order by 1, 2, 3, 4, 5, 6, 7
      -- Updating nothing returns the rows that exist and locks them, so that a concurrent one is seen.
      on conflict on constraint reader_token_key do update set kind = excluded.kind
      returning *
    )
    select m.id, w.d from wanted w join made m
      on m.kind = w.kind and m.state_id is not distinct from w.state_id
     and m.organization_id is not distinct from w.organization_id
     and m.forum_id is not distinct from w.forum_id and m.forum_role is not distinct from w.forum_role
     and m.group_id is not distinct from w.group_id and m.group_edition is not distinct from w.group_edition;
  end $$`;

/** Whether the acting organization owns or is in a group: its two tables' policies must not ask each other. */
const GROUP_READABLE = `
  create function sharing_group_readable(group_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select 1 from sharing_group g where g.id = group_id and (
      g.owner_id = ${ACTOR.organization} or exists (
        select 1 from sharing_group_member m where m.group_id = g.id and m.removed_at is null
          and m.organization_id = ${ACTOR.organization})))`;

const OWNED = `exists (select 1 from sharing_group g where g.id = group_id and g.owner_id = ${ACTOR.organization})`;

/** Audiences: tokens, the rows whom each reaches, and the functions that make and read them. */
export class Audiences1795500000003 extends ForwardMigration {
  readonly name = 'Audiences1795500000003';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `create table reader_token (
         id int generated always as identity primary key,
         kind text not null,
         organization_id uuid references organization,
         state_id smallint references state,
         forum_id uuid references forum,
         forum_role text,
         group_id uuid references sharing_group on delete cascade,
         group_edition int,
         constraint reader_token_key unique nulls not distinct
           (kind, state_id, organization_id, forum_id, forum_role, group_id, group_edition)
       )`,
      `insert into reader_token (kind) values ('everyone'), ('community'), ('all-states')`,
      // 0 reaches nobody: the audience of a report whose first version was not sent yet.
      'create table audience (id int generated by default as identity primary key, key text not null unique)',
      `insert into audience (id, key) values (0, '')`,
      `create table audience_reader (
         audience_id int not null references audience,
         reader int not null references reader_token on delete cascade,
         detail smallint not null check (detail in (0, 1)),
         from_at timestamptz not null default '-infinity',
         until_at timestamptz not null default 'infinity',
         withheld smallint[] not null default '{}',
         unique (audience_id, reader, detail, from_at, until_at, withheld)
       )`,
      `create index audience_reader_reader on audience_reader (reader, audience_id)
         include (detail, from_at, until_at, withheld)`,
      `create index audience_reader_audience on audience_reader (audience_id, reader)
         include (detail, from_at, until_at, withheld)`,
      ...forceRowSecurity('reader_token', 'write'),
      ...forceRowSecurity('audience', 'write'),
      ...forceRowSecurity('audience_reader', 'write'),
      // An actor learns of an audience only that it is in it.
      `create policy reached on audience_reader for select to enlace_app
         using (reader = any(${ACTOR.readers}))`,
      'grant select on audience_reader to enlace_app',
      ACTOR_READERS,
      ACTOR_CONTEXTS,
      SHARE_READERS,
      GROUP_READABLE,
      ...handToDefiner('actor_readers(uuid)'),
      ...handToDefiner('actor_contexts(uuid, uuid[])'),
      ...handToDefiner(
        'share_readers(text, smallint[], uuid[], uuid, int, uuid, text[], smallint)',
      ),
      ...handToDefiner('sharing_group_readable(uuid)'),
      `create policy readable on sharing_group for select to enlace_app using (sharing_group_readable(id)
         or owner_id = ${ACTOR.organization})`,
      `create policy own_insert on sharing_group for insert to enlace_app with check (owner_id = ${ACTOR.organization})`,
      `create policy own_update on sharing_group for update to enlace_app
         using (owner_id = ${ACTOR.organization}) with check (owner_id = ${ACTOR.organization})`,
      `create policy readable on sharing_group_member for select to enlace_app using (sharing_group_readable(group_id))`,
      `create policy own_insert on sharing_group_member for insert to enlace_app with check (${OWNED})`,
      `create policy own_update on sharing_group_member for update to enlace_app using (${OWNED}) with check (${OWNED})`,
    ]);
  }
}
