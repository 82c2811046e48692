import type { QueryRunner } from 'typeorm';
import { PARTY_TO, VISIBLE_COMMITMENT } from './follow-up-sight.js';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, runAll } from './statements.js';

/** That a report was accepted is told to those who may read it: signed-in readers, not yet the public. */
export class NewsOfAcceptedReports1795500000019 extends ForwardMigration {
  readonly name = 'NewsOfAcceptedReports1795500000019';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `alter policy visible on commitment_event
         using (${VISIBLE_COMMITMENT} and (not parties_only or ${PARTY_TO})
           and (kind <> 'report-accepted' or ${ACTOR.organization} is not null))`,
    ]);
  }
}
