import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { runAll } from './statements.js';

/**
 * Tells listening instances what changed, when the writer commits. The payload is an id and nothing
 * else: whoever listens asks row security what a reader may know of it.
 */
const tell = (name: string, key: string, value: string): string[] => [
  `create function ${name}() returns trigger language plpgsql as $$
   begin
     perform pg_notify('enlace_changes', json_build_object('${key}', ${value})::text);
     return null;
   end $$`,
];

/** Changes that open screens are told of. */
export class LiveUpdates1795500000021 extends ForwardMigration {
  readonly name = 'LiveUpdates1795500000021';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      ...tell('tell_commitment', 'commitment', 'new.commitment_id'),
      ...tell('tell_notice', 'organization', 'new.organization_id'),
      ...tell('tell_report', 'state', 'new.state_id'),
      `create trigger tell after insert on commitment_event
         for each row execute function tell_commitment()`,
      'create trigger tell after insert on notice for each row execute function tell_notice()',
      `create trigger tell after insert or update on arrival_report
         for each row execute function tell_report()`,
    ]);
  }
}
