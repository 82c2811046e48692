import type { CommitmentEvent } from '@enlace/domain';
import type { CommitmentSheets } from './commitment-sheets.js';

/** One line of a sample timeline. */
export interface SampleEvent {
  readonly kind: CommitmentEvent;
  readonly at: string;
  readonly organizationId: string;
  readonly partiesOnly?: boolean;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Writes a timeline in the order of time, which the order of the rows' numbers follows. */
export function tellEvents(
  sheets: CommitmentSheets,
  commitmentId: string,
  events: readonly SampleEvent[],
): void {
  const ordered = events.toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
  sheets.add(
    'commitment_event',
    ...ordered.map(({ kind, at, organizationId, partiesOnly = false, facts = {} }) => ({
      ...{ commitment_id: commitmentId, kind, at, organization_id: organizationId },
      ...{ parties_only: partiesOnly, facts },
    })),
  );
}
