import { Injectable } from '@nestjs/common';
import type { RatingsResponse } from '@enlace/contract';
import { gradeGap } from '@enlace/domain';
import type { Actor } from '../access/index.js';
import { sightParameters } from '../audience/index.js';
import { Database } from '../database/index.js';
import { answerOf, ratedCommitment, voiceOf } from './rated-commitment.js';
import { RATINGS, type RatingRow } from './rating.sql.js';

/** Ratings of a commitment as their readers see them. */
@Injectable()
export class RatingsRepository {
  constructor(private readonly database: Database) {}

  /** Each voice by itself; whoever may rate sees the others' after sending their own. */
  list(actor: Actor, id: string): Promise<RatingsResponse> {
    return this.database.read(actor, async (tx) => {
      const mayRateAs = voiceOf(actor, await ratedCommitment(tx, actor, id));
      const rows = await tx.rows<RatingRow>(RATINGS, [...sightParameters(actor), id]);
      const isBlind =
        mayRateAs !== null && !rows.some(({ own, state }) => own && state !== 'draft');
      const shown = isBlind ? rows.filter(({ own }) => own) : rows;
      const published = shown.filter(({ state }) => state === 'published');
      return {
        ratings: shown.map((row) => answerOf(tx, row)),
        hidden: shown.length < rows.length,
        mayRateAs,
        gap: gradeGap(published.map(({ grade }) => grade)),
      };
    });
  }
}
