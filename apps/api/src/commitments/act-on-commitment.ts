import { Injectable } from '@nestjs/common';
import type { CommitmentActRequest, CommitmentWritten } from '@enlace/contract';
import {
  COMMITMENT_MACHINE,
  missingParts,
  stateAfter,
  type CommitmentAct,
  type CommitmentEvent,
} from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import {
  recordedCommitment,
  tellTimeline,
  touch,
  type WorkedCommitment,
} from './worked-commitment.js';

const TOLD: Readonly<Record<CommitmentAct, CommitmentEvent>> = {
  accept: 'accepted',
  start: 'started',
  complete: 'done',
  drop: 'dropped',
  supersede: 'superseded',
};

/** Moves a commitment along its state machine. */
@Injectable()
export class ActOnCommitment {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 409 where the state does not allow the act; 422 where something is missing to it. */
  execute(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    input: CommitmentActRequest,
  ): Promise<CommitmentWritten> {
    return this.database.write(actor, async (tx) => {
      const commitment = await recordedCommitment(tx, actor, id, ifMatch, input);
      const state = stateAfter(COMMITMENT_MACHINE, commitment.state, input.act);
      if (state === null) throw new Problem('state-conflict');
      await prepare(tx, actor, commitment, input);
      const { act, ...facts } = input;
      await tellTimeline(tx, actor, { commitmentId: id, kind: TOLD[act], facts });
      const written = await touch(tx, id, state);
      await this.audit.append(tx, actor, {
        action: `commitments.${act}`,
        record: 'commitment',
        recordId: id,
        before: { state: commitment.state },
        after: { state, ...facts },
      });
      return written;
    });
  }
}

async function prepare(
  tx: Transaction,
  actor: ActingActor,
  commitment: WorkedCommitment,
  input: CommitmentActRequest,
): Promise<void> {
  const { id } = commitment;
  switch (input.act) {
    case 'accept':
      return accept(tx, commitment);
    case 'start':
      return;
    case 'complete':
      return complete(tx, commitment, input.deliveredOn);
    case 'drop':
      await tx.rows('update commitment set drop_reason = $2 where id = $1', [id, input.reason]);
      return;
    case 'supersede':
      return supersede(tx, actor, commitment, input.by);
  }
}

async function accept(tx: Transaction, { id, actorId, dueOn }: WorkedCommitment): Promise<void> {
  const text = await tx.one<{ deliverable: string | null; verification: string | null }>(
    `select deliverable, verification from commitment_text where commitment_id = $1 and status = 'original'`,
    [id],
  );
  const [missing] = missingParts({ actor: actorId, dueOn, ...text });
  if (missing) throw invalid('/act', 'part-missing', { part: missing });
  await tx.rows('update commitment set accepted_at = enlace_now() where id = $1', [id]);
}

/** Done needs evidence that the secretariat accepted, with an accepted report. */
async function complete(
  tx: Transaction,
  { id, today }: WorkedCommitment,
  deliveredOn: string,
): Promise<void> {
  if (deliveredOn > today) throw invalid('/deliveredOn', 'too-large', { limit: today });
  const { shown } = await tx.one<{ shown: boolean }>(
    `select exists (select 1 from evidence e join progress_report r on r.id = e.report_id
       where r.commitment_id = $1 and r.state in ('accepted', 'published')) as shown`,
    [id],
  );
  if (!shown) throw invalid('/act', 'evidence-missing');
  await tx.rows('update commitment set delivered_on = $2 where id = $1', [id, deliveredOn]);
}

/** The one that takes its place must be a later promise of the same actor, and stand itself. */
async function supersede(
  tx: Transaction,
  actor: ActingActor,
  { id, actorId }: WorkedCommitment,
  by: string,
): Promise<void> {
  const next = await tx.maybe<{ actorId: string; secretariatId: string; state: string }>(
    `select organization_id as "actorId", secretariat_id as "secretariatId", state from commitment where id = $1`,
    [by],
  );
  if (!next || by === id) throw invalid('/by', 'unknown-record');
  const stands = next.state !== 'superseded' && next.state !== 'dropped';
  if (next.actorId !== actorId || next.secretariatId !== actor.organization.id || !stands) {
    throw invalid('/by', 'not-accepted');
  }
  await tx.rows('update commitment set superseded_by = $2 where id = $1', [id, by]);
}
