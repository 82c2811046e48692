import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, forceRowSecurity, handToDefiner, runAll } from './statements.js';

const OWNS = `organization_id = ${ACTOR.organization}`;

/** Whether a share that is open now was already open when the version was cleared, in that detail. */
const COVERED = `
  create function cleared_while_shared(report_id uuid, cleared_at timestamptz, detail smallint) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select 1 from share s
    cross join lateral unnest(s.readers, s.reader_details) as t (reader, reader_detail)
    where s.report_id = cleared_while_shared.report_id and s.revoked_at is null
      and t.reader = any(${ACTOR.readers}) and t.reader_detail >= cleared_while_shared.detail
      and enlace_now() >= s.opens_at and enlace_now() < coalesce(s.ends_at, 'infinity')
      and cleared_while_shared.cleared_at >= s.opens_at
      and ${ACTOR.state} <> all(s.withheld))`;

/**
 * Makes the report point at the audience of its open shares: equal sets are one audience. A share
 * that has begun has no opening in the key, one that has ended is left out.
 */
const REFRESH = `
  create function refresh_report_audience(given uuid) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    parts audience_part[];
    audience_key text;
    found_id int;
  begin
    if current_setting('app.organization', true) <> '' and not exists (
      select 1 from arrival_report r where r.id = given
        and (r.organization_id = ${ACTOR.organization} or r.state_id = ${ACTOR.ownState}))
    then raise exception 'not the owner of the report' using errcode = '42501'; end if;
    perform 1 from arrival_report where id = given for update;
    select coalesce(array_agg(p order by p), '{}') into parts
    from (select distinct row(t.reader, t.detail,
        case when s.opens_at <= enlace_now() then '-infinity'::timestamptz else s.opens_at end,
        coalesce(s.ends_at, 'infinity'), array(select w from unnest(s.withheld) w order by w))::audience_part as p
      from share s cross join lateral unnest(s.readers, s.reader_details) as t (reader, detail)
      where s.report_id = given and s.revoked_at is null
        and coalesce(s.ends_at, 'infinity') > enlace_now()) as open;
    audience_key := case when parts = '{}' then ''
      else encode(sha256(convert_to(parts::text, 'UTF8')), 'hex') end;
    insert into audience (key) values (audience_key) on conflict (key) do nothing;
    select id into found_id from audience where key = audience_key;
    insert into audience_reader (audience_id, reader, detail, from_at, until_at, withheld)
    select found_id, p.* from unnest(parts) p on conflict do nothing;
    update arrival_report set audience_id = found_id, sent_at = coalesce(sent_at,
      (select s.created_at from share s where s.report_id = given and s.kind = 'own-state'))
    where id = given;
    return found_id;
  end $$`;

/** Tells every organization reached by name or through a forum or group; community and public are not told. */
const NOTIFY = `
  create function notify_recipients(given uuid, notice_kind text) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare told int;
  begin
    if not exists (select 1 from arrival_report r where r.id = given
      and (r.organization_id = ${ACTOR.organization} or r.state_id = ${ACTOR.ownState}))
    then raise exception 'not the owner of the report' using errcode = '42501'; end if;
    insert into notice (organization_id, report_id, kind)
    select o.id, given, notice_kind
    from organization o
    where o.kind <> 'portal' and o.id <> ${ACTOR.organization} and exists (
      select 1 from share s cross join lateral unnest(s.readers) as t (reader)
      join reader_token k on k.id = t.reader
      where s.report_id = given and (s.revoked_at is null or s.revoked_at = enlace_now())
        and k.kind not in ('everyone', 'community', 'all-states')
        and enlace_now() >= s.opens_at and enlace_now() < coalesce(s.ends_at, 'infinity')
        and coalesce(o.state_id, -1) <> all(s.withheld) and t.reader = any(actor_readers(o.id)));
    get diagnostics told = row_count;
    return told;
  end $$`;

/** Shares, notices to their recipients and the log of who read what. */
export class Shares1795500000005 extends ForwardMigration {
  readonly name = 'Shares1795500000005';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `create table share (
         id uuid primary key default gen_random_uuid(),
         report_id uuid not null references arrival_report on delete cascade,
         organization_id uuid not null references organization,
         -- 'own-state' is made when the first version is sent, and is never revoked.
         kind text not null check (kind in
           ('own-state', 'states', 'organizations', 'sharing-group', 'forum', 'community', 'public')),
         states smallint[] not null default '{}',
         organizations uuid[] not null default '{}',
         group_id uuid references sharing_group,
         group_edition int,
         forum_id uuid references forum,
         forum_roles text[] not null default '{}',
         detail smallint not null check (detail in (0, 1)),
         purpose text not null,
         onward text not null default 'none',
         opens_at timestamptz not null,
         ends_at timestamptz,
         withheld smallint[] not null default '{}',
         -- Tokens it reaches and the detail each gets, from share_readers().
         readers int[] not null,
         reader_details smallint[] not null,
         created_at timestamptz not null default enlace_now(),
         created_by uuid not null,
         revoked_at timestamptz,
         revoked_by uuid,
         check (ends_at is null or ends_at > opens_at),
         check (kind <> 'public' or withheld = '{}'),
         check (kind <> 'own-state' or revoked_at is null),
         check (cardinality(readers) = cardinality(reader_details))
       )`,
      'create index on share (report_id)',
      `create unique index share_own_state on share (report_id) where kind = 'own-state'`,
      `create table notice (
         id uuid primary key default gen_random_uuid(),
         organization_id uuid not null references organization,
         report_id uuid not null references arrival_report on delete cascade,
         kind text not null check (kind in ('shared', 'revised', 'reopened', 'retracted', 'revoked')),
         created_at timestamptz not null default enlace_now()
       )`,
      'create index on notice (organization_id, created_at desc, id desc)',
      `create table read_log (
         id bigint generated always as identity primary key,
         organization_id uuid not null references organization,
         report_id uuid not null,
         reader_organization_id uuid references organization,
         what text not null check (what in ('read', 'export')),
         at timestamptz not null default enlace_now()
       )`,
      'create index on read_log (organization_id, report_id, at desc, id desc)',
      ...forceRowSecurity('share', 'read'),
      ...forceRowSecurity('notice', 'write'),
      ...forceRowSecurity('read_log', 'none'),
      `create policy own_select on share for select to enlace_app using (${OWNS})`,
      `create policy own_insert on share for insert to enlace_app with check (${OWNS}
         and exists (select 1 from arrival_report r where r.id = report_id and r.organization_id = share.organization_id))`,
      `create policy own_update on share for update to enlace_app using (${OWNS}) with check (${OWNS})`,
      // A share is never changed, only revoked.
      'grant select, insert, update (revoked_at, revoked_by) on share to enlace_app',
      `create policy told on notice for select to enlace_app using (${OWNS})`,
      'grant select on notice to enlace_app',
      `create policy own_select on read_log for select to enlace_app using (${OWNS})`,
      `create policy reader_insert on read_log for insert to enlace_app
         with check (reader_organization_id is not distinct from ${ACTOR.organization})`,
      'grant select, insert on read_log to enlace_app',
      `create type audience_part as (reader int, detail smallint, from_at timestamptz,
         until_at timestamptz, withheld smallint[])`,
      COVERED,
      REFRESH,
      NOTIFY,
      ...handToDefiner('cleared_while_shared(uuid, timestamptz, smallint)'),
      ...handToDefiner('refresh_report_audience(uuid)'),
      ...handToDefiner('notify_recipients(uuid, text)'),
    ]);
  }
}
