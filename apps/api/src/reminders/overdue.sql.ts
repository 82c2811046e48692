import { visibleCommitment } from '../audience/index.js';
import { commitmentText, todayOf } from '../commitments/index.js';
import { dayOf } from '../database/index.js';

/** Whether anybody was reminded of commitment `c` today, by the clock or by hand; `zone` is the reader's. */
export const remindedToday = (zone: string): string => `exists (
    select 1 from reminder r join due_date x on x.id = r.due_date_id
    where x.commitment_id = c.id and r.state <> 'cancelled'
      and (r.created_at at time zone ${zone})::date = (enlace_now() at time zone ${zone})::date)`;

/**
 * What the secretariat may remind of: its commitments of States whose earliest owed date has passed.
 * Parameters: sight ($1 to $4), the matrix's filters ($5 to $10), the reader's zone ($11), language ($12),
 * and how many at most ($13).
 */
export const OVERDUE = `select c.id as commitment, d.id as "dueDate",
    json_build_object('language', t.language, 'body', t.title, 'status', t.status) as title,
    (select coalesce(json_agg(p.number order by p.position), '[]') from commitment_provision cp
       join provision p on p.id = cp.provision_id where cp.commitment_id = c.id) as provisions,
    s.code as state, ${dayOf('d.due_on')} as "dueOn", ${todayOf('o')} - d.due_on as days,
    ${remindedToday('$11')} as "remindedToday"
  from commitment c join organization o on o.id = c.organization_id
  join state s on s.id = c.state_id
  join lateral (select x.id, x.due_on from due_date x where x.commitment_id = c.id
    and x.waived_at is null and x.reported_on is null order by x.due_on limit 1) d on d.due_on < ${todayOf('o')}
  ${commitmentText('$12')}
  where ${visibleCommitment('c')} and c.secretariat_id = $1::uuid and o.kind = 'state'
    and c.state in ('accepted', 'in-progress')
    and exists (select 1 from commitment_provision cp join provision p on p.id = cp.provision_id
      join instrument i on i.id = p.instrument_id where cp.commitment_id = c.id and i.symbol = $5
        and ($7::text is null or $7 = any(p.themes)) and ($8::text is null or p.group_code = $8))
    and ($6::text is null or c.forum_id = (select id from forum where alias = $6))
    and ($9::date is null or c.due_on >= $9::date) and ($10::date is null or c.due_on <= $10::date)
  order by d.due_on, c.id limit $13`;
