import { START, type Owed } from './script.js';
import type { Reader, World } from './world.js';
import { localOf, shifted, works } from './zones.js';

const STEPS = [-30, -7, -1, 1, 14, 30];

/** A step that somebody has to hear of. */
export interface Expected {
  readonly owed: Owed;
  readonly step: number;
  readonly reader: Reader;
  /** Day of the owner's zone before which nothing may go out. */
  readonly day: string;
}

/** Whether the reader is to hear of the step at all, by what they are and may see. */
function concerns(world: World, owed: Owed, step: number, reader: Reader): boolean {
  const { owner, confidential } = owed;
  const president = world.presidency.get(owner.forum);
  return reader.memberships.some(({ organization, kind, state, functions }) => {
    const coordinates = kind === 'state' && functions.includes('national-coordinator');
    if (organization === owner.id && functions.includes('commitment-owner')) return true;
    if (step >= 14 && coordinates && state === owner.state) return true;
    if (step < 30) return false;
    if (organization === owner.secretariat && functions.includes('secretariat-officer'))
      return true;
    return coordinates && state === president && (!confidential || state === owner.state);
  });
}

/** What has to be said, to whom and from which day on; late submissions are looked at elsewhere. */
export function expectations(world: World, script: readonly Owed[]): Expected[] {
  return script.flatMap((owed) => {
    const daysOff = world.daysOff.get(owed.owner.state) ?? new Set<string>();
    const since = localOf(owed.createdAt, owed.owner.zone).day;
    return STEPS.flatMap((step) => {
      let day = shifted(owed.dueOn, step);
      while (!works(day, daysOff)) day = shifted(day, 1);
      if (day < since) return [];
      return world.readers
        .filter((reader) => concerns(world, owed, step, reader))
        .map((reader) => ({ owed, step, reader, day }));
    });
  });
}

/** Why a line may not be in a mail that arrives at this instant; null: it may. */
export function whyNot(world: World, owed: Owed, at: number): string | null {
  const { day } = localOf(at, owed.owner.zone);
  if (owed.endsAt !== null && at >= owed.endsAt) return `after the ${owed.ending ?? 'end'}`;
  if (!works(day, world.daysOff.get(owed.owner.state) ?? new Set())) return 'on a day off';
  if (owed.snooze && at >= owed.snooze.at && day < owed.snooze.untilOn) return 'while put off';
  return null;
}

/** Whether the clock struck on so many days on which the reminder could have gone out that it had to. */
export function hadToGo(
  world: World,
  { owed, day, reader }: Expected,
  strikes: readonly number[],
): boolean {
  const days = new Set<string>();
  // The first strike that may matter: half a day before the day, in whatever zone.
  const from = Math.max(START, Date.parse(day) - 86_400_000);
  for (let index = firstAfter(strikes, from); index < strikes.length && days.size < 3; index += 1) {
    const at = strikes[index] ?? 0;
    if (owed.endsAt !== null && at >= owed.endsAt + 86_400_000) break;
    if (localOf(at, owed.owner.zone).day < day || at < owed.createdAt) continue;
    const local = localOf(at, reader.zone);
    if (local.hour >= 7 && whyNot(world, owed, at) === null) days.add(local.day);
  }
  // One day for a digest that had gone already, one for a hand-over that waits for its next attempt.
  return days.size >= 3;
}

function firstAfter(strikes: readonly number[], at: number): number {
  let low = 0;
  let high = strikes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((strikes[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
