import { DUE_SOON_DAYS, EXPIRES_AFTER_MONTHS, RESULT_AFTER_MONTHS } from '@enlace/domain';
import { visiblePractice } from '../audience/index.js';
import { dayOf } from '../database/index.js';

/** Calendar day of an instant where the acting organization is. */
const dayHere = (instant: string): string => `(${instant} at time zone me.time_zone)::date`;

const soon = (day: string): string => `${day} <= me.today + ${DUE_SOON_DAYS}`;

/** Reviews that the person has not given yet; row security leaves nobody else's. */
const TO_REVIEW = `select 'practice-review' as kind, r.practice_id, r.version, r.id as review, r.due_on,
    ${dayHere('r.assigned_at')} as since, null as reason
  from me join practice_review r on r.organization_id = me.id and r.person_id = $6::uuid and r.state = 'assigned'
  where $9::boolean`;

/** Returned, with the draft of the next version still unsent. */
const RETURNED = `select 'practice-returned', p.id, p.open_version, null, null, ${dayHere('b.decided_at')}, b.return_reason
  from me join practice p on p.organization_id = me.id
  join practice_version v on v.practice_id = p.id and v.version = p.open_version and v.state = 'draft'
  join practice_version b on b.practice_id = p.id and b.version = p.open_version - 1 and b.state = 'returned'
  where $7::boolean`;

const TO_ANSWER = `select 'practice-question', p.id, p.current_version, null, null, ${dayHere('q.asked_at')}, q.body
  from me join practice p on p.organization_id = me.id and p.current_version is not null
  join question q on q.practice_id = p.id and q.answer is null
  where $7::boolean`;

/** What others declared of the acting organization, and what came of its adoptions, after a year. */
const OF_ADOPTER = `select case a.state when 'declared' then 'practice-confirm' else 'practice-result' end,
    p.id, p.current_version, null, case a.state when 'confirmed' then x.due_on end,
    case a.state when 'declared' then ${dayHere('a.created_at')} end, null
  from me join adoption a on a.organization_id = me.id and a.state <> 'result-reported'
  cross join lateral (select (a.started_on + interval '${RESULT_AFTER_MONTHS} months')::date as due_on) x
  join practice p on p.id = a.practice_id and ${visiblePractice('p')}
  where $8::boolean and (a.state = 'declared' or ${soon('x.due_on')})`;

const TO_RECONFIRM = `select 'practice-reconfirm', p.id, p.current_version, null, x.due_on, null, null
  from me join practice p on p.organization_id = me.id and p.confirmed_on is not null
  join practice_version v on v.practice_id = p.id and v.version = p.current_version and v.state = 'published'
  cross join lateral (select (p.confirmed_on + interval '${EXPIRES_AFTER_MONTHS} months')::date as due_on) x
  where $7::boolean and ${soon('x.due_on')}`;

/**
 * What waits in the exchange of good practices, the earliest date first. $1 to $4 sight, $5 language,
 * $6 person, and whether the actor posts ($7), adopts ($8), reviews ($9); $10 how many at most.
 */
export const PRACTICE_WORK = `
  with me as (select id, time_zone, (enlace_now() at time zone time_zone)::date as today
      from organization where id = $1::uuid),
    work as (${[TO_REVIEW, RETURNED, TO_ANSWER, OF_ADOPTER, TO_RECONFIRM].join(' union all ')})
  select w.kind, w.practice_id as practice, w.review,
    json_build_object('language', t.language, 'body', t.title, 'status', t.status) as title,
    ${dayOf('w.due_on')} as "dueOn", ${dayOf('w.since')} as since, w.reason, count(*) over ()::int as all
  from work w join lateral (select x.language, x.title, x.status from practice_text x
    where x.practice_id = w.practice_id and x.version = w.version
    order by x.language = $5::text desc, x.status = 'original' desc limit 1) t on true
  order by coalesce(w.due_on, w.since), w.practice_id, w.kind limit $10`;
