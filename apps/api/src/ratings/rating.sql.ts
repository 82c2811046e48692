import type { RatingAnswer } from '@enlace/contract';
import { visibleCommitment } from '../audience/index.js';
import { todayOf } from '../commitments/index.js';
import { dayOf, instantOf } from '../database/index.js';

/** Whether the clock of reply of rating `r` has run out, where `o` has to do the commitment. */
export const LAPSED = `r.state = 'right-of-reply' and r.reply_until < ${todayOf('o')}`;

/** When a reply was due at the latest: the end of that day where `o` is. */
export const LAPSED_AT = '(r.reply_until + 1)::timestamp at time zone o.time_zone';

/** What state rating `r` is in now: one that nobody replied to in time is published. */
export const RATING_STATE = `case when ${LAPSED} then 'published' else r.state end`;

/** A rating as its readers see it, and what its answer follows from. */
export interface RatingRow extends Omit<RatingAnswer, 'etag'> {
  readonly revision: number;
  readonly own: boolean;
}

const COLUMNS = `r.id, r.revision, r.organization_id = $1::uuid as own, r.voice, r.organization_id as organization,
    (select names from organization where id = r.organization_id) as "organizationNames", r.grade, ${RATING_STATE} as state, r.language, r.body, ${instantOf('r.sent_at')} as "sentAt",
    ${dayOf('r.reply_until')} as "replyUntil",
    case when r.reply is not null then json_build_object('language', r.reply_language, 'body', r.reply,
      'at', ${instantOf('r.replied_at')}) end as reply,
    ${instantOf(`case when ${LAPSED} then ${LAPSED_AT} else r.published_at end`)} as "publishedAt"`;

// The State that may reply sees what waits for it; everybody else waits too.
const VISIBLE_RATING = `(r.organization_id = $1::uuid or ${RATING_STATE} in ('published', 'superseded')
    or r.state = 'right-of-reply'
      and (c.organization_id = $1::uuid or coalesce(c.state_id = $2::smallint, false)))`;

/** Ratings of a commitment, those in force first; parameters: sight ($1 to $4) and the commitment ($5). */
export const RATINGS = `select ${COLUMNS}
  from commitment c join organization o on o.id = c.organization_id join rating r on r.commitment_id = c.id
  where c.id = $5::uuid and ${visibleCommitment('c')} and ${VISIBLE_RATING}
  order by r.state = 'superseded', array_position(array['state', 'secretariat', 'civil-society'], r.voice),
    o.id, r.created_at desc, r.id`;

/** One rating; parameters as for `RATINGS`, and the rating ($6). */
export const RATING = `select ${COLUMNS}
  from commitment c join organization o on o.id = c.organization_id join rating r on r.commitment_id = c.id
  where c.id = $5::uuid and ${visibleCommitment('c')} and ${VISIBLE_RATING} and r.id = $6::uuid`;
