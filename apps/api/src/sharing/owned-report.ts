import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';

/** What sharing needs to know of a report. */
export interface OwnedReport {
  readonly id: string;
  readonly classification: 'public' | 'community' | 'restricted' | 'confidential';
  readonly stateId: number;
  readonly revision: number;
  readonly retracted: boolean;
}

/**
 * The report, locked, for its own organization: 404 where the actor may not see it, 403 where it is
 * somebody else's or its crossing point is outside the seat.
 */
export async function ownedReport(
  tx: Transaction,
  actor: ActingActor,
  id: string,
): Promise<OwnedReport> {
  const found = await tx.maybe<OwnedReport & { owner: string; crossingPoint: string }>(
    `select id, classification, state_id as "stateId", revision, organization_id as owner, crossing_point_id as "crossingPoint",
       retracted_at is not null as retracted
     from arrival_report where id = $1`,
    [id],
  );
  if (!found) throw new Problem('not-found');
  if (found.owner !== actor.organization.id) throw new Problem('not-permitted');
  if (actor.seatPoints?.includes(found.crossingPoint) === false) throw new Problem('not-permitted');
  await tx.rows('select 1 from arrival_report where id = $1 for update', [id]);
  return found;
}
