import { DUE_SOON_DAYS, MOST_SNOOZES } from '@enlace/domain';
import { ownCommitment, visibleCommitment } from '../audience/index.js';
import { commitmentText, todayOf } from '../commitments/index.js';
import { dayOf } from '../database/index.js';

const sentOn = `(r.submitted_at at time zone o.time_zone)::date`;

/** Dates that are due soon or overdue, and returned reports, of who does the commitment. */
const TO_REPORT = `select case when r.state = 'returned' then 'report-returned' else 'report' end as kind,
    c.id as commitment_id, d.id as due_date_id, d.due_on,
    case when r.state = 'returned' then ${sentOn} end as sent_on,
    case when r.state = 'returned' then r.return_reason end as reason,
    d.reported_on is null and
      (select count(*) from snooze z where z.due_date_id = d.id) < ${MOST_SNOOZES} as snoozable
  from commitment c join organization o on o.id = c.organization_id
  join due_date d on d.commitment_id = c.id
  left join progress_report r on r.due_date_id = d.id
  where $6::boolean and c.organization_id = $1::uuid and c.state in ('accepted', 'in-progress')
    and d.waived_at is null
    and (r.state = 'returned' or d.reported_on is null and d.due_on <= ${todayOf('o')} + ${DUE_SOON_DAYS})`;

const TO_REVIEW = `select 'report-review', c.id, d.id, d.due_on, ${sentOn}, null, false
  from commitment c join organization o on o.id = c.organization_id
  join progress_report r on r.commitment_id = c.id
  join due_date d on d.id = r.due_date_id
  where $7::boolean and c.secretariat_id = $1::uuid and r.state = 'submitted'`;

const TO_REPLY = `select 'rating-reply', c.id, null, x.reply_until, null, null, false
  from commitment c join rating x on x.commitment_id = c.id
  where $8::boolean and ${ownCommitment('c')} and c.secretariat_id <> $1::uuid
    and x.state = 'right-of-reply' and x.reply is null`;

/**
 * What waits in the follow-up of commitments, the earliest date first. $1 to $4 sight, $5 language, and
 * whether the actor reports ($6), decides on reports ($7), replies to ratings ($8); $9 how many at most.
 */
export const FOLLOW_UP_WORK = `
  with work as (${TO_REPORT} union all ${TO_REVIEW} union all ${TO_REPLY})
  select w.kind, c.id as commitment, w.due_date_id as "dueDate",
    json_build_object('language', t.language, 'body', t.title, 'status', t.status) as title,
    (select coalesce(json_agg(p.number order by p.position), '[]') from commitment_provision cp
       join provision p on p.id = cp.provision_id where cp.commitment_id = c.id) as provisions,
    s.code as state, ${dayOf('w.due_on')} as "dueOn", ${dayOf('w.sent_on')} as "sentOn", w.reason, w.snoozable,
    count(*) over ()::int as all
  from work w join commitment c on c.id = w.commitment_id
  left join state s on s.id = c.state_id
  ${commitmentText('$5')}
  where ${visibleCommitment('c')}
  order by w.due_on, c.id, w.kind limit $9`;
