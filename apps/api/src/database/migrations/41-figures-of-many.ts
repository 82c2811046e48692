import type { QueryRunner } from 'typeorm';
import { figurePolicies } from './15-sight-of-current-figures.js';
import { OWN_REPORT } from './6-sight-of-versions.js';
import { ForwardMigration } from './forward-migration.js';
import { handToDefiner, runAll, sees } from './statements.js';

/**
 * As before, but one look at the report for each row, whatever the planner thinks of it: it would rather
 * read every report once and remember the visible ones, which is long for the figures of one page. A
 * range of one number cannot be remembered so.
 */
const currentOf = (table: string, detail: 'any' | 'exact'): string =>
  `exists (select 1 from arrival_report r
     where r.id = ${table}.report_id and r.current_version between ${table}.version and ${table}.version
       and r.retracted_at is null and (${OWN_REPORT} or ${sees('r.audience_id', detail)}))`;

/**
 * The counts of the current versions of many reports as the actor may know them, which is asked once a
 * report here and once a row by the policies: exactly, or as the protected twin tells. Nothing of a
 * report that the actor may not see, whoever names it; callers join back to the protected table.
 */
const CURRENT_FIGURES = `
  create function current_figures(given uuid[], nationalities text[])
  returns table (report_id uuid, nationality text, low int, middle int, high int)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    return query execute 'with seen as materialized (
        select r.id, r.current_version as version, ${OWN_REPORT.replaceAll("'", "''")}
          or ${sees('r.audience_id', 'exact').replaceAll("'", "''")} as exact
        from unnest($1) g (id) join arrival_report r on r.id = g.id
        where r.current_version is not null and r.retracted_at is null
          and (${OWN_REPORT.replaceAll("'", "''")} or ${sees('r.audience_id', 'any').replaceAll("'", "''")}))
      select s.id, c.nationality, c.value, c.value, c.value
      from seen s join arrival_count c on c.report_id = s.id and c.version = s.version
      where s.exact and ($2 is null or c.nationality = any($2))
      union all
      select s.id, t.nationality, t.low, t.middle, t.high
      from seen s join twin_count t on t.report_id = s.id and t.version = s.version
      where s.exact is not true and ($2 is null or t.nationality = any($2))'
      using given, nationalities;
  end $$`;

/** Figures are found for a page without a look at what is not on it, and for sums with one look a report. */
export class FiguresOfMany1795500000041 extends ForwardMigration {
  readonly name = 'FiguresOfMany1795500000041';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      ...figurePolicies(currentOf),
      CURRENT_FIGURES,
      ...handToDefiner('current_figures(uuid[], text[])'),
    ]);
  }
}
