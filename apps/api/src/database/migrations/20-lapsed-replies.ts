import type { QueryRunner } from 'typeorm';
import { VISIBLE_COMMITMENT } from './follow-up-sight.js';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, runAll } from './statements.js';

/** Today where the one lives who has to do the commitment of a rating. */
const ACTORS_TODAY = `(select (enlace_now() at time zone o.time_zone)::date
  from commitment c join organization o on o.id = c.organization_id where c.id = commitment_id)`;

const MAY_REPLY = `exists (select 1 from commitment c where c.id = commitment_id
  and (c.organization_id = ${ACTOR.organization} or c.state_id = ${ACTOR.ownState}))`;

/** A rating whose clock of reply has run out is seen as a published one, without anything having to run. */
export class LapsedReplies1795500000020 extends ForwardMigration {
  readonly name = 'LapsedReplies1795500000020';

  async up(runner: QueryRunner): Promise<void> {
    const own = `organization_id = ${ACTOR.organization}`;
    await runAll(runner, [
      `alter policy visible on rating using (${VISIBLE_COMMITMENT} and (
         ${own} or state in ('published', 'superseded')
         or state = 'right-of-reply' and (reply_until < ${ACTORS_TODAY} or ${MAY_REPLY})))`,
      `alter policy own_update on rating
         using (${own} or state = 'right-of-reply' and reply_until >= ${ACTORS_TODAY} and ${MAY_REPLY})
         with check (${VISIBLE_COMMITMENT})`,
    ]);
  }
}
