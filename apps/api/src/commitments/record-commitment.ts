import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CommitmentWritten, RecordCommitmentRequest } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { commitmentFacts, recordingFaults, refuseFaults } from './check-commitment.js';
import { asItStands } from './worked-commitment.js';
import { writeCommitments } from './write-commitments.js';

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

  private async record(
    tx: Transaction,
    actor: ActingActor,
    input: RecordCommitmentRequest,
  ): Promise<string> {
    await requireSecretariat(tx, actor, input.forum);
    const facts = await commitmentFacts(tx, input.forum, [input]);
    refuseFaults(recordingFaults(input, facts));
    const id = randomUUID();
    const events = await writeCommitments(tx, actor, [{ id, input, reference: null }], facts);
    await this.audit.appendAll(tx, actor, events);
    return id;
  }
}

/** 422 for a forum that does not exist, 403 for somebody else's. */
export async function requireSecretariat(
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
