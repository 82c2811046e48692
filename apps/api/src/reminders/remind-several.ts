import { Injectable } from '@nestjs/common';
import type { RemindSeveralRequest, RemindSeveralResponse } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { remindedToday } from './overdue.sql.js';
import { Remind } from './remind.js';

const REMINDED = `select d.commitment_id as commitment, d.id as "dueDateId", d.due_on::text as "dueOn",
    count(*)::int as recipients
  from reminder r join due_date d on d.id = r.due_date_id
  where d.commitment_id = any($1::uuid[]) and r.requested_on = (enlace_now() at time zone $2)::date
  group by d.id order by d.due_on, d.id`;

const LEFT_OUT = `select c.id from commitment c where c.id = any($1::uuid[]) and ${remindedToday('$2')}`;

/** The secretariat reminds of several commitments at once; those reminded of today are left out. */
@Injectable()
export class RemindSeveral {
  constructor(
    private readonly database: Database,
    private readonly remind: Remind,
  ) {}

  execute(
    actor: ActingActor,
    { commitments }: RemindSeveralRequest,
    request: IdempotentRequest,
  ): Promise<RemindSeveralResponse> {
    const [first] = commitments;
    if (first === undefined) throw invalid('/commitments', 'required');
    return this.database.write(actor, async (tx) => {
      await createOnce(tx, actor, request, async () => {
        await this.remindOf(tx, actor, commitments);
        return first;
      });
      const { timeZone } = actor.organization;
      return { reminded: await tx.rows(REMINDED, [commitments, timeZone]) };
    });
  }

  /** Each in the order of the ids, so that two at once never wait for each other. */
  private async remindOf(
    tx: Transaction,
    actor: ActingActor,
    commitments: readonly string[],
  ): Promise<void> {
    const { timeZone } = actor.organization;
    const rows = await tx.rows<{ id: string }>(LEFT_OUT, [commitments, timeZone]);
    const leftOut = new Set(rows.map(({ id }) => id));
    let made = 0;
    for (const commitment of [...new Set(commitments)].sort()) {
      if (leftOut.has(commitment)) continue;
      if ((await this.remind.once(tx, actor, commitment)) !== null) made += 1;
    }
    if (made === 0) throw new Problem('state-conflict');
  }
}
