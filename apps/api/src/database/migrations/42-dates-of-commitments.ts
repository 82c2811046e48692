import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { keepInside, runAll } from './statements.js';

const FACTS = `(select min(d.due_on) filter (where d.reported_on is null and d.waived_at is null) as next_due_on,
    max(d.reported_on) as last_reported_on,
    (array_agg(d.reported_on > d.due_on order by d.due_on desc)
      filter (where d.reported_on is not null and d.waived_at is null))[1] as last_reported_late
  from due_date d where d.commitment_id = c.id)`;

const keep = (where: string): string => `update commitment c
  set next_due_on = f.next_due_on, last_reported_on = f.last_reported_on, last_reported_late = f.last_reported_late
  from commitment o cross join lateral ${FACTS.replace('= c.id', '= o.id')} f
  where o.id = c.id and ${where} and (c.next_due_on, c.last_reported_on, c.last_reported_late)
    is distinct from (f.next_due_on, f.last_reported_on, f.last_reported_late)`;

/**
 * Writers of one commitment follow one another, so that the second counts what the first wrote: the look
 * at the dates comes after the lock, in a statement of its own.
 */
const KEEP = `
  create function keep_dates_of_commitments() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    changed_ids uuid[];
  begin
    changed_ids := array(select distinct x.commitment_id from changed x);
    perform 1 from commitment c where c.id = any(changed_ids) order by c.id for no key update;
    ${keep('c.id = any(changed_ids)')};
    return null;
  end $$`;

const trigger = (act: 'insert' | 'update' | 'delete'): string => `
  create trigger keep_dates_after_${act} after ${act} on due_date
  referencing ${act === 'delete' ? 'old' : 'new'} table as changed
  for each statement execute function keep_dates_of_commitments()`;

/**
 * What a commitment's mark follows from is kept beside it, since lists, matrix and scorecards read it of
 * thousands at once: the next date owed, the last report, and whether that came late. Dates are seen
 * with their commitment, so that no reader learns more by it.
 */
export class DatesOfCommitments1795500000042 extends ForwardMigration {
  readonly name = 'DatesOfCommitments1795500000042';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `alter table commitment add column next_due_on date, add column last_reported_on date,
         add column last_reported_late boolean`,
      keep('true'),
      KEEP,
      trigger('insert'),
      trigger('update'),
      trigger('delete'),
      ...keepInside('keep_dates_of_commitments()'),
    ]);
  }
}
