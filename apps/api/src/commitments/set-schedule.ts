import { Injectable } from '@nestjs/common';
import type { CommitmentWritten, ScheduleRequest } from '@enlace/contract';
import { rescheduled, scheduledDates } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { recordedCommitment, tellTimeline, touch } from './worked-commitment.js';

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
      checkDays(input, dueOn);
      const existing = await tx.rows<{ dueOn: string; settled: boolean }>(
        `select to_char(d.due_on, 'YYYY-MM-DD') as "dueOn", d.final or d.reported_on is not null or d.waived_at is not null
           or exists (select 1 from progress_report r where r.due_date_id = d.id) as settled
         from due_date d where d.commitment_id = $1`,
        [id],
      );
      const { removed, added } = rescheduled(existing, input, today);
      await tx.rows('delete from due_date where commitment_id = $1 and due_on = any($2::date[])', [
        ...[id, removed],
      ]);
      await tx.rows('insert into due_date (commitment_id, due_on) select $1, unnest($2::date[])', [
        ...[id, added],
      ]);
      const regular = 'firstOn' in input ? input : null;
      await tx.rows(
        `insert into reporting_schedule (commitment_id, first_on, every_months, ends_on, dates)
         values ($1, $2, $3, $4, $5::date[])
         on conflict (commitment_id) do update set first_on = excluded.first_on,
           every_months = excluded.every_months, ends_on = excluded.ends_on, dates = excluded.dates`,
        [
          ...[id, regular?.firstOn ?? null, regular?.everyMonths ?? null, regular?.endsOn ?? null],
          'dates' in input ? scheduledDates(input) : null,
        ],
      );
      const facts = { added, removed };
      await tellTimeline(tx, actor, { commitmentId: id, kind: 'schedule-set', facts });
      const written = await touch(tx, id);
      await this.audit.append(tx, actor, {
        action: 'commitments.set-schedule',
        record: 'commitment',
        recordId: id,
        after: { ...input, ...facts },
      });
      return written;
    });
  }
}

function checkDays(input: ScheduleRequest, dueOn: string | null): void {
  if ('firstOn' in input && input.endsOn < input.firstOn) {
    throw invalid('/endsOn', 'too-small', { limit: input.firstOn });
  }
  const last = scheduledDates(input).at(-1);
  const pointer = 'firstOn' in input ? '/endsOn' : '/dates';
  if (dueOn !== null && last !== undefined && last > dueOn) {
    throw invalid(pointer, 'too-large', { limit: dueOn });
  }
}
