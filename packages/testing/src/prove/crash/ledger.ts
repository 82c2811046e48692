/** One of the three main jobs. */
export type Job = 'arrivals' | 'follow-up' | 'practices';

/** A record whose making was acknowledged, and what it must hold since. */
export interface Acknowledged {
  readonly job: Job;
  /** What was made: its table. */
  readonly table: 'arrival_report' | 'commitment' | 'commitment_action' | 'practice';
  readonly id: string;
  /** Words that occur in this record alone. */
  readonly mark: string;
  /** A number that was saved in it later, once that was acknowledged. */
  saved?: number;
  /** Whether its submission was acknowledged. */
  submitted?: boolean;
  /** Whether reminding of it was acknowledged. */
  reminded?: boolean;
}

/** What the clients were told, and what it took. */
export class Ledger {
  readonly records: Acknowledged[] = [];
  /** Acknowledged writes by job. */
  readonly writes: Record<Job, number> = { arrivals: 0, 'follow-up': 0, practices: 0 };
  retries = 0;
  /** Answers that no client should get, whatever is killed. */
  readonly wrong: string[] = [];

  get acknowledged(): number {
    return Object.values(this.writes).reduce((sum, count) => sum + count, 0);
  }

  keep(record: Acknowledged): Acknowledged {
    this.records.push(record);
    return record;
  }
}

/** Letters alone for a number, so that no check takes it for somebody's telephone. */
export const lettersOf = (number: number): string =>
  [...number.toString(26)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
    .join('');
