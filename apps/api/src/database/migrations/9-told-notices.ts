import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, handToDefiner, runAll, sees } from './statements.js';

/** Whether the actor may know of the report now; the same as the policy on reports. */
const VISIBLE = `((r.organization_id = ${ACTOR.organization}
    or r.state_id = ${ACTOR.ownState} and r.sent_at is not null)
  or r.current_version is not null and ${sees('r.audience_id', 'any')})`;

/** Whether the share that was revoked when the notice was made had reached the actor. */
const LOST = `exists (select 1 from share s where s.report_id = n.report_id
  and s.revoked_at = n.told_at and s.readers && ${ACTOR.readers})`;

/**
 * What the acting organization was told of reopening, retraction and revocation in the last days, the
 * newest of each report and kind, while it still holds. The reason of a reopening stands on a draft, and
 * a revoked report is one that its reader no longer sees: of both this function tells what the notice
 * was about and nothing else, of a revoked one never the id.
 */
const TOLD_NOTICES = `
  create function told_notices(days int) returns table (kind text, report_id uuid, state text,
    crossing_point_id uuid, period daterange, period_length text, told_at timestamptz, reason text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select n.kind, case when n.kind <> 'revoked' then r.id end, s.code,
      r.crossing_point_id, r.period, r.period_length, n.told_at,
      case n.kind when 'reopened' then v.reopen_reason when 'retracted' then v.retract_reason end
    from (select report_id, kind, max(created_at) as told_at from notice
          where organization_id = ${ACTOR.organization} and kind in ('reopened', 'retracted', 'revoked')
            and created_at > enlace_now() - make_interval(days => told_notices.days)
          group by report_id, kind) n
    join arrival_report r on r.id = n.report_id
    join state s on s.id = r.state_id
    left join arrival_report_version v on v.report_id = r.id
      and v.version = case n.kind when 'reopened' then r.open_version else r.current_version end
    where case n.kind
      when 'reopened' then ${VISIBLE} and r.open_version is not null and r.retracted_at is null
      when 'retracted' then ${VISIBLE} and r.retracted_at is not null
      else not ${VISIBLE} and ${LOST} end
  $$`;

/** Lets organizations read what they were told, under the sight they have now. */
export class ToldNotices1795500000009 extends ForwardMigration {
  readonly name = 'ToldNotices1795500000009';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [TOLD_NOTICES, ...handToDefiner('told_notices(int)')]);
  }
}
