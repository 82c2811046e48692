import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { openDigests } from './shared-mails.js';
import { replaceOfDefiner, runAll } from './statements.js';

/**
 * A mail was named after the first of its lines. A line that was taken off again, because its day was a
 * day off, could then open no mail of its own: the name was used up, and it waited until another line
 * came that was named before it. A mail has a name of its own now.
 */
export class NamesOfMails1795500000043 extends ForwardMigration {
  readonly name = 'NamesOfMails1795500000043';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, replaceOfDefiner(openDigests('gen_random_uuid()')));
  }
}
