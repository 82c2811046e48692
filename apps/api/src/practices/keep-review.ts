import { Injectable } from '@nestjs/common';
import type { DeclineReviewRequest, ReviewAnswer, ReviewDraft } from '@enlace/contract';
import { REVIEW_CRITERIA } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { JobQueue } from '../jobs/index.js';
import { incomplete } from '../problems/index.js';
import { reviewById } from './reviews.repository.js';
import { workedReview, type WorkedReview } from './worked-review.js';

/** A reviewer scores a practice of another organization, or says why somebody else should. */
@Injectable()
export class KeepReview {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly queue: JobQueue,
  ) {}

  /** Keeps the scores so far; nobody else sees them. */
  save(actor: ActingActor, id: string, ifMatch: string, input: ReviewDraft): Promise<ReviewAnswer> {
    return this.database.write(actor, async (tx) => {
      await workedReview(tx, actor, { id, act: 'score', ifMatch, yours: input });
      await tx.rows(
        `update practice_review set scores = $2, proposal = $3, language = $4, comment = $5, no_conflict = $6,
           revision = revision + 1 where id = $1`,
        [
          ...[id, JSON.stringify(input.scores), input.proposal, input.language, input.comment],
          input.noConflict,
        ],
      );
      await this.trace(tx, actor, 'practices.score', id, input);
      return reviewById(tx, actor, id);
    });
  }

  /** Somebody else is asked in their place; who declines sees the practice no longer. */
  decline(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    input: DeclineReviewRequest,
  ): Promise<void> {
    return this.database.write(actor, async (tx) => {
      const review = await workedReview(tx, actor, { id, act: 'decline', ifMatch, yours: input });
      await tx.rows(
        `update practice_review set state = 'declined', decline_reason = $2, decline_note = $3,
           revision = revision + 1 where id = $1`,
        [id, input.reason, input.note],
      );
      await this.trace(tx, actor, 'practices.decline-review', id, input);
      await this.goOn(tx, review);
    });
  }

  /** 422 naming what is missing: a score, a proposal, the comment that a return needs, the word on conflicts. */
  send(actor: ActingActor, id: string, ifMatch: string): Promise<ReviewAnswer> {
    return this.database.write(actor, async (tx) => {
      const review = await workedReview(tx, actor, { id, act: 'send', ifMatch });
      requireWhole(review);
      await tx.rows(
        `update practice_review set state = 'done', sent_at = enlace_now(), revision = revision + 1
         where id = $1`,
        [id],
      );
      await this.trace(tx, actor, 'practices.review', id, { proposal: review.proposal });
      await this.goOn(tx, review);
      return reviewById(tx, actor, id);
    });
  }

  /** The job sees what follows; it acts for the practice's organization, which the reviewer is not of. */
  private goOn(tx: Transaction, { practiceId, ownerId }: WorkedReview): Promise<void> {
    const payload = { organizationId: ownerId, practiceId };
    return this.queue.enqueue(tx, 'practices.review', payload, practiceId);
  }

  private async trace(
    tx: Transaction,
    actor: ActingActor,
    action: string,
    recordId: string,
    after: unknown,
  ): Promise<void> {
    await this.audit.append(tx, actor, { action, record: 'practice-review', recordId, after });
  }
}

function requireWhole({ scores, proposal, comment, noConflict }: WorkedReview): void {
  const missing = [
    ...REVIEW_CRITERIA.filter((criterion) => !scores[criterion]).map(
      (criterion) => `/scores/${criterion}`,
    ),
    ...(proposal === null ? ['/proposal'] : []),
    ...(proposal === 'return' && comment === '' ? ['/comment'] : []),
    ...(noConflict ? [] : ['/noConflict']),
  ];
  if (missing.length > 0) throw incomplete(missing);
}
