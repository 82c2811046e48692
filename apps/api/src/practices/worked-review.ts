import type { ReviewDraft } from '@enlace/contract';
import { REVIEW_MACHINE, stateAfter, type ReviewAct, type ReviewState } from '@enlace/domain';
import { requireVersion, type ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { reviewById } from './reviews.repository.js';

/** A review that its person works on. */
export interface WorkedReview extends ReviewDraft {
  readonly id: string;
  readonly practiceId: string;
  readonly ownerId: string;
  readonly state: ReviewState;
}

const FOUND = `select r.id, r.practice_id as "practiceId", p.organization_id as "ownerId", r.state, r.scores,
    r.proposal, r.language, r.comment, r.no_conflict as "noConflict"
  from practice_review r join practice p on p.id = r.practice_id
  where r.id = $1 and r.organization_id = $2 and r.person_id = $3`;

/** What a write asks of a review. */
export interface ReviewWrite {
  readonly id: string;
  readonly act: ReviewAct;
  readonly ifMatch: string;
  readonly yours?: unknown;
}

/** The review, locked. 404 where it is not the person's own, 412 with both versions, 409 where it was sent or declined. */
export async function workedReview(
  tx: Transaction,
  actor: ActingActor,
  { id, act, ifMatch, yours }: ReviewWrite,
): Promise<WorkedReview> {
  const asked = [id, actor.organization.id, actor.personId];
  const seen = await tx.maybe<WorkedReview>(FOUND, asked);
  if (!seen) throw new Problem('not-found');
  await tx.rows('select 1 from practice_review where id = $1 for update', [id]);
  const current = await reviewById(tx, actor, id);
  requireVersion(ifMatch, current.etag, { current, ...(yours === undefined ? {} : { yours }) });
  const review = await tx.one<WorkedReview>(FOUND, asked);
  if (stateAfter(REVIEW_MACHINE, review.state, act) === null) throw new Problem('state-conflict');
  return review;
}
