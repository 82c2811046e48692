import { Injectable } from '@nestjs/common';
import type { CommitmentWritten } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { recordedCommitment, requireOpen, tellTimeline, touch } from './worked-commitment.js';

/** A secretariat lets a due date pass without a report, and says why. */
@Injectable()
export class WaiveDueDate {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 409 where a report came already, or the date was waived before. */
  execute(
    actor: ActingActor,
    id: string,
    dueDateId: string,
    ifMatch: string,
    reason: string,
  ): Promise<CommitmentWritten> {
    return this.database.write(actor, async (tx) => {
      requireOpen(await recordedCommitment(tx, actor, id, ifMatch, { reason }));
      const date = await tx.maybe<{ dueOn: string; settled: boolean }>(
        `select to_char(due_on, 'YYYY-MM-DD') as "dueOn", reported_on is not null or waived_at is not null as settled
         from due_date where id = $1 and commitment_id = $2`,
        [dueDateId, id],
      );
      if (!date) throw new Problem('not-found');
      if (date.settled) throw new Problem('state-conflict');
      await tx.rows(
        'update due_date set waived_at = enlace_now(), waive_reason = $2 where id = $1',
        [dueDateId, reason],
      );
      const facts = { dueOn: date.dueOn, reason };
      await tellTimeline(tx, actor, { commitmentId: id, kind: 'due-date-waived', facts });
      const written = await touch(tx, id);
      await this.audit.append(tx, actor, {
        action: 'commitments.waive',
        record: 'due-date',
        recordId: dueDateId,
        after: { commitment: id, ...facts },
      });
      return written;
    });
  }
}
