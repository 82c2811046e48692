import { Injectable } from '@nestjs/common';
import type { CommitmentWritten, ScheduleRequest } from '@enlace/contract';
import { rescheduled, scheduledDates } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Problem, type ProblemFault } from '../problems/index.js';
import { refuseFaults } from './check-commitment.js';
import { recordedCommitment, touch } from './worked-commitment.js';
import { writeSchedules } from './write-schedules.js';

/** Sets on which days a commitment is reported on; only future dates without a report move. */
@Injectable()
export class SetSchedule {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 422 for a schedule without a day, one that ends before it begins, and days after the commitment's own. */
  execute(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    input: ScheduleRequest,
  ): Promise<CommitmentWritten> {
    return this.database.write(actor, async (tx) => {
      const { state, dueOn, today } = await recordedCommitment(tx, actor, id, ifMatch, input);
      if (state !== 'accepted' && state !== 'in-progress') throw new Problem('state-conflict');
      refuseFaults(scheduleFaults(input, dueOn));
      const existing = await tx.rows<{ dueOn: string; settled: boolean }>(
        `select to_char(d.due_on, 'YYYY-MM-DD') as "dueOn", d.final or d.reported_on is not null or d.waived_at is not null
           or exists (select 1 from progress_report r where r.due_date_id = d.id) as settled
         from due_date d where d.commitment_id = $1`,
        [id],
      );
      const facts = rescheduled(existing, input, today);
      const [done] = await writeSchedules(tx, actor, [{ id, input, ...facts }]);
      const written = await touch(tx, id);
      await this.audit.append(tx, actor, {
        action: 'commitments.set-schedule',
        record: 'commitment',
        recordId: id,
        after: { ...input, added: facts.added, removed: done?.removed ?? [] },
      });
      return written;
    });
  }
}

/** What keeps days from being those of a commitment that is due on `dueOn`. */
export function scheduleFaults(input: ScheduleRequest, dueOn: string | null): ProblemFault[] {
  if ('firstOn' in input && input.endsOn < input.firstOn) {
    return [{ pointer: '/endsOn', rule: 'too-small', params: { limit: input.firstOn } }];
  }
  const last = scheduledDates(input).at(-1);
  const pointer = 'firstOn' in input ? '/endsOn' : '/dates';
  return dueOn !== null && last !== undefined && last > dueOn
    ? [{ pointer, rule: 'too-large', params: { limit: dueOn } }]
    : [];
}
