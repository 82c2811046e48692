import { localOf, shifted } from './zones.js';

export const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A month of the proof: thirty-six of them are three years. */
export const MONTH = (3 * 365.25 * DAY) / 36;
/** Three years, within those whose holidays are known. */
export const START = Date.parse('2027-01-01T05:00:00Z');
const DUE_DATES = 500;
/** Due dates of a commitment. */
const SERIES = 4;

/** An organization that owes reports, and the forum that follows them up. */
export interface Owner {
  readonly id: string;
  readonly state: number;
  readonly zone: string;
  readonly forum: string;
  readonly secretariat: string;
}

/** One due date and all that happens to it. */
export interface Owed {
  readonly id: string;
  readonly commitment: string;
  readonly owner: Owner;
  readonly confidential: boolean;
  readonly dueOn: string;
  readonly createdAt: number;
  /** When a report came or the date was waived. */
  readonly endsAt: number | null;
  readonly ending: 'report' | 'waiver' | null;
  readonly snooze: { readonly at: number; readonly untilOn: string } | null;
}

/** A UUID of the seed. */
export function uuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

type Ending = Pick<Owed, 'endsAt' | 'ending'>;

function endingOf(random: () => number, due: number, createdAt: number): Ending {
  const kind = random();
  const within = (from: number, to: number): number =>
    Math.max(createdAt + HOUR, due + (from + random() * (to - from)) * DAY);
  if (kind < 0.3) return { endsAt: within(-35, 0), ending: 'report' };
  if (kind < 0.75) return { endsAt: within(0, 50), ending: 'report' };
  if (kind < 0.8) return { endsAt: within(-20, 20), ending: 'waiver' };
  return { endsAt: null, ending: null };
}

function snoozeOf(random: () => number, due: number, zone: string): Owed['snooze'] {
  if (random() > 0.08) return null;
  const at = due + (random() * 30 - 12) * DAY;
  return { at, untilOn: shifted(localOf(at, zone).day, 2 + Math.floor(random() * 12)) };
}

function owedOf(
  random: () => number,
  of: Pick<Owed, 'commitment' | 'owner' | 'confidential'>,
  dueOn: string,
): Owed {
  const due = Date.parse(`${dueOn}T12:00:00Z`);
  const createdAt = Math.max(START + HOUR, due - (2 + random() * 150) * DAY);
  const snooze = snoozeOf(random, due, of.owner.zone);
  return {
    ...of,
    ...{ id: uuid(random), dueOn, createdAt, ...endingOf(random, due, createdAt) },
    snooze: snooze && snooze.at > createdAt ? snooze : null,
  };
}

/** What happens in three years, the same for each seed. */
export function writeScript(random: () => number, owners: readonly Owner[]): readonly Owed[] {
  const script: Owed[] = [];
  while (script.length < DUE_DATES) {
    const owner = owners[Math.floor(random() * owners.length)];
    if (!owner) throw new Error('Nobody owns anything.');
    const of = { commitment: uuid(random), owner, confidential: random() < 0.15 };
    const first = START + (35 + random() * 650) * DAY;
    for (let index = 0; index < SERIES; index += 1) {
      const day = new Date(first + index * 91 * DAY).toISOString().slice(0, 10);
      script.push(owedOf(random, of, day));
    }
  }
  return script;
}
