import { Injectable } from '@nestjs/common';
import type { RatingAnswer, RatingRequest } from '@enlace/contract';
import type { RatingState, RatingVoice } from '@enlace/domain';
import { requireVersion, type ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { commitmentToRate, ratingAsItStands, settleLapsed } from './rated-commitment.js';
import { tellPublished } from './tell-published.js';

interface OpenRating extends RatingRequest {
  readonly id: string;
  readonly state: RatingState;
  readonly revision: number;
}

const OPEN = `select id, state, grade, language, body, revision from rating
  where commitment_id = $1 and organization_id = $2 and state in ('draft', 'right-of-reply')`;

/** An organization writes its rating, which nobody else sees before it is sent. */
@Injectable()
export class KeepRating {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Makes the draft or changes it; 409 while the last one waits for a reply. */
  execute(
    actor: ActingActor,
    id: string,
    ifMatch: string | null,
    input: RatingRequest,
  ): Promise<RatingAnswer> {
    return this.database.write(actor, async (tx) => {
      const { voice } = await commitmentToRate(tx, actor, id);
      const lapsed = await settleLapsed(tx, actor, id);
      if (lapsed !== null)
        await tellPublished(tx, actor, { commitment: id, rating: lapsed, voice });
      const open = await tx.maybe<OpenRating>(OPEN, [id, actor.organization.id]);
      if (open && open.state !== 'draft') throw new Problem('state-conflict');
      const rating = open
        ? await changeDraft(tx, open, ifMatch, input)
        : await insertDraft(tx, actor, { ...input, commitment: id, voice });
      await this.audit.append(tx, actor, {
        action: 'commitments.rate',
        record: 'rating',
        recordId: rating,
        ...(open ? { before: { grade: open.grade, body: open.body } } : {}),
        after: { commitment: id, voice, ...input },
      });
      return ratingAsItStands(tx, actor, { commitment: id, rating });
    });
  }
}

async function changeDraft(
  tx: Transaction,
  { id, revision, grade, language, body }: OpenRating,
  ifMatch: string | null,
  input: RatingRequest,
): Promise<string> {
  if (ifMatch === null) throw new Problem('version-required');
  const etag = tx.etag(id, revision);
  requireVersion(ifMatch, etag, { current: { grade, language, body, etag }, yours: input });
  await tx.rows(
    'update rating set grade = $2, language = $3, body = $4, revision = revision + 1 where id = $1',
    [id, input.grade, input.language, input.body],
  );
  return id;
}

async function insertDraft(
  tx: Transaction,
  actor: ActingActor,
  draft: RatingRequest & { readonly commitment: string; readonly voice: RatingVoice },
): Promise<string> {
  const { id } = await tx.one<{ id: string }>(
    `insert into rating (commitment_id, organization_id, voice, grade, state, language, body, created_by)
     values ($1, $2, $3, $4, 'draft', $5, $6, $7) returning id`,
    [
      ...[draft.commitment, actor.organization.id, draft.voice, draft.grade],
      ...[draft.language, draft.body, actor.personId],
    ],
  );
  return id;
}
