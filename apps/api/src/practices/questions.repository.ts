import { Injectable } from '@nestjs/common';
import type { QuestionAnswer, QuestionsResponse } from '@enlace/contract';
import { mayDo } from '@enlace/domain';
import type { ActingActor, Actor } from '../access/index.js';
import { sightParameters, visiblePractice } from '../audience/index.js';
import { Database, instantOf, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';

const PAGE = 50;
const POSITION =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface QuestionRow extends Omit<QuestionAnswer, 'etag' | 'offers'> {
  readonly revision: number;
  readonly isOwner: boolean;
  readonly position: string;
}

/** $1 to $4 sight, $5 language of the reader. */
const QUESTIONS = `select q.id, q.revision, q.organization_id as organization,
    coalesce(o.acronym, o.names ->> $5::text) as "organizationName", q.language, q.body,
    ${instantOf('q.asked_at')} as "askedAt",
    case when q.answer is not null then json_build_object('language', q.answer_language, 'body', q.answer,
      'at', ${instantOf('q.answered_at')}) end as answer,
    p.organization_id = $1::uuid as "isOwner",
    to_char(q.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ':' || q.id as position
  from practice p join question q on q.practice_id = p.id join organization o on o.id = q.organization_id
  where ${visiblePractice('p')}`;

const LIST = `${QUESTIONS} and p.id = $6::uuid
    and ($7::text is null or (q.asked_at, q.id) < (left($7, 26)::timestamp at time zone 'UTC', right($7, 36)::uuid))
  order by q.asked_at desc, q.id desc limit ${PAGE + 1}`;

function questionAnswer(tx: Transaction, actor: Actor, row: QuestionRow): QuestionAnswer {
  const { id, organization: asker, organizationName, language, body, askedAt, answer } = row;
  const { organization, functions } = actor;
  const mayAnswer =
    row.isOwner &&
    organization !== null &&
    mayDo({ kind: organization.kind, functions }, 'practices.post');
  return {
    ...{ id, organization: asker, organizationName, language, body, askedAt, answer },
    etag: tx.etag(id, row.revision),
    offers: mayAnswer ? ['answer'] : [],
  };
}

/** One question; 404 where its practice is not visible. */
export async function questionById(
  tx: Transaction,
  actor: ActingActor,
  id: string,
): Promise<QuestionAnswer> {
  const row = await tx.maybe<QuestionRow>(`${QUESTIONS} and q.id = $6::uuid`, [
    ...sightParameters(actor),
    ...[actor.language, id],
  ]);
  if (!row) throw new Problem('not-found');
  return questionAnswer(tx, actor, row);
}

/** What readers asked about a practice. */
@Injectable()
export class QuestionsRepository {
  constructor(private readonly database: Database) {}

  /** A page of questions, newest first; 404 where the practice is not visible. */
  list(actor: Actor, practiceId: string, after: string | null): Promise<QuestionsResponse> {
    if (after !== null && !POSITION.test(after)) throw invalid('/query/after', 'wrong-format');
    return this.database.read(actor, async (tx) => {
      const seen = await tx.maybe(
        `select 1 from practice p where p.id = $5::uuid and ${visiblePractice('p')}`,
        [...sightParameters(actor), practiceId],
      );
      if (!seen) throw new Problem('not-found');
      const rows = await tx.rows<QuestionRow>(LIST, [
        ...sightParameters(actor),
        ...[actor.language, practiceId, after],
      ]);
      const page = rows.slice(0, PAGE);
      return {
        questions: page.map((row) => questionAnswer(tx, actor, row)),
        next: rows.length > PAGE ? (page.at(-1)?.position ?? null) : null,
      };
    });
  }
}
