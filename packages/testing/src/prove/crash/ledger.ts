/** One of the three main jobs. */
export type Job = 'arrivals' | 'follow-up' | 'practices';

/** Every kind of write with its job and what its one entry in the trace says. */
export const KINDS = {
  'report begun': { job: 'arrivals', action: 'arrivals.enter', record: 'arrival-report' },
  'figures saved': { job: 'arrivals', action: 'arrivals.enter', record: 'arrival-report' },
  'commitment recorded': { job: 'follow-up', action: 'commitments.record', record: 'commitment' },
  'action added': { job: 'follow-up', action: 'commitments.add-action', record: 'commitment' },
  'reminder asked for': { job: 'follow-up', action: 'commitments.remind', record: 'due-date' },
  'practice begun': { job: 'practices', action: 'practices.begin', record: 'practice' },
  'practice saved': { job: 'practices', action: 'practices.save-draft', record: 'practice' },
  'practice handed in': { job: 'practices', action: 'practices.submit', record: 'practice' },
} as const satisfies Readonly<
  Record<string, { readonly job: Job; readonly action: string; readonly record: string }>
>;

/** A kind of write. */
export type Kind = keyof typeof KINDS;

/** A record whose making was acknowledged, and what it must hold since. */
export interface Acknowledged {
  /** What was made: its table. */
  readonly table: 'arrival_report' | 'commitment' | 'commitment_action' | 'practice';
  readonly id: string;
  /** Words that occur in this record alone. */
  readonly mark: string;
  /** A number that was saved in it later, once that was acknowledged. */
  saved?: number;
  /** Whether its submission was acknowledged. */
  submitted?: boolean;
  /** How many people its reminder was acknowledged to reach. */
  reminded?: number;
}

/** A record in the words of a fault. */
export const told = ({ table, id, mark }: Acknowledged): string => `${table} ${id} (${mark})`;

interface Count {
  acknowledged: number;
  again: number;
}

/** What the clients were told, and what it took. */
export class Ledger {
  readonly records: Acknowledged[] = [];
  /** Every write that was applied, whether its own answer said so or a later one. */
  readonly written: { readonly kind: Kind; readonly id: string }[] = [];
  /** By kind: writes acknowledged, and how often one was sent again. */
  readonly counts = new Map<Kind, Count>(
    (Object.keys(KINDS) as Kind[]).map((kind) => [kind, { acknowledged: 0, again: 0 }]),
  );
  /** Answers that no client should get, whatever is killed. */
  readonly wrong: string[] = [];

  get acknowledged(): number {
    return [...this.counts.values()].reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  }

  count(kind: Kind, what: keyof Count): void {
    const count = this.counts.get(kind);
    if (count) count[what] += 1;
  }

  wrote(kind: Kind, id: string): void {
    this.written.push({ kind, id });
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
