import type { RatingVoice } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { tellTimeline } from '../commitments/index.js';
import type { Transaction } from '../database/index.js';

/** Tells the timeline that a rating is published, not which grade it gives: who has yet to rate reads it too. */
export const tellPublished = (
  tx: Transaction,
  actor: ActingActor,
  told: { readonly commitment: string; readonly rating: string; readonly voice: RatingVoice },
): Promise<void> =>
  tellTimeline(tx, actor, {
    commitmentId: told.commitment,
    kind: 'rating-published',
    facts: { rating: told.rating, voice: told.voice },
  });
