import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { PRACTICE_REMINDER, PRACTICE_REMINDER_FUNCTIONS } from './practice-reminders.js';
import { SHARED_MAILS } from './shared-mails.js';
import {
  forceRowSecurity,
  handToDefiner,
  keepInside,
  replaceOfDefiner,
  runAll,
} from './statements.js';

/** People are told of the exchange of practices in the one mail a day that they get anyway. */
export class PracticeReminders1795500000032 extends ForwardMigration {
  readonly name = 'PracticeReminders1795500000032';

  async up(runner: QueryRunner): Promise<void> {
    const { inner, callable } = PRACTICE_REMINDER_FUNCTIONS;
    await runAll(runner, [
      ...PRACTICE_REMINDER,
      ...forceRowSecurity('practice_reminder', 'write'),
      ...inner.flatMap(({ sql, signature }) => [sql, ...keepInside(signature)]),
      ...callable.flatMap(({ sql, signature }) => [sql, ...handToDefiner(signature)]),
      ...replaceOfDefiner(...SHARED_MAILS),
    ]);
  }
}
