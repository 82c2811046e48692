import type { QueryRunner } from 'typeorm';
import { TEXT_ROW } from './follow-up-sight.js';
import { ForwardMigration } from './forward-migration.js';
import {
  ASSIGN_REVIEWS,
  OWNS_PRACTICE,
  PRACTICE_AUDIENCE,
  PRACTICE_WORK,
  REVIEW_CANDIDATES,
  REVIEWS_OF_VERSION,
  VISIBLE_PRACTICE,
  VISIBLE_VERSION,
  WITH_VERSION,
} from './practice-sight.js';
import { ACTOR, forceRowSecurity, handToDefiner, runAll, sees } from './statements.js';

const LANGUAGE = `text not null check (language in ('es', 'en', 'pt', 'fr'))`;

const PRACTICES = [
  `create table practice (
     id uuid primary key default gen_random_uuid(),
     organization_id uuid not null references organization,
     classification text not null default 'public'
       check (classification in ('public', 'community', 'restricted', 'confidential')),
     forums uuid[] not null default '{}',
     organizations uuid[] not null default '{}',
     withheld smallint[] not null default '{}',
     audience_id int not null default 0 references audience,
     -- The version that readers have, and the one being written or reviewed.
     current_version int,
     open_version int,
     published_on date,
     confirmed_on date,
     withdraw_reason text,
     revision int not null default 1,
     created_at timestamptz not null default enlace_now(),
     created_by uuid not null,
     check (classification <> 'public' or withheld = '{}')
   )`,
  'create index practice_organization on practice (organization_id, id)',
  'create index practice_audience on practice (audience_id)',
  'create index practice_library on practice (published_on desc, id desc) include (audience_id, organization_id)',
  `create table practice_version (
     practice_id uuid not null references practice on delete cascade,
     version int not null,
     state text not null check (state in
       ('draft', 'submitted', 'in-review', 'returned', 'published', 'superseded', 'withdrawn')),
     themes text[] not null default '{}',
     states smallint[] not null default '{}',
     running_since date,
     people smallint check (people > 0),
     set_up_months smallint check (set_up_months >= 0),
     cost_band text check (cost_band in ('staff-time', 'low', 'medium', 'high')),
     evidence_strength text check (evidence_strength in
       ('described', 'counted', 'before-after', 'comparison', 'independent')),
     created_at timestamptz not null default enlace_now(),
     submitted_at timestamptz,
     submitted_by uuid,
     decision_due_on date,
     decided_at timestamptz,
     return_reason text,
     primary key (practice_id, version)
   )`,
  `create index practice_version_waiting on practice_version (submitted_at) where state = 'submitted'`,
  `create table practice_text (
     practice_id uuid not null,
     version int not null,
     ${TEXT_ROW},
     title text not null,
     summary text not null default '',
     problem text not null default '',
     legal_basis text not null default '',
     who_does_what text not null default '',
     steps jsonb not null default '[]',
     resources text not null default '',
     findings jsonb not null default '[]',
     conditions text not null default '',
     did_not_work text not null default '',
     primary key (practice_id, version, language),
     foreign key (practice_id, version) references practice_version on delete cascade
   )`,
  `create table practice_provision (
     practice_id uuid not null,
     version int not null,
     provision_id uuid not null references provision,
     primary key (practice_id, version, provision_id),
     foreign key (practice_id, version) references practice_version on delete cascade
   )`,
  'create index on practice_provision (provision_id)',
  `create table practice_event (
     id bigint generated always as identity primary key,
     practice_id uuid not null references practice on delete cascade,
     kind text not null,
     at timestamptz not null default enlace_now(),
     organization_id uuid not null references organization,
     -- Not for readers: what happened before publication, and between author and reviewers.
     owner_only boolean not null,
     facts jsonb not null default '{}'
   )`,
  'create index on practice_event (practice_id, id desc)',
];

const EXCHANGE = [
  `create table practice_review (
     id uuid primary key default gen_random_uuid(),
     practice_id uuid not null,
     version int not null,
     person_id uuid not null references person,
     organization_id uuid not null references organization,
     state text not null default 'assigned' check (state in ('assigned', 'declined', 'done')),
     scores jsonb not null default '{}',
     proposal text check (proposal in ('publish', 'return')),
     language ${LANGUAGE},
     comment text not null default '',
     no_conflict boolean not null default false,
     decline_reason text check (decline_reason in ('conflict-of-interest', 'no-time', 'outside-my-field')),
     decline_note text,
     due_on date not null,
     assigned_at timestamptz not null default enlace_now(),
     sent_at timestamptz,
     revision int not null default 1,
     unique (practice_id, version, person_id),
     unique (practice_id, version, organization_id),
     foreign key (practice_id, version) references practice_version on delete cascade,
     check ((state = 'done') = (sent_at is not null)),
     check (state <> 'done' or (proposal is not null and no_conflict)),
     check ((state = 'declined') = (decline_reason is not null))
   )`,
  'create index practice_review_person on practice_review (person_id, due_on, id)',
  `create table adoption (
     id uuid primary key default gen_random_uuid(),
     practice_id uuid not null references practice on delete cascade,
     organization_id uuid not null references organization,
     declared_by uuid not null references organization,
     state text not null check (state in ('declared', 'confirmed', 'result-reported')),
     use text not null check (use in ('in-use', 'trial', 'stopped')),
     language ${LANGUAGE},
     adaptation text not null,
     started_on date not null,
     contact text not null,
     result text check (result in ('worked', 'in-part', 'did-not-work')),
     why text,
     why_language text check (why_language in ('es', 'en', 'pt', 'fr')),
     result_on date,
     revision int not null default 1,
     created_at timestamptz not null default enlace_now(),
     created_by uuid not null,
     unique (practice_id, organization_id),
     check ((result is null) = (why is null)),
     check ((state = 'result-reported') = (result is not null))
   )`,
  'create index adoption_organization on adoption (organization_id, id)',
  `create index adoption_result on adoption (started_on) where state = 'confirmed'`,
  `create table question (
     id uuid primary key default gen_random_uuid(),
     practice_id uuid not null references practice on delete cascade,
     organization_id uuid not null references organization,
     language ${LANGUAGE},
     body text not null,
     asked_at timestamptz not null default enlace_now(),
     asked_by uuid not null,
     answer text,
     answer_language text check (answer_language in ('es', 'en', 'pt', 'fr')),
     answered_at timestamptz,
     revision int not null default 1,
     check ((answer is null) = (answered_at is null))
   )`,
  'create index question_practice on question (practice_id, asked_at desc, id desc)',
];

/** Good practices in versions, their reviews, adoptions and questions. */
export class Practices1795500000028 extends ForwardMigration {
  readonly name = 'Practices1795500000028';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      ...PRACTICES,
      ...EXCHANGE,
      PRACTICE_AUDIENCE,
      ...handToDefiner('refresh_practice_audience(uuid)'),
      'grant select on membership, person to enlace_definer',
      REVIEW_CANDIDATES,
      ...handToDefiner('review_candidates(uuid, int)'),
      ASSIGN_REVIEWS,
      ...handToDefiner('assign_reviews(uuid, int, uuid[], uuid[], date)'),
      REVIEWS_OF_VERSION,
      ...handToDefiner('reviews_of_version(uuid, int)'),
      PRACTICE_WORK,
      ...handToDefiner('practice_work()'),
      ...this.practices(),
      ...this.exchange(),
    ]);
  }

  private practices(): string[] {
    const own = `organization_id = ${ACTOR.organization}`;
    return [
      ...forceRowSecurity('practice', 'write'),
      `create policy visible on practice for select to enlace_app
         using (${VISIBLE_PRACTICE(sees('audience_id', 'any'))})`,
      `create policy own_insert on practice for insert to enlace_app with check (${own})`,
      `create policy own_update on practice for update to enlace_app using (${own}) with check (${own})`,
      'grant select, insert, update on practice to enlace_app',
      ...forceRowSecurity('practice_version', 'read'),
      `create policy visible on practice_version for select to enlace_app using (${VISIBLE_VERSION})`,
      ...['practice_text', 'practice_provision'].flatMap((table) => [
        ...forceRowSecurity(table, 'read'),
        `create policy visible on ${table} for select to enlace_app using (${WITH_VERSION(table)})`,
      ]),
      ...['practice_version', 'practice_text', 'practice_provision'].flatMap((table) => [
        `create policy own_insert on ${table} for insert to enlace_app with check (${OWNS_PRACTICE})`,
        `create policy own_update on ${table} for update to enlace_app using (${OWNS_PRACTICE}) with check (${OWNS_PRACTICE})`,
        `grant select, insert, update on ${table} to enlace_app`,
      ]),
      // Texts and provisions of a draft are written anew; whole versions are never deleted.
      ...['practice_text', 'practice_provision'].flatMap((table) => [
        `create policy own_delete on ${table} for delete to enlace_app using (${OWNS_PRACTICE})`,
        `grant delete on ${table} to enlace_app`,
      ]),
      ...forceRowSecurity('practice_event', 'write'),
      `create policy visible on practice_event for select to enlace_app using (exists (
         select 1 from practice p where p.id = practice_id
           and (p.${own} or p.current_version is not null and not owner_only)))`,
      `create policy acting_insert on practice_event for insert to enlace_app
         with check (${own} and exists (select 1 from practice p where p.id = practice_id))`,
      'grant select, insert on practice_event to enlace_app',
    ];
  }

  private exchange(): string[] {
    const own = `organization_id = ${ACTOR.organization}`;
    const readable =
      'exists (select 1 from practice p where p.id = practice_id and p.current_version is not null)';
    return [
      // A review is a person's: colleagues of the reviewer do not see it, nor does the author who wrote it.
      ...forceRowSecurity('practice_review', 'write'),
      `create policy own_select on practice_review for select to enlace_app
         using (${own} and person_id = ${ACTOR.person})`,
      `create policy own_update on practice_review for update to enlace_app
         using (${own} and person_id = ${ACTOR.person} and state = 'assigned')
         with check (${own} and person_id = ${ACTOR.person})`,
      'grant select, update on practice_review to enlace_app',
      ...forceRowSecurity('adoption', 'read'),
      // What others declared is for those concerned until the adopter confirms it.
      `create policy visible on adoption for select to enlace_app using (${readable} and (state <> 'declared'
         or ${own} or declared_by = ${ACTOR.organization} or ${OWNS_PRACTICE}))`,
      `create policy declarer_insert on adoption for insert to enlace_app
         with check (declared_by = ${ACTOR.organization} and ${readable})`,
      `create policy own_update on adoption for update to enlace_app using (${own}) with check (${own})`,
      'grant select, insert, update on adoption to enlace_app',
      ...forceRowSecurity('question', 'read'),
      `create policy visible on question for select to enlace_app using (${readable})`,
      `create policy own_insert on question for insert to enlace_app with check (${own} and ${readable})`,
      `create policy owner_update on question for update to enlace_app
         using (${OWNS_PRACTICE}) with check (${OWNS_PRACTICE})`,
      'grant select, insert, update on question to enlace_app',
    ];
  }
}
