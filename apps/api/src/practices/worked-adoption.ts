import type { AdoptionAnswer } from '@enlace/contract';
import { ADOPTION_MACHINE, stateAfter, type AdoptionAct, type AdoptionState } from '@enlace/domain';
import { requireVersion, type ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { adoptionById } from './adoptions.repository.js';

/** An adoption that its adopter works on, and the state it comes to. */
export interface WorkedAdoption {
  readonly practiceId: string;
  readonly organizationId: string;
  /** As it stands. */
  readonly current: AdoptionAnswer;
  readonly next: AdoptionState;
  /** In the time zone of the adopter. */
  readonly today: string;
}

/** What a write asks of an adoption. */
export interface AdoptionWrite {
  readonly id: string;
  readonly act: AdoptionAct;
  readonly ifMatch: string;
  readonly yours?: unknown;
}

const FOUND = `select a.practice_id as "practiceId", a.organization_id as "organizationId",
    to_char((enlace_now() at time zone o.time_zone)::date, 'YYYY-MM-DD') as today
  from adoption a join organization o on o.id = a.organization_id where a.id = $1`;

/** The adoption, locked. 404 where it is not visible, 403 for anybody but the adopter, 412 with both versions, 409 by its state. */
export async function workedAdoption(
  tx: Transaction,
  actor: ActingActor,
  { id, act, ifMatch, yours }: AdoptionWrite,
): Promise<WorkedAdoption> {
  const seen = await tx.maybe<Omit<WorkedAdoption, 'current' | 'next'>>(FOUND, [id]);
  if (!seen) throw new Problem('not-found');
  if (seen.organizationId !== actor.organization.id) throw new Problem('not-permitted');
  await tx.rows('select 1 from adoption where id = $1 for update', [id]);
  const current = await adoptionById(tx, actor, id);
  requireVersion(ifMatch, current.etag, { current, ...(yours === undefined ? {} : { yours }) });
  const next = stateAfter(ADOPTION_MACHINE, current.state, act);
  if (next === null) throw new Problem('state-conflict');
  return { ...seen, current, next };
}

/** Refuses a start that is still to come: an adoption is what somebody does, not what they intend. */
export function requireStarted(startedOn: string, today: string): void {
  if (startedOn > today) throw invalid('/startedOn', 'too-large', { limit: today });
}
