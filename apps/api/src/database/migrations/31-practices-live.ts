import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { runAll } from './statements.js';

const tell = (name: string, body: string): string =>
  `create function ${name}() returns trigger language plpgsql as $$
   begin
     ${body}
     return null;
   end $$`;

const notify = (key: string, value: string): string =>
  `perform pg_notify('enlace_changes', json_build_object('${key}', ${value})::text);`;

const after = (table: string, name: string): string =>
  `create trigger tell after insert or update on ${table} for each row execute function ${name}()`;

/**
 * Practices and what others make of them tell open screens that they changed. What readers may not know
 * of is told to the organizations concerned alone: not even its moment reaches anybody else.
 */
export class PracticesLive1795500000031 extends ForwardMigration {
  readonly name = 'PracticesLive1795500000031';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      tell(
        'tell_practice',
        `if new.owner_only then ${notify('organization', 'new.organization_id')}
         else ${notify('practice', 'new.practice_id')} end if;`,
      ),
      'create trigger tell after insert on practice_event for each row execute function tell_practice()',
      tell(
        'tell_adoption',
        `if new.state = 'declared' then
           ${notify('organization', 'new.organization_id')}
           ${notify('organization', 'new.declared_by')}
         else ${notify('practice', 'new.practice_id')} end if;`,
      ),
      after('adoption', 'tell_adoption'),
      tell('tell_question', notify('practice', 'new.practice_id')),
      after('question', 'tell_question'),
      tell('tell_review', notify('organization', 'new.organization_id')),
      after('practice_review', 'tell_review'),
    ]);
  }
}
