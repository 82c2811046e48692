import { Injectable } from '@nestjs/common';
import type { RemindResponse } from '@enlace/contract';
import { daysBetween } from '@enlace/domain';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { JobQueue } from '../jobs/index.js';
import { Problem } from '../problems/index.js';
import { rolesByHand } from './preview-reminders.js';

interface DueDateRow {
  readonly id: string;
  readonly dueOn: string;
  readonly today: string;
  readonly own: boolean;
}

/** The earliest date that is owed; null in `id` where there is none. */
const EARLIEST = `select d.id, d.due_on::text as "dueOn",
    (enlace_now() at time zone o.time_zone)::date::text as today, c.secretariat_id = $2 as own
  from commitment c join organization o on o.id = c.organization_id
  left join lateral (
    select d.id, d.due_on from due_date d where d.commitment_id = c.id and d.waived_at is null
      and d.reported_on is null and c.state in ('accepted', 'in-progress')
    order by d.due_on limit 1) d on true
  where c.id = $1`;

/** The secretariat reminds now of what is owed, beside the steps of the clock; once a day. */
@Injectable()
export class Remind {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly audit: Audit,
  ) {}

  execute(
    actor: ActingActor,
    commitment: string,
    request: IdempotentRequest,
  ): Promise<RemindResponse> {
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () => this.remind(tx, actor, commitment));
      return tx.one<RemindResponse>(
        `select d.id as "dueDateId", d.due_on::text as "dueOn", (select count(*)::int from reminder r
            where r.due_date_id = d.id and r.requested_on = (select max(x.requested_on) from reminder x
              where x.due_date_id = d.id)) as recipients
           from due_date d where d.id = $1`,
        [id],
      );
    });
  }

  private async remind(tx: Transaction, actor: ActingActor, commitment: string): Promise<string> {
    const dueDate = await this.once(tx, actor, commitment);
    if (dueDate === null) throw new Problem('state-conflict');
    return dueDate;
  }

  /** Reminds of the commitment's earliest owed date; null where none is owed or it was done today already. */
  async once(tx: Transaction, actor: ActingActor, commitment: string): Promise<string | null> {
    const found = await tx.maybe<Omit<DueDateRow, 'id'> & { id: string | null }>(EARLIEST, [
      commitment,
      actor.organization.id,
    ]);
    if (!found) throw new Problem('not-found');
    if (!found.own) throw new Problem('not-permitted');
    if (found.id === null) return null;
    const days = daysBetween(found.dueOn, found.today);
    const { made } = await tx.one<{ made: number | null }>(
      'select request_reminders($1, $2) as made',
      [found.id, rolesByHand(days)],
    );
    if (made === null) return null;
    await this.queue.enqueue(tx, 'reminders.clock', {}, 'again');
    await this.audit.append(tx, actor, {
      ...{ action: 'commitments.remind', record: 'due-date', recordId: found.id },
      after: { recipients: made },
    });
    return found.id;
  }
}
