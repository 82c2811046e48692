import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { runAll } from './statements.js';

/** What a secretariat calls a commitment in its own files, and what an import of such files made. */
export class FollowUpImports1795500000023 extends ForwardMigration {
  readonly name = 'FollowUpImports1795500000023';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      // A file that is imported again is recognized by it.
      'alter table commitment add column reference text',
      `create unique index commitment_reference on commitment (secretariat_id, reference)
         where reference is not null`,
      `alter table import_job
         add column kind text not null default 'arrivals' check (kind in ('arrivals', 'follow-up')),
         add column made jsonb`,
    ]);
  }
}
