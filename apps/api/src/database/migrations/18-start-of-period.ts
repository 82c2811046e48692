import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { runAll } from './statements.js';

/** What row security asks of a report, so that a walk along an index does not fetch the rows it refuses. */
const SIGHT = 'include (audience_id, organization_id, state_id, current_version, sent_at)';

/**
 * The first day of a report's period as a column of its own. Row security lets only leakproof
 * conditions reach an index: comparing dates is one, `lower(period)` is not, so that a later page of
 * a list read every report before it. Each way into the list has its index: all reports, a State's,
 * a point's, an audience's, an organization's.
 */
export class StartOfPeriod1795500000018 extends ForwardMigration {
  readonly name = 'StartOfPeriod1795500000018';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `alter table arrival_report
         add column starts_on date not null generated always as (lower(period)) stored`,
      // The expression fills the column for what is there; TypeORM reads no table that has a generated one.
      'alter table arrival_report alter column starts_on drop expression',
      `create function start_of_period() returns trigger language plpgsql as $$
       begin
         new.starts_on := lower(new.period);
         return new;
       end $$`,
      `create trigger start_of_period before insert or update of period, starts_on on arrival_report
         for each row execute function start_of_period()`,
      `drop index arrival_report_list, arrival_report_state, arrival_report_point, arrival_report_audience`,
      `create index arrival_report_list on arrival_report (starts_on desc, id desc) ${SIGHT}`,
      `create index arrival_report_state on arrival_report (state_id, starts_on desc, id desc) ${SIGHT}`,
      `create index arrival_report_point on arrival_report (crossing_point_id, starts_on desc, id desc) ${SIGHT}`,
      `create index arrival_report_audience on arrival_report (audience_id, starts_on desc, id desc) ${SIGHT}`,
      `create index arrival_report_organization on arrival_report (organization_id, starts_on desc, id desc) ${SIGHT}`,
    ]);
  }
}
