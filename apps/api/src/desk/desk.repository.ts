import { Injectable } from '@nestjs/common';
import {
  DUE_SOON_DAYS,
  dateIn,
  dueDate,
  formatPeriod,
  lastEndedMonth,
  parsePeriod,
  permissionsOf,
  previousPeriod,
  tellFigure,
  type CalendarDate,
  type Figure,
  type Period,
} from '@enlace/domain';
import type { DeskFollowUp, DeskPractice, DeskResponse } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { sightParameters } from '../audience/index.js';
import { Database, type Transaction } from '../database/index.js';
import { FOLLOW_UP_WORK } from './follow-up-tasks.sql.js';
import { TOLD } from './notices.sql.js';
import { PRACTICE_WORK } from './practice-tasks.sql.js';
import { NEWLY_SHARED } from './shared.sql.js';
import { NOTHING_BEGUN, OPEN_WORK } from './tasks.sql.js';

type Task = DeskResponse['tasks'][number];
type Shared = DeskResponse['shared'][number];
type Notice = DeskResponse['notices'][number];

type TaskRow = Omit<Task, 'dueOn' | 'status' | 'daysLeft'> & { readonly dueDay: number };
type FollowUpRow = Omit<DeskFollowUp, 'status' | 'daysLeft'> & { readonly all: number };
type PracticeRow = Omit<DeskPractice, 'status' | 'daysLeft'> & { readonly all: number };
type SharedRow = Omit<Shared, 'detail' | 'total'> &
  Figure & { readonly exact: boolean; readonly all: number };

/** Months that somebody is asked to begin: the newest that ended and those before it. */
const DUE_MONTHS = 3;
const MAX_TASKS = 200;
const DAY = 86_400_000;

const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

const statusOf = (daysLeft: number): Task['status'] => {
  if (daysLeft < 0) return 'overdue';
  return daysLeft <= DUE_SOON_DAYS ? 'due-soon' : 'on-track';
};

function taskOf({ dueDay, ...row }: TaskRow, today: CalendarDate): Task {
  const period = parsePeriod(row.period);
  if (!period) throw new Error(`A report has no period: ${row.period}`);
  const dueOn = dueDate(period, dueDay);
  const daysLeft = daysBetween(today, dueOn);
  return { ...row, dueOn, daysLeft, status: statusOf(daysLeft) };
}

/** What was sent waits for an answer, and its date says nothing about the one who answers. */
function followUpOf(row: FollowUpRow, today: CalendarDate): DeskFollowUp {
  const { kind, commitment, dueDate, title, provisions, state, dueOn, sentOn, reason, snoozable } =
    row;
  const daysLeft = daysBetween(today, dueOn);
  const status = sentOn === null ? statusOf(daysLeft) : 'due-soon';
  return {
    ...{ kind, commitment, dueDate, title, provisions, state, dueOn, sentOn, reason, snoozable },
    ...{ daysLeft, status },
  };
}

/** What has no date waits since a day that says nothing about how much it hurries. */
function practiceOf(row: PracticeRow, today: CalendarDate): DeskPractice {
  const { kind, practice, review, title, dueOn, since, reason } = row;
  const daysLeft = dueOn === null ? null : daysBetween(today, dueOn);
  const status = daysLeft === null ? 'due-soon' : statusOf(daysLeft);
  return { kind, practice, review, title, dueOn, since, reason, daysLeft, status };
}

const sharedOf = (row: SharedRow): Shared => ({
  report: row.report,
  state: row.state,
  crossingPoint: row.crossingPoint,
  period: row.period,
  classification: row.classification,
  detail: row.exact ? 'exact' : 'protected',
  sharedAt: row.sharedAt,
  total: tellFigure({ low: row.low, middle: row.middle, high: row.high }),
});

/** The month and those before it that may still be begun. */
function dueMonths(newest: Period): Period[] {
  const months = [newest];
  while (months.length < DUE_MONTHS) months.push(previousPeriod(months.at(-1) ?? newest));
  return months;
}

/** What somebody has to do, and what is new to their organization. */
@Injectable()
export class DeskRepository {
  constructor(private readonly database: Database) {}

  /** The desk of the acting organization, on today's date in its time zone. */
  read(actor: ActingActor): Promise<DeskResponse> {
    return this.database.read(actor, async (tx) => {
      const now = await tx.now();
      const { timeZone } = actor.organization;
      const today = dateIn(timeZone, now);
      const month = lastEndedMonth(timeZone, now);
      const tasks = (await tasksOf(tx, actor, month))
        .map((row) => taskOf(row, today))
        .sort((one, other) => one.daysLeft - other.daysLeft);
      const followUp = await followUpTasks(tx, actor);
      const practices = await practiceTasks(tx, actor);
      const notices = await tx.rows<Notice>(TOLD, sightParameters(actor));
      const shared = await tx.rows<SharedRow>(NEWLY_SHARED, sightParameters(actor));
      return {
        month: formatPeriod(month),
        today,
        tasks: tasks.slice(0, MAX_TASKS),
        moreTasks: Math.max(0, tasks.length - MAX_TASKS),
        followUp: followUp.map((row) => followUpOf(row, today)),
        moreFollowUp: (followUp[0]?.all ?? 0) - followUp.length,
        practices: practices.map((row) => practiceOf(row, today)),
        morePractices: (practices[0]?.all ?? 0) - practices.length,
        notices,
        shared: shared.map(sharedOf),
        moreShared: (shared[0]?.all ?? 0) - shared.length,
      };
    });
  }
}

async function followUpTasks(tx: Transaction, actor: ActingActor): Promise<FollowUpRow[]> {
  const permissions = permissionsOf(actor.organization.kind, actor.functions);
  const may = [
    permissions.includes('commitments.report'),
    permissions.includes('commitments.accept-report'),
    permissions.includes('commitments.reply-rating'),
  ];
  if (!may.includes(true)) return [];
  const parameters = [...sightParameters(actor), actor.language, ...may, MAX_TASKS];
  return tx.rows<FollowUpRow>(FOLLOW_UP_WORK, parameters);
}

async function practiceTasks(tx: Transaction, actor: ActingActor): Promise<PracticeRow[]> {
  const permissions = permissionsOf(actor.organization.kind, actor.functions);
  const may = [
    permissions.includes('practices.post'),
    permissions.includes('practices.adopt'),
    permissions.includes('practices.review'),
  ];
  if (!may.includes(true)) return [];
  const parameters = [...sightParameters(actor), actor.language, actor.personId, ...may, MAX_TASKS];
  return tx.rows<PracticeRow>(PRACTICE_WORK, parameters);
}

async function tasksOf(tx: Transaction, actor: ActingActor, month: Period): Promise<TaskRow[]> {
  const permissions = permissionsOf(actor.organization.kind, actor.functions);
  const enters = permissions.includes('arrivals.enter');
  const clears = permissions.includes('arrivals.clear');
  if (!enters && !clears) return [];
  const sight = sightParameters(actor);
  const open = await tx.rows<TaskRow>(OPEN_WORK, [
    ...[...sight, actor.personId, enters, clears, actor.seatPoints],
  ]);
  if (!enters) return open;
  const months = dueMonths(month).map(({ from }) => from);
  const missing = await tx.rows<TaskRow>(NOTHING_BEGUN, [...sight, months, actor.seatPoints]);
  return [...open, ...missing];
}
