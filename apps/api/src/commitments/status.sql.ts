import { DUE_SOON_DAYS } from '@enlace/domain';

/** Today in the time zone of the actor of a commitment. */
export const todayOf = (organization: string): string =>
  `(enlace_now() at time zone ${organization}.time_zone)::date`;

/**
 * Joins what the status of commitment `c` of organization `o` follows from: `d.overdue`, `d.soon`,
 * `d.late`, `d.next_on`, `d.last_on`. The rule is `commitmentStatus` of the domain; a test compares the two.
 */
export const DUE_FACTS = `cross join lateral (
    select c.next_due_on < ${todayOf('o')} as overdue, c.next_due_on <= ${todayOf('o')} + ${DUE_SOON_DAYS} as soon,
      c.last_reported_late as late, c.next_due_on as next_on, c.last_reported_on as last_on) d`;

/** The mark of commitment `c`, after `DUE_FACTS`; null where it is superseded. */
export const STATUS = `case c.state
    when 'superseded' then null
    when 'aspiration' then 'aspiration'
    when 'dropped' then 'dropped'
    when 'done' then case when c.delivered_on > c.due_on then 'late' else 'done' end
    else case when d.overdue then 'overdue' when d.soon then 'due-soon' when d.late then 'late'
      else 'on-track' end
  end`;

/** The text of commitment `c` in language `parameter`, else its original one. */
export const commitmentText = (parameter: string): string => `join lateral (
    select language, title, status from commitment_text x where x.commitment_id = c.id
    order by x.language = ${parameter} desc, x.status = 'original' desc limit 1) t on true`;
