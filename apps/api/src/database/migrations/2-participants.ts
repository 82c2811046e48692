import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { forceRowSecurity, runAll } from './statements.js';

/**
 * Organizations, people, memberships, seats and who belongs to a forum. The application reads
 * people, memberships and seats only through `actor_contexts`.
 */
export class Participants1795500000002 extends ForwardMigration {
  readonly name = 'Participants1795500000002';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `create table organization (
         id uuid primary key,
         alias text not null unique,
         kind text not null,
         names jsonb not null check (names ?& array['es', 'en', 'pt', 'fr']),
         acronym text,
         state_id smallint references state,
         time_zone text not null,
         check ((kind = 'portal') <= (state_id is null))
       )`,
      'create index on organization (state_id)',
      `create table person (
         id uuid primary key,
         username text not null unique,
         language text not null
       )`,
      `create table membership (
         id uuid primary key default gen_random_uuid(),
         person_id uuid not null references person,
         organization_id uuid not null references organization,
         functions text[] not null default '{}',
         valid_from timestamptz not null,
         valid_to timestamptz,
         check (valid_to is null or valid_to > valid_from),
         unique (person_id, organization_id, valid_from)
       )`,
      `create table seat (
         id uuid primary key default gen_random_uuid(),
         person_id uuid not null references person,
         organization_id uuid not null references organization,
         state_id smallint not null references state,
         theme text not null,
         rank text not null check (rank in ('primary', 'alternate')),
         crossing_points uuid[],
         valid_from timestamptz not null,
         valid_to timestamptz,
         check (valid_to is null or valid_to > valid_from),
         unique (person_id, organization_id, theme, valid_from)
       )`,
      `create table forum_member (
         id uuid primary key default gen_random_uuid(),
         forum_id uuid not null references forum,
         state_id smallint references state,
         organization_id uuid references organization,
         role text not null check (role in ('member', 'associate', 'observer', 'secretariat')),
         valid_from date,
         valid_to date,
         suspended_from date,
         suspended_to date,
         note text,
         source text,
         check (num_nonnulls(state_id, organization_id) = 1),
         unique nulls not distinct (forum_id, state_id, organization_id, role, valid_from)
       )`,
      `create table sharing_group (
         id uuid primary key default gen_random_uuid(),
         alias text not null,
         names jsonb not null check (names ?& array['es', 'en', 'pt', 'fr']),
         owner_id uuid not null references organization,
         edition int not null default 1,
         created_at timestamptz not null default enlace_now(),
         unique (owner_id, alias)
       )`,
      // A member added in edition n reads what was shared with edition n or later; a removed one nothing.
      `create table sharing_group_member (
         group_id uuid not null references sharing_group on delete cascade,
         organization_id uuid not null references organization,
         from_edition int not null,
         removed_at timestamptz,
         primary key (group_id, organization_id, from_edition)
       )`,
      'create index on sharing_group_member (organization_id)',
      ...['membership', 'seat', 'person'].flatMap((table) => forceRowSecurity(table, 'read')),
      ...forceRowSecurity('sharing_group', 'read'),
      ...forceRowSecurity('sharing_group_member', 'read'),
      'grant select on organization, forum_member to enlace_app, enlace_definer',
      'grant select, insert, update on sharing_group, sharing_group_member to enlace_app',
    ]);
  }
}
