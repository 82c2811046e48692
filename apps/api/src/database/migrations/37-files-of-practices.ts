import type { QueryRunner } from 'typeorm';
import { PARTY_TO } from './follow-up-sight.js';
import { ForwardMigration } from './forward-migration.js';
import { OWNS_PRACTICE, WITH_VERSION } from './practice-sight.js';
import { ACTOR, forceRowSecurity, runAll } from './statements.js';

const TABLES = [
  'alter table stored_file alter column commitment_id drop not null',
  'alter table stored_file add column practice_id uuid references practice on delete cascade',
  'alter table stored_file add check (num_nonnulls(commitment_id, practice_id) = 1)',
  'alter table stored_file add unique (id, practice_id)',
  'create index on stored_file (practice_id)',
  `create table practice_file (
     practice_id uuid not null,
     version int not null,
     file_id uuid not null,
     position smallint not null,
     title text not null,
     primary key (practice_id, version, file_id),
     foreign key (practice_id, version) references practice_version on delete cascade,
     -- A version shows what was handed in for its own practice.
     foreign key (file_id, practice_id) references stored_file (id, practice_id)
   )`,
  'create index on practice_file (file_id)',
];

/** Files are evidence of practices too; each version shows its own, which is seen as the version is. */
export class FilesOfPractices1795500000037 extends ForwardMigration {
  readonly name = 'FilesOfPractices1795500000037';

  async up(runner: QueryRunner): Promise<void> {
    const own = `organization_id = ${ACTOR.organization}`;
    await runAll(runner, [
      ...TABLES,
      ...forceRowSecurity('practice_file', 'read'),
      `create policy visible on practice_file for select to enlace_app using (${WITH_VERSION('practice_file')})`,
      `create policy own_insert on practice_file for insert to enlace_app
         with check (${OWNS_PRACTICE})`,
      `create policy own_delete on practice_file for delete to enlace_app using (${OWNS_PRACTICE})`,
      'grant select, insert, delete on practice_file to enlace_app',
      'drop policy visible on stored_file',
      `create policy visible on stored_file for select to enlace_app using (${own}
         or id in (select e.file_id from evidence e) or exists (select 1 from practice_file p where p.file_id = stored_file.id))`,
      'drop policy own_insert on stored_file',
      `create policy own_insert on stored_file for insert to enlace_app
         with check (${own} and (${PARTY_TO} or ${OWNS_PRACTICE}))`,
    ]);
  }
}
