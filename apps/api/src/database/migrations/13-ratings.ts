import type { QueryRunner } from 'typeorm';
import { PARTY_TO, VISIBLE_COMMITMENT } from './follow-up-sight.js';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, forceRowSecurity, runAll } from './statements.js';

const VOICES = [
  `create table rating (
     id uuid primary key default gen_random_uuid(),
     commitment_id uuid not null references commitment on delete cascade,
     organization_id uuid not null references organization,
     voice text not null check (voice in ('state', 'secretariat', 'civil-society')),
     grade text not null check (grade in ('none', 'started', 'substantial', 'complete')),
     state text not null check (state in ('draft', 'right-of-reply', 'published', 'superseded')),
     language text not null check (language in ('es', 'en', 'pt', 'fr')),
     body text not null,
     revision int not null default 1,
     created_at timestamptz not null default enlace_now(),
     created_by uuid not null,
     sent_at timestamptz,
     reply_until date,
     reply text,
     reply_language text check (reply_language in ('es', 'en', 'pt', 'fr')),
     replied_at timestamptz,
     published_at timestamptz,
     check ((reply is null) = (replied_at is null))
   )`,
  // One being written or waiting, and one published, at a time.
  `create unique index rating_open on rating (commitment_id, organization_id) where state in ('draft', 'right-of-reply')`,
  `create unique index rating_published on rating (commitment_id, organization_id) where state = 'published'`,
  `create index rating_reply on rating (reply_until) where state = 'right-of-reply'`,
  `create table commitment_event (
     id bigint generated always as identity primary key,
     commitment_id uuid not null references commitment on delete cascade,
     kind text not null,
     at timestamptz not null default enlace_now(),
     organization_id uuid not null references organization,
     -- Parties only: what is not open to the commitment's readers (reports before acceptance, reminders).
     parties_only boolean not null,
     facts jsonb not null default '{}'
   )`,
  'create index on commitment_event (commitment_id, id desc)',
];

/** Ratings of the three voices and the timeline of commitments. */
export class Ratings1795500000013 extends ForwardMigration {
  readonly name = 'Ratings1795500000013';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...VOICES, ...this.voices()]);
  }

  private voices(): string[] {
    const own = `organization_id = ${ACTOR.organization}`;
    return [
      ...forceRowSecurity('rating', 'read'),
      ...forceRowSecurity('commitment_event', 'read'),
      // Waiting ones are seen by the State that may reply, published ones by the commitment's readers.
      `create policy visible on rating for select to enlace_app using (${VISIBLE_COMMITMENT} and (
         ${own} or state in ('published', 'superseded') or state = 'right-of-reply' and exists (
           select 1 from commitment c where c.id = commitment_id
             and (c.organization_id = ${ACTOR.organization} or c.state_id = ${ACTOR.ownState}))))`,
      `create policy own_insert on rating for insert to enlace_app with check (${own} and ${VISIBLE_COMMITMENT})`,
      `create policy own_update on rating for update to enlace_app using (${own} or state = 'right-of-reply' and exists (
           select 1 from commitment c where c.id = commitment_id
             and (c.organization_id = ${ACTOR.organization} or c.state_id = ${ACTOR.ownState})))
         with check (${VISIBLE_COMMITMENT})`,
      'grant select, insert, update on rating to enlace_app',
      `create policy visible on commitment_event for select to enlace_app
         using (${VISIBLE_COMMITMENT} and (not parties_only or ${PARTY_TO}))`,
      `create policy acting_insert on commitment_event for insert to enlace_app with check (${own} and ${VISIBLE_COMMITMENT})`,
      'grant select, insert on commitment_event to enlace_app',
    ];
  }
}
