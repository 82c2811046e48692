import { Injectable } from '@nestjs/common';
import type { CommitmentWritten, RecordCommitmentRequest } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import {
  checkParties,
  checkProvisions,
  gatedState,
  writeFinalDate,
  writeParts,
} from './commitment-parts.js';
import { asItStands, tellTimeline } from './worked-commitment.js';

interface Doer {
  readonly kind: string;
  readonly stateId: number | null;
  readonly isMember: boolean;
}

/** A forum's secretariat records what a State or agency will do about a provision. */
@Injectable()
export class RecordCommitment {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 403 for another forum's secretariat; 422 for an actor outside the forum. */
  execute(
    actor: ActingActor,
    request: IdempotentRequest,
    input: RecordCommitmentRequest,
  ): Promise<CommitmentWritten> {
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () => this.record(tx, actor, input));
      return asItStands(tx, id);
    });
  }

  /** Records in the caller's transaction, as the import of many does; returns the new id. */
  async record(
    tx: Transaction,
    actor: ActingActor,
    input: RecordCommitmentRequest,
  ): Promise<string> {
    await requireSecretariat(tx, actor, input.forum);
    const { stateId } = await doerOf(tx, input);
    await checkProvisions(tx, input.forum, input);
    await checkParties(tx, input.actor, input);
    const state = gatedState(input.actor, input);
    const { id } = await tx.one<{ id: string }>(
      `insert into commitment (organization_id, state_id, forum_id, secretariat_id, state, due_on,
         classification, created_by, accepted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, case when $5 = 'accepted' then enlace_now() end) returning id`,
      [
        ...[input.actor, stateId, input.forum, actor.organization.id, state, input.dueOn],
        ...[input.classification, actor.personId],
      ],
    );
    await writeParts(tx, id, input);
    await writeFinalDate(tx, id, input.dueOn);
    await tx.rows('select refresh_commitment_audience($1)', [id]);
    await tellTimeline(tx, actor, { commitmentId: id, kind: 'recorded', facts: { state } });
    await this.audit.append(tx, actor, {
      action: 'commitments.record',
      record: 'commitment',
      recordId: id,
      after: { ...input, state },
    });
    return id;
  }
}

async function requireSecretariat(
  tx: Transaction,
  actor: ActingActor,
  forumId: string,
): Promise<void> {
  const forum = await tx.maybe<{ isSecretariat: boolean }>(
    `select exists (select 1 from forum_member m where m.forum_id = f.id and m.organization_id = $2::uuid
       and m.role = 'secretariat' and coalesce(m.valid_to, 'infinity') > enlace_now()::date) as "isSecretariat"
     from forum f where f.id = $1`,
    [forumId, actor.organization.id],
  );
  if (!forum) throw invalid('/forum', 'unknown-record');
  if (!forum.isSecretariat) throw new Problem('not-permitted');
}

/** A State authority of a member or associate State, or an agency, does what a forum agreed. */
async function doerOf(tx: Transaction, input: RecordCommitmentRequest): Promise<Doer> {
  const doer = await tx.maybe<Doer>(
    `select o.kind, o.state_id as "stateId", exists (
       select 1 from forum_member m where m.forum_id = $2 and m.state_id = o.state_id
         and m.role in ('member', 'associate') and coalesce(m.valid_from, '-infinity') <= enlace_now()::date
         and coalesce(m.valid_to, 'infinity') > enlace_now()::date) as "isMember"
     from organization o where o.id = $1`,
    [input.actor, input.forum],
  );
  if (!doer) throw invalid('/actor', 'unknown-record');
  if (doer.kind !== 'agency' && !(doer.kind === 'state' && doer.isMember)) {
    throw invalid('/actor', 'not-accepted');
  }
  return doer;
}
