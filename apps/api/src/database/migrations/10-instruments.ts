import type { QueryRunner } from 'typeorm';
import { TEXT_ROW } from './follow-up-sight.js';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, forceRowSecurity, runAll } from './statements.js';

const NAMES = (column: string): string =>
  `${column} jsonb not null check (${column} ?& array['es', 'en', 'pt', 'fr'])`;

/** What everybody may read of an adopted instrument; drafts are their organization's alone. */
const INSTRUMENTS = [
  // The recommendations are provisions now, the first of many kinds; seeds load them again.
  'drop table recommendation',
  `create table instrument (
     id uuid primary key default gen_random_uuid(),
     organization_id uuid not null references organization,
     kind text not null,
     symbol text not null unique,
     ${NAMES('titles')},
     adopted_on date,
     place text,
     languages text[] not null,
     state text not null check (state in ('draft', 'adopted', 'in-force', 'superseded'))
   )`,
  // The forums whose members follow the instrument up.
  `create table instrument_forum (
     instrument_id uuid not null references instrument on delete cascade,
     forum_id uuid not null references forum,
     primary key (instrument_id, forum_id)
   )`,
  'create index on instrument_forum (forum_id)',
  `create table provision (
     id uuid primary key default gen_random_uuid(),
     instrument_id uuid not null references instrument on delete cascade,
     number text not null,
     position smallint not null,
     group_code text references recommendation_group,
     ${NAMES('titles')},
     themes text[] not null default '{}',
     note text,
     unique (instrument_id, number)
   )`,
  `create table provision_text (
     provision_id uuid not null references provision on delete cascade,
     ${TEXT_ROW},
     body text not null,
     primary key (provision_id, language)
   )`,
  `create table provision_link (
     from_id uuid not null references provision on delete cascade,
     to_id uuid not null references provision on delete cascade,
     kind text not null check (kind in ('repeats', 'supersedes', 'implements')),
     primary key (from_id, to_id, kind),
     check (from_id <> to_id)
   )`,
  'create index on provision_link (to_id)',
  `create table state_response (
     provision_id uuid not null references provision on delete cascade,
     state_id smallint not null references state,
     position text not null check (position in ('supported', 'supported-in-part', 'noted')),
     language text not null check (language in ('es', 'en', 'pt', 'fr')),
     body text not null,
     answered_on date not null,
     primary key (provision_id, state_id)
   )`,
  `create table forum_presidency (
     forum_id uuid not null references forum,
     state_id smallint not null references state,
     valid_from date not null,
     valid_to date not null,
     primary key (forum_id, valid_from),
     check (valid_to > valid_from)
   )`,
  `create table holiday (
     state_id smallint not null references state,
     on_date date not null,
     name text not null,
     primary key (state_id, on_date)
   )`,
];

/** Open to everybody: adopted texts and calendars. */
const PUBLIC = [
  'provision',
  'provision_text',
  'provision_link',
  'instrument_forum',
  'state_response',
];

/** Instruments and their provisions, what States answered, presidencies and public holidays. */
export class Instruments1795500000010 extends ForwardMigration {
  readonly name = 'Instruments1795500000010';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...INSTRUMENTS, ...this.publicTexts()]);
  }

  private publicTexts(): string[] {
    return [
      ...['instrument', ...PUBLIC].flatMap((table) => forceRowSecurity(table, 'read')),
      `create policy readable on instrument for select to enlace_app
         using (state <> 'draft' or organization_id = ${ACTOR.organization})`,
      `create policy own_insert on instrument for insert to enlace_app
         with check (organization_id = ${ACTOR.organization})`,
      `create policy own_update on instrument for update to enlace_app
         using (organization_id = ${ACTOR.organization}) with check (organization_id = ${ACTOR.organization})`,
      'grant select, insert, update on instrument to enlace_app',
      ...['provision', 'instrument_forum'].flatMap((table) => [
        `create policy readable on ${table} for select to enlace_app
           using (instrument_id in (select i.id from instrument i))`,
        `create policy own_insert on ${table} for insert to enlace_app with check (exists (
           select 1 from instrument i where i.id = instrument_id and i.organization_id = ${ACTOR.organization}))`,
        `grant select, insert on ${table} to enlace_app`,
      ]),
      ...['provision_text', 'state_response'].flatMap((table) => [
        `create policy readable on ${table} for select to enlace_app
           using (provision_id in (select p.id from provision p))`,
        `grant select on ${table} to enlace_app`,
      ]),
      `create policy readable on provision_link for select to enlace_app
         using (from_id in (select p.id from provision p) and to_id in (select p.id from provision p))`,
      'grant select on provision_link to enlace_app',
      ...['provision_text', 'provision_link'].map(
        (
          table,
        ) => `create policy own_insert on ${table} for insert to enlace_app with check (exists (
           select 1 from provision p join instrument i on i.id = p.instrument_id
           where p.id = ${table === 'provision_text' ? 'provision_id' : 'from_id'} and i.organization_id = ${ACTOR.organization}))`,
      ),
      'grant insert on provision_text, provision_link to enlace_app',
      `create policy own_insert on state_response for insert to enlace_app
         with check (state_id = ${ACTOR.ownState})`,
      `create policy own_update on state_response for update to enlace_app
         using (state_id = ${ACTOR.ownState}) with check (state_id = ${ACTOR.ownState})`,
      'grant insert, update on state_response to enlace_app',
      'grant select on forum_presidency, holiday to enlace_app, enlace_definer',
    ];
  }
}
