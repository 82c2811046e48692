import { Injectable } from '@nestjs/common';
import type { ProvisionSummary, ScorecardQuery, ScorecardResponse } from '@enlace/contract';
import type { Language } from '@enlace/domain';
import { asPublic, type Actor } from '../access/index.js';
import { sightParameters } from '../audience/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { scorecardAnswer } from './scorecard.mapper.js';
import {
  COMMITMENTS,
  HEAD,
  PROVISIONS,
  RATINGS,
  type ScorecardCommitment,
  type ScorecardHead,
  type ScorecardRating,
} from './scorecard.sql.js';

/** Public records of a State under an instrument. */
@Injectable()
export class ScorecardsRepository {
  constructor(private readonly database: Database) {}

  /** The same for everybody: whoever signed in sees no more here. 404 for an unknown State, instrument or group. */
  read(
    actor: Actor,
    state: string,
    query: ScorecardQuery,
    language: Language,
  ): Promise<ScorecardResponse> {
    const anybody = asPublic(actor);
    const group = query.group ?? null;
    return this.database.read(anybody, async (tx) => {
      const head = await tx.maybe<ScorecardHead>(HEAD, [state, query.instrument]);
      if (!head) throw new Problem('not-found');
      if (group !== null && !head.groups.some(({ code }) => code === group)) {
        throw new Problem('not-found');
      }
      const provisions = await tx.rows<ProvisionSummary>(PROVISIONS, [head.instrumentId, group]);
      const commitments = await tx.rows<ScorecardCommitment>(COMMITMENTS, [
        ...sightParameters(anybody),
        ...[language, head.stateId, head.instrumentId],
      ]);
      const ids = commitments.map(({ id }) => id);
      const ratings = ids.length > 0 ? await tx.rows<ScorecardRating>(RATINGS, [ids]) : [];
      return scorecardAnswer({ state, group, head, provisions, commitments, ratings });
    });
  }
}
