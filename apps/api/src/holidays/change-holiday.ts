import { Injectable } from '@nestjs/common';
import type { ChangeHolidayRequest, HolidayAnswer } from '@enlace/contract';
import { requireVersion, type ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { holidayOn, ownState } from './holidays.repository.js';

/** Names a day off anew, strikes it out, or takes it up again; days that have passed stay as they were. */
@Injectable()
export class ChangeHoliday {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  execute(
    actor: ActingActor,
    on: string,
    version: string,
    input: ChangeHolidayRequest,
  ): Promise<HolidayAnswer> {
    const stateId = ownState(actor);
    return this.database.write(actor, async (tx) => {
      await tx.rows('select 1 from holiday where state_id = $1 and on_date = $2::date for update', [
        stateId,
        on,
      ]);
      const before = await standing(tx, stateId, on);
      requireVersion(version, before.etag, { current: before, yours: input });
      const { passed } = await tx.one<{ passed: boolean }>(
        'select $2::date < (enlace_now() at time zone $1)::date as passed',
        [actor.organization.timeZone, on],
      );
      if (passed) throw invalid('/path/on', 'in-the-past');
      await tx.rows(
        `update holiday set name = $3, revision = revision + 1,
            struck_at = case when $4::boolean then coalesce(struck_at, enlace_now()) end
          where state_id = $1 and on_date = $2::date`,
        [stateId, on, input.name, input.struck],
      );
      await this.audit.append(tx, actor, {
        ...{ action: 'holidays.manage', record: 'holiday', recordId: on },
        before: { name: before.name, struck: before.struck },
        after: { name: input.name, struck: input.struck },
      });
      return standing(tx, stateId, on);
    });
  }
}

async function standing(tx: Transaction, stateId: number, on: string): Promise<HolidayAnswer> {
  const holiday = await holidayOn(tx, stateId, on);
  if (!holiday) throw new Problem('not-found');
  return holiday;
}
