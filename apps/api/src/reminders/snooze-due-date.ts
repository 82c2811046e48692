import { Injectable } from '@nestjs/common';
import type { SnoozeRequest, SnoozeResponse } from '@enlace/contract';
import { addDays, MOST_SNOOZE_DAYS, MOST_SNOOZES } from '@enlace/domain';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';

/** Puts the reminders of an own due date off, with a reason, twice at most. */
@Injectable()
export class SnoozeDueDate {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async execute(
    actor: ActingActor,
    target: { readonly commitment: string; readonly dueDate: string },
    input: SnoozeRequest,
    request: IdempotentRequest,
  ): Promise<SnoozeResponse> {
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () =>
        this.snooze(tx, actor, target, input),
      );
      return tx.one<SnoozeResponse>(
        `select z.due_date_id as "dueDateId", z.until_on::text as "untilOn",
            (select count(*)::int from snooze o where o.due_date_id = z.due_date_id) as times
           from snooze z where z.id = $1`,
        [id],
      );
    });
  }

  private async snooze(
    tx: Transaction,
    actor: ActingActor,
    { commitment, dueDate }: { readonly commitment: string; readonly dueDate: string },
    { untilOn, reason }: SnoozeRequest,
  ): Promise<string> {
    const found = await tx.maybe<{ own: boolean; owed: boolean; today: string }>(
      `select c.organization_id = $3 or c.state_id = $4 as own,
          (enlace_now() at time zone o.time_zone)::date::text as today,
          d.reported_on is null and d.waived_at is null and c.state in ('accepted', 'in-progress') as owed
         from due_date d join commitment c on c.id = d.commitment_id
         join organization o on o.id = c.organization_id
        where d.id = $2 and c.id = $1`,
      [commitment, dueDate, actor.organization.id, ownState(actor)],
    );
    if (!found) throw new Problem('not-found');
    if (!found.own) throw new Problem('not-permitted');
    if (!found.owed) throw new Problem('state-conflict');
    if (untilOn <= found.today) throw invalid('/untilOn', 'in-the-past');
    const last = addDays(found.today, MOST_SNOOZE_DAYS);
    if (untilOn > last) throw invalid('/untilOn', 'too-large', { limit: last });
    return this.insert(tx, actor, dueDate, { untilOn, reason });
  }

  private async insert(
    tx: Transaction,
    actor: ActingActor,
    dueDate: string,
    { untilOn, reason }: SnoozeRequest,
  ): Promise<string> {
    // Two at once must not make it three times.
    await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`snooze ${dueDate}`]);
    const row = await tx.maybe<{ id: string }>(
      `insert into snooze (due_date_id, organization_id, until_on, reason, created_by)
       select $1, $2, $3::date, $4, $5
        where (select count(*) from snooze where due_date_id = $1) < $6 returning id`,
      [dueDate, actor.organization.id, untilOn, reason, actor.personId, MOST_SNOOZES],
    );
    if (!row) throw new Problem('state-conflict');
    await this.audit.append(tx, actor, {
      ...{ action: 'commitments.report', record: 'due-date', recordId: dueDate },
      after: { snoozedUntil: untilOn, reason },
    });
    return row.id;
  }
}

/** The State whose commitments are the actor's own; none for organizations that are no authority of it. */
const ownState = ({ organization }: ActingActor): number | null =>
  organization.kind === 'state' ? organization.stateId : null;
