import { Injectable } from '@nestjs/common';
import type { RatingAnswer, replyRequest } from '@enlace/contract';
import { RATING_MACHINE, stateAfter } from '@enlace/domain';
import type { z } from 'zod';
import { requireVersion, type ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { tellTimeline } from '../commitments/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { lockRatings, ratedCommitment, ratingAsItStands } from './rated-commitment.js';

/** The State replies to a rating below its own, which publishes both. */
@Injectable()
export class ReplyToRating {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 404 for whoever may not see it, 403 for another State, 409 once it is published. */
  execute(
    actor: ActingActor,
    id: string,
    { rating, version }: { readonly rating: string; readonly version: string },
    input: z.infer<typeof replyRequest>,
  ): Promise<RatingAnswer> {
    return this.database.write(actor, async (tx) => {
      const commitment = await ratedCommitment(tx, actor, id);
      await lockRatings(tx, id);
      const current = await ratingAsItStands(tx, actor, {
        commitment: id,
        rating,
      });
      if (commitment.stateId === null || commitment.stateId !== actor.organization.stateId) {
        throw new Problem('not-permitted');
      }
      const { state, voice, organization, etag } = current;
      if (etag !== null) requireVersion(version, etag, { current, yours: input });
      const after = stateAfter(RATING_MACHINE, state, 'publish');
      if (after === null) throw new Problem('state-conflict');
      await tx.rows(
        `update rating set state = $2, reply = $3, reply_language = $4, replied_at = enlace_now(),
           published_at = enlace_now(), revision = revision + 1 where id = $1`,
        [rating, after, input.body, input.language],
      );
      await tellTimeline(tx, actor, {
        commitmentId: id,
        kind: 'rating-replied',
        facts: { rating, voice, organization },
      });
      await this.audit.append(tx, actor, {
        action: 'commitments.reply-rating',
        record: 'rating',
        recordId: rating,
        before: { state },
        after: { commitment: id, state: after, ...input },
      });
      return ratingAsItStands(tx, actor, { commitment: id, rating });
    });
  }
}
