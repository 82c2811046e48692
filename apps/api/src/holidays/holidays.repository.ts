import { Injectable } from '@nestjs/common';
import type { HolidayAnswer, HolidaysResponse } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';

type Row = Omit<HolidayAnswer, 'etag'> & { readonly revision: number };

const HOLIDAYS = `select h.on_date::text as "on", h.name, h.struck_at is not null as struck, h.revision
  from holiday h where h.state_id = $1`;

/** The State whose calendar the actor keeps; the grants know only authorities, which all have one. */
export function ownState({ organization }: ActingActor): number {
  if (organization.stateId === null) throw new Problem('not-permitted');
  return organization.stateId;
}

/** A holiday as it stands, or null where the day is none. */
export async function holidayOn(
  tx: Transaction,
  stateId: number,
  on: string,
): Promise<HolidayAnswer | null> {
  const row = await tx.maybe<Row>(`${HOLIDAYS} and h.on_date = $2::date`, [stateId, on]);
  return row && answerOf(tx, stateId, row);
}

const answerOf = (tx: Transaction, stateId: number, { revision, ...row }: Row): HolidayAnswer => ({
  ...row,
  etag: tx.etag(`holiday ${stateId} ${row.on}`, revision),
});

/** Days off of the actor's own State. */
@Injectable()
export class HolidaysRepository {
  constructor(private readonly database: Database) {}

  /** Those of one year, in order; also the ones that were struck out. */
  ofYear(actor: ActingActor, year: number): Promise<HolidaysResponse> {
    const stateId = ownState(actor);
    return this.database.read(actor, async (tx) => {
      const rows = await tx.rows<Row>(
        `${HOLIDAYS} and h.on_date between make_date($2, 1, 1) and make_date($2, 12, 31) order by h.on_date`,
        [stateId, year],
      );
      return { year, holidays: rows.map((row) => answerOf(tx, stateId, row)) };
    });
  }
}
