import type { ScheduleRequest } from '@enlace/contract';
import { scheduledDates } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { tellTimelines } from './worked-commitment.js';

/** A schedule as it shall be, and the dates that go and come with it. */
export interface NewSchedule {
  readonly id: string;
  readonly input: ScheduleRequest;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

const REMOVE = `delete from due_date d using jsonb_to_recordset($1) as x (id uuid, removed date[])
  where d.commitment_id = x.id and d.due_on = any(x.removed)`;

const ADD = `insert into due_date (commitment_id, due_on)
  select x.id, day from jsonb_to_recordset($1) as x (id uuid, added date[]), unnest(x.added) day`;

const KEEP = `insert into reporting_schedule (commitment_id, first_on, every_months, ends_on, dates)
  select id, "firstOn", "everyMonths", "endsOn", dates from jsonb_to_recordset($1)
    as x (id uuid, "firstOn" date, "everyMonths" smallint, "endsOn" date, dates date[])
  on conflict (commitment_id) do update set first_on = excluded.first_on,
    every_months = excluded.every_months, ends_on = excluded.ends_on, dates = excluded.dates`;

const arrayOf = (days: readonly string[]): string => `{${days.join(',')}}`;

/** Writes schedules with their due dates and tells the timelines. */
export async function writeSchedules(
  tx: Transaction,
  actor: ActingActor,
  schedules: readonly NewSchedule[],
): Promise<void> {
  if (schedules.length === 0) return;
  const json = JSON.stringify(
    schedules.map(({ id, input, removed, added }) => ({
      ...{ id, removed: arrayOf(removed), added: arrayOf(added) },
      ...('dates' in input ? { dates: arrayOf(scheduledDates(input)) } : input),
    })),
  );
  await tx.rows(REMOVE, [json]);
  await tx.rows(ADD, [json]);
  await tx.rows(KEEP, [json]);
  await tellTimelines(
    tx,
    actor,
    schedules.map(({ id, removed, added }) => ({
      ...{ commitmentId: id, kind: 'schedule-set' as const, facts: { added, removed } },
    })),
  );
}
