import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { runAll } from './statements.js';

const NAMES_CHECK = (column: string): string =>
  `check (${column} ?& array['es', 'en', 'pt', 'fr'])`;

/** What everybody may read: States, fora, crossing points, recommendations, and the one clock. */
export class Reference1795500000001 extends ForwardMigration {
  readonly name = 'Reference1795500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      // The one clock of policies and queries; only a test database replaces it.
      `create function enlace_now() returns timestamptz language sql stable parallel safe
         return now()`,
      `create table state (
         id smallint primary key,
         code text not null unique check (code ~ '^[A-Z]{3}$'),
         kind text not null check (kind in ('state', 'territory')),
         names jsonb not null ${NAMES_CHECK('names')},
         longitude double precision not null,
         latitude double precision not null,
         due_day smallint not null default 15 check (due_day between 1 and 28)
       )`,
      `create table forum (
         id uuid primary key,
         alias text not null unique,
         names jsonb not null ${NAMES_CHECK('names')},
         acronyms jsonb not null ${NAMES_CHECK('acronyms')},
         founded_on date,
         note text
       )`,
      `create table crossing_point (
         id uuid primary key,
         number int generated always as identity unique,
         code text not null unique,
         state_id smallint not null references state,
         names jsonb not null ${NAMES_CHECK('names')},
         kind text not null,
         region text,
         longitude double precision,
         latitude double precision,
         active_from date not null,
         active_to date,
         first_entry_from date,
         first_entry_to date
       )`,
      'create index on crossing_point (state_id)',
      `create table recommendation_group (
         code text primary key,
         position smallint not null,
         titles jsonb not null ${NAMES_CHECK('titles')}
       )`,
      `create table recommendation (
         code text primary key,
         group_code text not null references recommendation_group,
         position smallint not null,
         body text not null,
         language text not null default 'en',
         note text
       )`,
      'grant select on state, forum, crossing_point, recommendation_group, recommendation to enlace_app, enlace_definer',
    ]);
  }
}
