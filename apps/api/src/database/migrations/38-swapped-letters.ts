import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { runAll } from './statements.js';

/**
 * Two letters that changed places leave few of a short word's groups of three in place, so that
 * likeness alone does not forgive them: terms are found by their letters in order of the alphabet, too.
 */
export class SwappedLetters1795500000038 extends ForwardMigration {
  readonly name = 'SwappedLetters1795500000038';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `create function search_letters(given text) returns text language sql immutable parallel safe as $$
         select coalesce(string_agg(letter, '' order by letter collate "C"), '')
         from regexp_split_to_table(public.search_plain(given), '') letter $$`,
      `alter table thesaurus_term add column letters text not null
         generated always as (search_letters(term)) stored`,
      'create index thesaurus_term_letters on thesaurus_term (letters)',
    ]);
  }
}
