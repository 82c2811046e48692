import { KINDS, type Kind, type Ledger } from './ledger.js';
import { READY_WITHIN, type Course, type Window } from './run.js';

/** Acknowledged writes a second that have to pass between kills. */
const LEAST_A_SECOND = 50;

const inSeconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

const rateOf = (windows: readonly Window[]): number => {
  const sum = (field: keyof Window): number =>
    windows.reduce((total, window) => total + window[field], 0);
  return (1000 * sum('acknowledged')) / Math.max(1, sum('milliseconds'));
};

/** Tells each kind of write; the sum goes beyond the load by what was under way at a kill. */
function tellWrites(ledger: Ledger): void {
  for (const [kind, { acknowledged, again }] of ledger.counts) {
    console.log(`${kindOf(kind)}: ${acknowledged} acknowledged, ${again} sent again`);
  }
  console.log(`${ledger.acknowledged} writes acknowledged`);
}

const kindOf = (kind: Kind): string => `${KINDS[kind].job}, ${kind}`;

/** How many kills it took too long to come back from. */
function tellReturns({ away }: Course): number {
  let late = 0;
  for (const [what, times] of away) {
    const longest = Math.max(0, ...times);
    console.log(
      `${times.length} kills of ${what}: ready again after ${inSeconds(longest)} s at most`,
    );
    late += times.filter((time) => time > READY_WITHIN).length;
  }
  return late;
}

/** Whether enough was acknowledged between the kills, all times under load together. */
function tellRate({ windows }: Course): boolean {
  const rates = windows.map((window) => rateOf([window])).toSorted((one, other) => one - other);
  const rate = rateOf(windows);
  const [lowest = 0, median = 0] = [rates[0], rates[Math.floor(rates.length / 2)]];
  console.log(
    `${rate.toFixed(1)} writes acknowledged a second between kills (${LEAST_A_SECOND} wanted); ` +
      `lowest ${lowest.toFixed(0)}, median ${median.toFixed(0)}`,
  );
  return rate >= LEAST_A_SECOND;
}

/** Prints the figures of a run; how much of it was not as wanted. A slow machine fails the whole proof only. */
export function tellCourse(ledger: Ledger, course: Course, isWhole: boolean): number {
  tellWrites(ledger);
  const late = tellReturns(course);
  const enough = tellRate(course);
  if (late > 0) console.log(`fault, ready again too late: ${late}`);
  if (!enough)
    console.log(isWhole ? 'fault, too few writes' : 'too few writes for the whole proof');
  return late + (isWhole && !enough ? 1 : 0);
}
