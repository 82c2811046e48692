import { DatabaseError } from 'pg';
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

const REMOVE = 'delete from due_date where commitment_id = $1 and due_on = $2';
/** Something refers to the row. */
const REFERRED_TO = '23503';

const ADD = `insert into due_date (commitment_id, due_on)
  select x.id, day from jsonb_to_recordset($1) as x (id uuid, added date[]), unnest(x.added) day`;

const KEEP = `insert into reporting_schedule (commitment_id, first_on, every_months, ends_on, dates)
  select id, "firstOn", "everyMonths", "endsOn", dates from jsonb_to_recordset($1)
    as x (id uuid, "firstOn" date, "everyMonths" smallint, "endsOn" date, dates date[])
  on conflict (commitment_id) do update set first_on = excluded.first_on,
    every_months = excluded.every_months, ends_on = excluded.ends_on, dates = excluded.dates`;

const arrayOf = (days: readonly string[]): string => `{${days.join(',')}}`;

/** Whether the date could go: one for which a report was begun stays, also where its owner alone sees that. */
async function remove(tx: Transaction, id: string, day: string): Promise<boolean> {
  await tx.rows('savepoint due_date');
  try {
    await tx.rows(REMOVE, [id, day]);
    return true;
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== REFERRED_TO) throw error;
    await tx.rows('rollback to savepoint due_date');
    return false;
  } finally {
    await tx.rows('release savepoint due_date');
  }
}

async function removeAll(tx: Transaction, schedule: NewSchedule): Promise<NewSchedule> {
  const removed: string[] = [];
  for (const day of schedule.removed) {
    if (await remove(tx, schedule.id, day)) removed.push(day);
  }
  return { ...schedule, removed };
}

/** Writes schedules with their due dates and tells the timelines; answers what went and came. */
export async function writeSchedules(
  tx: Transaction,
  actor: ActingActor,
  wanted: readonly NewSchedule[],
): Promise<readonly NewSchedule[]> {
  if (wanted.length === 0) return [];
  const schedules: NewSchedule[] = [];
  for (const schedule of wanted) schedules.push(await removeAll(tx, schedule));
  const json = JSON.stringify(
    schedules.map(({ id, input, added }) => ({
      ...{ id, added: arrayOf(added) },
      ...('dates' in input ? { dates: arrayOf(scheduledDates(input)) } : input),
    })),
  );
  await tx.rows(ADD, [json]);
  await tx.rows(KEEP, [json]);
  await tellTimelines(
    tx,
    actor,
    schedules.map(({ id, removed, added }) => ({
      ...{ commitmentId: id, kind: 'schedule-set' as const, facts: { added, removed } },
    })),
  );
  return schedules;
}
