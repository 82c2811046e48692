import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { runAll } from './statements.js';

/** Practices that are not open to everybody are read under the same log as other records. */
export class PracticesRead1795500000030 extends ForwardMigration {
  readonly name = 'PracticesRead1795500000030';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'alter table read_log drop constraint read_log_record_kind_check',
      `alter table read_log
         add check (record_kind in ('arrival-report', 'commitment', 'practice'))`,
    ]);
  }
}
