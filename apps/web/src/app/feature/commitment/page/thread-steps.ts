import type { CommitmentResponse } from '@enlace/contract';
import type { DueDateStatus } from '@enlace/domain';

type DueDate = CommitmentResponse['dueDates'][number];

/** Dates shown before and after today; the table below the thread has them all. */
const BEFORE = 3;
const AFTER = 3;

/** Mark of a due date in the vocabulary of marks. */
export const MARK_OF = {
  upcoming: 'on-track',
  'due-soon': 'due-soon',
  overdue: 'overdue',
  reported: 'done',
  late: 'late',
  waived: 'done',
} as const satisfies Record<DueDateStatus, string>;

/** One place on the thread. */
export type ThreadStep =
  | { readonly kind: 'adopted'; readonly day: string; readonly symbol: string }
  | { readonly kind: 'more'; readonly count: number; readonly passed: boolean }
  | { readonly kind: 'date'; readonly date: DueDate; readonly passed: boolean }
  | { readonly kind: 'today'; readonly day: string };

/** The adopted text, the dates around today, and today between them. */
export const threadSteps = ({
  provisions,
  dueDates,
  today,
}: Pick<CommitmentResponse, 'provisions' | 'dueDates' | 'today'>): readonly ThreadStep[] => {
  const [first] = provisions;
  const passed = dueDates.filter(({ dueOn }) => dueOn < today);
  const coming = dueDates.filter(({ dueOn }) => dueOn >= today);
  const last = coming.at(-1);
  // The last date is what was promised: it stays in view however many come before it.
  const next = coming.length > AFTER ? coming.slice(0, AFTER - 1) : coming;
  const hidden = coming.length > AFTER ? coming.length - AFTER : 0;
  const more = (count: number, before: boolean): readonly ThreadStep[] =>
    count > 0 ? [{ kind: 'more', count, passed: before }] : [];
  const step = (date: DueDate): ThreadStep => ({
    kind: 'date',
    date,
    passed: date.dueOn < today,
  });
  return [
    ...(first?.adoptedOn != null
      ? [{ kind: 'adopted', day: first.adoptedOn, symbol: first.symbol } as const]
      : []),
    ...more(passed.length - BEFORE, true),
    ...passed.slice(-BEFORE).map(step),
    { kind: 'today', day: today },
    ...next.map(step),
    ...more(hidden, false),
    ...(coming.length > AFTER && last !== undefined ? [step(last)] : []),
  ];
};
