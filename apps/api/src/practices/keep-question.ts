import { Injectable } from '@nestjs/common';
import type { AnswerQuestionRequest, AskRequest, QuestionAnswer } from '@enlace/contract';
import {
  createOnce,
  requireVersion,
  type ActingActor,
  type IdempotentRequest,
} from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { requirePublished } from './published-practice.js';
import { questionById } from './questions.repository.js';
import { tell } from './worked-practice.js';

/** Questions on a practice, and what its organization answers. */
@Injectable()
export class KeepQuestion {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Asks in the acting organization's name, for all readers of the practice to see. */
  ask(
    actor: ActingActor,
    request: IdempotentRequest,
    practiceId: string,
    input: AskRequest,
  ): Promise<QuestionAnswer> {
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () =>
        this.insert(tx, actor, practiceId, input),
      );
      return questionById(tx, actor, id);
    });
  }

  /** 403 for anybody but the practice's own organization; a later answer takes the place of the earlier. */
  answer(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    input: AnswerQuestionRequest,
  ): Promise<QuestionAnswer> {
    return this.database.write(actor, async (tx) => {
      const seen = await tx.maybe<{ practiceId: string; ownerId: string }>(
        `select q.practice_id as "practiceId", p.organization_id as "ownerId"
         from question q join practice p on p.id = q.practice_id where q.id = $1`,
        [id],
      );
      if (!seen) throw new Problem('not-found');
      if (seen.ownerId !== actor.organization.id) throw new Problem('not-permitted');
      await tx.rows('select 1 from question where id = $1 for update', [id]);
      const current = await questionById(tx, actor, id);
      requireVersion(ifMatch, current.etag, { current, yours: input });
      await tx.rows(
        `update question set answer = $2, answer_language = $3, answered_at = enlace_now(),
           revision = revision + 1 where id = $1`,
        [id, input.body, input.language],
      );
      await tell(tx, actor.organization.id, { id: seen.practiceId, kind: 'question-answered' });
      await this.audit.append(tx, actor, {
        action: 'practices.answer',
        record: 'question',
        recordId: id,
        before: { answer: current.answer },
        after: input,
      });
      return questionById(tx, actor, id);
    });
  }

  private async insert(
    tx: Transaction,
    actor: ActingActor,
    practiceId: string,
    input: AskRequest,
  ): Promise<string> {
    await requirePublished(tx, practiceId);
    const { id } = await tx.one<{ id: string }>(
      `insert into question (practice_id, organization_id, language, body, asked_by)
       values ($1, $2, $3, $4, $5) returning id`,
      [practiceId, actor.organization.id, input.language, input.body, actor.personId],
    );
    await tell(tx, actor.organization.id, { id: practiceId, kind: 'question-asked' });
    await this.audit.append(tx, actor, {
      action: 'practices.ask',
      record: 'question',
      recordId: id,
      after: { practice: practiceId, ...input },
    });
    return id;
  }
}
