import type { DeskFollowUp, DeskPractice, DeskResponse } from '@enlace/contract';

/** A profile that is due, something of the follow-up of commitments, or of the exchange of practices. */
export type DeskTask = DeskResponse['tasks'][number] | DeskFollowUp | DeskPractice;

/** Whether a task belongs to the follow-up of commitments. */
export const isFollowUp = (task: DeskTask): task is DeskFollowUp => 'commitment' in task;

/** Whether a task belongs to the exchange of good practices. */
export const isPractice = (task: DeskTask): task is DeskPractice => 'practice' in task;

/** A task with a date, as the thread shows it. */
export type DatedTask = DeskTask & { readonly dueOn: string };

const isDated = (task: DeskTask): task is DatedTask => task.dueOn !== null;

/** Everything that waits, the earliest date first; what has no date stands with what is due today. */
export const tasksOf = ({
  tasks,
  followUp,
  practices,
}: Pick<DeskResponse, 'tasks' | 'followUp' | 'practices'>): readonly DeskTask[] =>
  [...tasks, ...followUp, ...practices].sort(
    (one, other) => (one.daysLeft ?? 0) - (other.daysLeft ?? 0),
  );

const DAY = 86_400_000;
/** The four weeks: one that has passed and three to come. */
const PAST_DAYS = 7;
const DAYS = 28;
/** Marks nearer than this share of the line have their words below one another. */
const APART = 17;

/** What falls due on one day, as a place on the thread. */
export interface ThreadMark {
  readonly day: string;
  /** Share of the line from its beginning, 0 to 100. */
  readonly at: number;
  /** Row of its words below the line, from 0. */
  readonly lane: number;
  readonly tasks: readonly DatedTask[];
  /** Whether its days lie before the four weeks. */
  readonly earlier: boolean;
}

/** The next month's profiles, which may be entered from a day on. */
export interface Opening {
  readonly day: string;
  readonly month: string;
}

/** The four weeks: where today is, the weeks, and what is on them. */
export interface Thread {
  readonly begins: string;
  readonly today: number;
  readonly weeks: readonly { readonly day: string; readonly at: number }[];
  readonly marks: readonly ThreadMark[];
  readonly opening: { readonly at: number; readonly lane: number } | null;
  readonly lanes: number;
}

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

const monthAfter = (month: string): string => shifted(`${month}-28`, 4).slice(0, 7);

/** When the month after the newest that ended may be entered. */
export const openingAfter = (month: string): Opening => {
  const next = monthAfter(month);
  return { month: next, day: `${monthAfter(next)}-01` };
};

interface Placed {
  readonly at: number;
}

/** Gives each place the first row of words in which the one before it is far enough. */
const lanesOf = (places: readonly Placed[]): readonly number[] => {
  const ends: number[] = [];
  return places.map(({ at }) => {
    const free = ends.findIndex((end) => at - end >= APART);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = at;
    return lane;
  });
};

/** Puts the tasks of the list on the four weeks around today; what lies outside them is at the edge or not on it. */
export const threadOf = (
  tasks: readonly DeskTask[],
  today: string,
  opening: Opening | null,
): Thread => {
  const begins = shifted(today, -PAST_DAYS);
  const ends = shifted(begins, DAYS);
  const placeOf = (day: string): number =>
    ((Date.parse(day) - Date.parse(begins)) / DAY / DAYS) * 100;
  const byDay = Map.groupBy(
    tasks.filter(isDated).filter(({ dueOn }) => dueOn <= ends),
    ({ dueOn }) => (dueOn < begins ? '' : dueOn),
  );
  const days = [...byDay].sort(([one], [other]) => one.localeCompare(other));
  const marks = days.map(([day, own]) => ({
    ...{ day, tasks: own, earlier: day === '', at: day === '' ? 0 : placeOf(day) },
  }));
  const opens = opening !== null && opening.day <= ends ? { at: placeOf(opening.day) } : null;
  const places = [...marks, ...(opens === null ? [] : [opens])].sort((a, b) => a.at - b.at);
  const lanes = new Map(lanesOf(places).map((lane, index) => [places[index], lane]));
  return {
    begins,
    today: placeOf(today),
    weeks: [7, 14].map((days_) => shifted(today, days_)).map((day) => ({ day, at: placeOf(day) })),
    marks: marks.map((mark) => ({ ...mark, lane: lanes.get(mark) ?? 0 })),
    opening: opens === null ? null : { ...opens, lane: lanes.get(opens) ?? 0 },
    lanes: 1 + Math.max(0, ...lanes.values()),
  };
};
