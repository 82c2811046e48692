import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import {
  CONFIGURATIONS,
  DOCUMENTS,
  FOUND_COMMITMENTS,
  FOUND_PRACTICES,
  IS_CURRENT,
  SHELF,
  SHELVE,
  SHELVING,
  THESAURUS,
  TRIGGERS,
} from './library-search.js';
import { forceRowSecurity, handToDefiner, runAll } from './statements.js';

/** The library of good practices and one search in four languages. */
export class Library1795500000029 extends ForwardMigration {
  readonly name = 'Library1795500000029';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      ...CONFIGURATIONS,
      ...DOCUMENTS,
      ...THESAURUS,
      ...SHELF,
      ...forceRowSecurity('practice_shelf', 'write'),
      IS_CURRENT,
      ...handToDefiner('exists_current_version(uuid, int)'),
      SHELVE,
      ...handToDefiner('shelve_practice(uuid)'),
      ...SHELVING,
      ...handToDefiner('shelve_changed_practice()'),
      ...handToDefiner('shelve_changed_part()'),
      ...TRIGGERS,
      FOUND_PRACTICES,
      ...handToDefiner('found_practices(tsquery, tsquery, text, uuid[], uuid[])'),
      FOUND_COMMITMENTS,
      ...handToDefiner('found_commitments(tsquery, tsquery, uuid[], int)'),
      // Practices that were published before there was a shelf.
      'set local role enlace_definer',
      'select shelve_practice(id) from practice',
      'reset role',
    ]);
  }
}
