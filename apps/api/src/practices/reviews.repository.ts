import { Injectable } from '@nestjs/common';
import type { ReviewAnswer, ReviewsResponse } from '@enlace/contract';
import { REVIEW_CRITERIA } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Database, dayOf, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';

const PAGE = 50;

/** A review is its person's own: $1 organization, $2 person, $3 language of the reader. */
const OWN = `from practice_review r join practice p on p.id = r.practice_id
  join organization o on o.id = p.organization_id
  join lateral (select title from practice_text t where t.practice_id = r.practice_id and t.version = r.version
    order by t.language = $3 desc, t.status = 'original' desc limit 1) t on true
  where r.organization_id = $1 and r.person_id = $2`;

/** A criterion without a grade yet is `null`, never absent. */
const SCORES = `json_build_object(${REVIEW_CRITERIA.map(
  (criterion) => `'${criterion}', r.scores -> '${criterion}'`,
).join(', ')})`;

const REVIEW = `select r.id, r.revision, r.practice_id as practice, r.version, t.title, r.state,
    ${dayOf('r.due_on')} as "dueOn", ${SCORES} as scores, r.proposal, r.language, r.comment, r.no_conflict as "noConflict",
    (select coalesce(json_agg(json_build_object('scores', x.scores, 'proposal', x.proposal,
       'language', x.language, 'comment', x.comment)), '[]')
     from reviews_of_version(r.practice_id, r.version) x where x.id <> r.id) as others
  ${OWN} and r.id = $4`;

/** What is to be done comes first, then what is done or declined; each by its day. */
const LIST = `select r.id, r.practice_id as practice, t.title,
    coalesce(o.acronym, o.names ->> $3) as "organizationName", r.state, ${dayOf('r.due_on')} as "dueOn",
    (r.state <> 'assigned')::int::text || ':' || ${dayOf('r.due_on')} || ':' || r.id as position
  ${OWN} and ($4::text is null or ((r.state <> 'assigned')::int, r.due_on, r.id)
    > (split_part($4, ':', 1)::int, split_part($4, ':', 2)::date, split_part($4, ':', 3)::uuid))
  order by r.state <> 'assigned', r.due_on, r.id limit ${PAGE + 1}`;

const POSITION = /^[01]:\d{4}-\d{2}-\d{2}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type ReviewRow = Omit<ReviewAnswer, 'etag'> & { readonly revision: number };
type LineRow = ReviewsResponse['reviews'][number] & { readonly position: string };

/** One's own review; 404 for anybody else's. */
export async function reviewById(
  tx: Transaction,
  actor: ActingActor,
  id: string,
): Promise<ReviewAnswer> {
  const row = await tx.maybe<ReviewRow>(REVIEW, [
    ...[actor.organization.id, actor.personId, actor.language, id],
  ]);
  if (!row) throw new Problem('not-found');
  const { revision, ...review } = row;
  return { ...review, etag: tx.etag(id, revision) };
}

/** What a reviewer has to do. */
@Injectable()
export class ReviewsRepository {
  constructor(private readonly database: Database) {}

  /** 404 for a review of somebody else, a colleague's too. */
  byId(actor: ActingActor, id: string): Promise<ReviewAnswer> {
    return this.database.read(actor, (tx) => reviewById(tx, actor, id));
  }

  /** A page of the person's own reviews. */
  list(actor: ActingActor, after: string | null): Promise<ReviewsResponse> {
    if (after !== null && !POSITION.test(after)) throw invalid('/query/after', 'wrong-format');
    return this.database.read(actor, async (tx) => {
      const rows = await tx.rows<LineRow>(LIST, [
        ...[actor.organization.id, actor.personId, actor.language, after],
      ]);
      const page = rows.slice(0, PAGE);
      return {
        reviews: page.map(({ id, practice, title, organizationName, state, dueOn }) => ({
          ...{ id, practice, title, organizationName, state, dueOn },
        })),
        next: rows.length > PAGE ? (page.at(-1)?.position ?? null) : null,
      };
    });
  }
}
