/** What makes a promise a commitment; the actor is always known, since a record has an owner. */
export const GATE_PARTS = ['actor', 'deliverable', 'due-date', 'verification'] as const;
export type GatePart = (typeof GATE_PARTS)[number];

/** What was said of a promise so far. */
export interface Promised {
  readonly actor: string | null;
  readonly deliverable: string | null;
  readonly dueOn: string | null;
  readonly verification: string | null;
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

/** What is missing to a commitment: with any part missing it stays an aspiration, counted apart. */
export const missingParts = (promised: Promised): readonly GatePart[] =>
  (
    [
      ['actor', promised.actor],
      ['deliverable', promised.deliverable],
      ['due-date', promised.dueOn],
      ['verification', promised.verification],
    ] as const
  )
    .filter(([, said]) => isBlank(said))
    .map(([part]) => part);
