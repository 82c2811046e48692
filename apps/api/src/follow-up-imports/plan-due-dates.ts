import { day } from '@enlace/contract';
import { MAX_DUE_DATES, type CommitmentState } from '@enlace/domain';
import { checkRequired, type RowPlace } from './row-values.js';
import type { SheetFaults } from './sheet-faults.js';

/** A commitment of the file or of before, as its due dates need it. */
export interface DatedCommitment {
  readonly id: string;
  /** Null: its own row is faulty, and nothing can be said of its dates. */
  readonly state: CommitmentState | null;
  readonly dueOn: string | null;
  readonly today: string;
  readonly isRegular: boolean;
  readonly scheduled: readonly string[];
  readonly dueDates: readonly string[];
}

/** The dates that the file adds to one commitment. */
export interface PlannedDates {
  readonly commitment: DatedCommitment;
  readonly added: string[];
}

/** Plans due dates: each as a single date of its commitment's schedule. */
export class DatePlan {
  private readonly planned = new Map<string, PlannedDates>();

  constructor(
    private readonly commitments: ReadonlyMap<string, DatedCommitment>,
    private readonly faults: SheetFaults,
  ) {}

  /** Those commitments that get dates. */
  get dates(): readonly PlannedDates[] {
    return [...this.planned.values()].filter(({ added }) => added.length > 0);
  }

  add(place: RowPlace): void {
    if (!checkRequired(place, this.faults)) return;
    const { reference = '', dueOn = '' } = place.row.cells;
    const fault = (
      column: 'reference' | 'dueOn',
      broken: Parameters<SheetFaults['add']>[3],
    ): void => {
      this.faults.add(place.sheet, place.row, column, broken);
    };
    const isDay = day.safeParse(dueOn).success;
    if (!isDay) fault('dueOn', { rule: 'wrong-format', params: { format: 'date' } });
    const commitment = this.commitments.get(reference);
    if (!commitment) {
      fault('reference', { rule: 'unknown-record' });
      return;
    }
    if (commitment.state === null || !isDay) return;
    if (commitment.state !== 'accepted' && commitment.state !== 'in-progress') {
      fault('reference', { rule: 'commitment-not-running' });
    } else if (commitment.isRegular) fault('reference', { rule: 'schedule-is-regular' });
    else
      this.addDay(commitment, dueOn, (broken) => {
        fault('dueOn', broken);
      });
  }

  private addDay(
    commitment: DatedCommitment,
    dueOn: string,
    fault: (broken: Parameters<SheetFaults['add']>[3]) => void,
  ): void {
    const { id, dueDates, scheduled, today } = commitment;
    const planned = this.planned.get(id) ?? { commitment, added: [] };
    this.planned.set(id, planned);
    if (dueDates.includes(dueOn) || planned.added.includes(dueOn))
      fault({ rule: 'already-exists' });
    else if (dueOn < today) fault({ rule: 'in-the-past' });
    else if (commitment.dueOn !== null && dueOn > commitment.dueOn) {
      fault({ rule: 'too-large', params: { limit: commitment.dueOn } });
    } else if (scheduled.length + planned.added.length >= MAX_DUE_DATES) {
      fault({ rule: 'too-long', params: { limit: MAX_DUE_DATES } });
    } else planned.added.push(dueOn);
  }
}
