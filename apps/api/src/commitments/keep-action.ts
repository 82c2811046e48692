import { Injectable } from '@nestjs/common';
import type { ActionRequest, CommitmentWritten } from '@enlace/contract';
import { ACTION_MACHINE, actsFrom, stateAfter, type ActionState } from '@enlace/domain';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import {
  asItStands,
  recordedCommitment,
  requireOpen,
  tellTimeline,
  touch,
} from './worked-commitment.js';

/** The steps of a commitment: each with an owner, a time and a weight in the whole. */
@Injectable()
export class KeepAction {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Adds an action; a repeated request adds none. */
  add(
    actor: ActingActor,
    request: IdempotentRequest,
    id: string,
    ifMatch: string,
    input: ActionRequest,
  ): Promise<CommitmentWritten> {
    return this.database.write(actor, async (tx) => {
      await createOnce(tx, actor, request, async () => {
        requireOpen(await recordedCommitment(tx, actor, id, ifMatch, input));
        await check(tx, input);
        await tx.rows(
          `insert into commitment_action (commitment_id, title, organization_id, from_on, to_on, weight, state, drop_reason)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [id, ...columns(input)],
        );
        const facts = { title: input.title };
        await tellTimeline(tx, actor, { commitmentId: id, kind: 'action-added', facts });
        await touch(tx, id);
        await this.trace(tx, actor, id, input);
        return id;
      });
      return asItStands(tx, id);
    });
  }

  /** Changes an action; its state moves along the machine only (409). */
  change(
    actor: ActingActor,
    id: string,
    actionId: string,
    ifMatch: string,
    input: ActionRequest,
  ): Promise<CommitmentWritten> {
    return this.database.write(actor, async (tx) => {
      requireOpen(await recordedCommitment(tx, actor, id, ifMatch, input));
      const before = await tx.maybe<{ state: ActionState; title: string; weight: number }>(
        'select state, title, weight from commitment_action where id = $1 and commitment_id = $2',
        [actionId, id],
      );
      if (!before) throw new Problem('not-found');
      const moves = actsFrom(ACTION_MACHINE, before.state).map((act) =>
        stateAfter(ACTION_MACHINE, before.state, act),
      );
      if (before.state !== input.state && !moves.includes(input.state)) {
        throw new Problem('state-conflict');
      }
      await check(tx, input);
      await tx.rows(
        `update commitment_action set title = $2, organization_id = $3, from_on = $4, to_on = $5, weight = $6,
           state = $7, drop_reason = $8 where id = $1`,
        [actionId, ...columns(input)],
      );
      const facts = { title: input.title, state: [before.state, input.state] };
      await tellTimeline(tx, actor, { commitmentId: id, kind: 'action-changed', facts });
      const written = await touch(tx, id);
      await this.trace(tx, actor, id, input, before);
      return written;
    });
  }

  private trace(
    tx: Transaction,
    actor: ActingActor,
    recordId: string,
    after: ActionRequest,
    before?: unknown,
  ): Promise<void> {
    const action = before === undefined ? 'commitments.add-action' : 'commitments.change-action';
    return this.audit.append(tx, actor, { action, record: 'commitment', recordId, before, after });
  }
}

const columns = ({ title, owner, from, until, weight, state, dropReason }: ActionRequest) =>
  [title, owner, from, until, weight, state, dropReason] as const;

async function check(tx: Transaction, input: ActionRequest): Promise<void> {
  if (input.from !== null && input.until !== null && input.until < input.from) {
    throw invalid('/until', 'too-small', { limit: input.from });
  }
  if ((input.state === 'dropped') !== (input.dropReason !== null)) {
    throw invalid('/dropReason', input.dropReason === null ? 'required' : 'not-accepted');
  }
  const owner = await tx.maybe<{ id: string }>(
    `select id from organization where id = $1 and kind <> 'portal'`,
    [input.owner],
  );
  if (!owner) throw invalid('/owner', 'unknown-record');
}
