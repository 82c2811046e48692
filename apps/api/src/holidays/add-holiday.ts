import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AddHolidayRequest, HolidayAnswer } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { holidayOn, ownState } from './holidays.repository.js';

/** So many years ahead a calendar makes sense. */
const YEARS_AHEAD = 10;

/** Adds a day off to the actor's own State; working days and reminders follow it at once. */
@Injectable()
export class AddHoliday {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  execute(
    actor: ActingActor,
    input: AddHolidayRequest,
    request: IdempotentRequest,
  ): Promise<HolidayAnswer> {
    const stateId = ownState(actor);
    return this.database.write(actor, async (tx) => {
      await createOnce(tx, actor, request, () => this.add(tx, actor, stateId, input));
      const holiday = await holidayOn(tx, stateId, input.on);
      if (!holiday) throw new Problem('not-found');
      return holiday;
    });
  }

  private async add(
    tx: Transaction,
    actor: ActingActor,
    stateId: number,
    { on, name }: AddHolidayRequest,
  ): Promise<string> {
    const { today, last } = await tx.one<{ today: string; last: string }>(
      `select t.today::text as today, (t.today + make_interval(years => $2))::date::text as last
         from (select (enlace_now() at time zone $1)::date as today) t`,
      [actor.organization.timeZone, YEARS_AHEAD],
    );
    // What was a working day stays one: terms that ran are not counted anew.
    if (on < today) throw invalid('/on', 'in-the-past');
    if (on > last) throw invalid('/on', 'too-large', { limit: last });
    const added = await tx.rows(
      `insert into holiday (state_id, on_date, name) values ($1, $2::date, $3)
       on conflict do nothing returning on_date`,
      [stateId, on, name],
    );
    if (added.length === 0) throw invalid('/on', 'already-exists');
    await this.audit.append(tx, actor, {
      ...{ action: 'holidays.manage', record: 'holiday', recordId: on },
      after: { name, struck: false },
    });
    // Its day names it; the key of the request wants an id all the same.
    return randomUUID();
  }
}
