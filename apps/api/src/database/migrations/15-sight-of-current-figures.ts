import type { QueryRunner } from 'typeorm';
import {
  behindFirewall,
  OWN_REPORT,
  SHARES_BEHIND_FIREWALL,
  versionOf,
} from './6-sight-of-versions.js';
import { ForwardMigration } from './forward-migration.js';
import { runAll, sees } from './statements.js';

/**
 * Whether the row's version is the current one of a report whose readers have its figures: one look
 * at the report, where `versionOf` takes three. Only cleared versions become current, and they stay
 * so until the next one or the retraction. `exists`, since `in` would read every visible report
 * for the figures of one.
 */
const currentOf = (table: string, detail: 'any' | 'exact'): string =>
  `exists (select 1 from arrival_report r
     where r.id = ${table}.report_id and r.current_version = ${table}.version
       and r.retracted_at is null and (${OWN_REPORT} or ${sees('r.audience_id', detail)}))`;

/** Rows of current versions as `current` finds them, and those of all others that the actor may read. */
export function figurePolicies(
  current: (table: string, detail: 'any' | 'exact') => string,
): string[] {
  const figuresOf = (table: string, detail: 'any' | 'exact'): string =>
    `(${current(table, detail)} or ${versionOf(table, detail)})`;
  return [
    `alter policy exact on arrival_count using (${figuresOf('arrival_count', 'exact')})`,
    `alter policy exact on arrival_cell
         using (${figuresOf('arrival_cell', 'exact')} and ${behindFirewall('arrival_cell')})`,
    `alter policy protected on twin_count using (${figuresOf('twin_count', 'any')})`,
    `alter policy protected on twin_share
         using (${figuresOf('twin_share', 'any')} and ${SHARES_BEHIND_FIREWALL})`,
  ];
}

/** Figures of current versions, which nearly every reader asks for, are seen without asking for the version. */
export class SightOfCurrentFigures1795500000015 extends ForwardMigration {
  readonly name = 'SightOfCurrentFigures1795500000015';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, figurePolicies(currentOf));
  }
}
