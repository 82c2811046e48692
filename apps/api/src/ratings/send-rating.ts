import { Injectable } from '@nestjs/common';
import type { RatingAnswer } from '@enlace/contract';
import {
  addWorkingDays,
  needsReply,
  RATING_MACHINE,
  REPLY_WORKING_DAYS,
  stateAfter,
  type RatingGrade,
  type RatingVoice,
} from '@enlace/domain';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { commitmentToRate, ratingAsItStands, type RatedCommitment } from './rated-commitment.js';
import { tellPublished } from './tell-published.js';

interface Draft {
  readonly id: string;
  readonly voice: RatingVoice;
  readonly grade: RatingGrade;
}

const DRAFT = `select id, voice, grade from rating
  where commitment_id = $1 and organization_id = $2 and state = 'draft'`;

/** An organization sends its rating: published at once, or first open to the State's reply. */
@Injectable()
export class SendRating {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 409 without a draft; a repeated request sends nothing twice. */
  execute(actor: ActingActor, request: IdempotentRequest, id: string): Promise<RatingAnswer> {
    return this.database.write(actor, async (tx) => {
      const sent = await createOnce(tx, actor, request, () => this.send(tx, actor, id));
      return ratingAsItStands(tx, actor, { commitment: id, rating: sent.id });
    });
  }

  private async send(tx: Transaction, actor: ActingActor, id: string): Promise<string> {
    const commitment = await commitmentToRate(tx, actor, id);
    const draft = await tx.maybe<Draft>(DRAFT, [id, actor.organization.id]);
    if (!draft) throw new Problem('state-conflict');
    await supersedeEarlier(tx, actor, id);
    const replyUntil = needsReply(draft.voice, draft.grade, await statesOwn(tx, id))
      ? await replyDay(tx, commitment)
      : null;
    const state = stateAfter(RATING_MACHINE, 'draft', replyUntil === null ? 'send' : 'open-reply');
    await tx.rows(
      `update rating set state = $2, sent_at = enlace_now(), reply_until = $3,
         published_at = case when $3::date is null then enlace_now() end, revision = revision + 1
       where id = $1`,
      [draft.id, state, replyUntil],
    );
    // That it waits would tell the others that it is below the State's own.
    if (replyUntil === null) {
      await tellPublished(tx, actor, { commitment: id, rating: draft.id, voice: draft.voice });
    }
    await this.audit.append(tx, actor, {
      action: 'commitments.rate',
      record: 'rating',
      recordId: draft.id,
      before: { state: 'draft' },
      after: { commitment: id, state, grade: draft.grade, replyUntil },
    });
    return draft.id;
  }
}

/** What the organization said before stays in the history. */
const supersedeEarlier = (tx: Transaction, actor: ActingActor, id: string): Promise<unknown> =>
  tx.rows(
    `update rating set state = 'superseded'
     where commitment_id = $1 and organization_id = $2 and state = 'published'`,
    [id, actor.organization.id],
  );

async function statesOwn(tx: Transaction, id: string): Promise<RatingGrade | null> {
  const own = await tx.maybe<{ grade: RatingGrade }>(
    `select grade from rating where commitment_id = $1 and voice = 'state' and state = 'published'`,
    [id],
  );
  return own?.grade ?? null;
}

/** Last day of the State's right of reply: its working days, without its public holidays. */
async function replyDay(tx: Transaction, { stateId, today }: RatedCommitment): Promise<string> {
  const holidays = await tx.rows<{ day: string }>(
    `select to_char(on_date, 'YYYY-MM-DD') as day from holiday where state_id = $1 and on_date > $2
        and struck_at is null`,
    [stateId, today],
  );
  return addWorkingDays(today, REPLY_WORKING_DAYS, new Set(holidays.map(({ day }) => day)));
}
