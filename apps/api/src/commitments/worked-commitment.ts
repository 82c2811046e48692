import type { CommitmentWritten } from '@enlace/contract';
import type { CommitmentEvent, CommitmentState } from '@enlace/domain';
import { requireVersion, type ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';

/** A commitment that a write works on. */
export interface WorkedCommitment {
  readonly id: string;
  readonly actorId: string;
  readonly secretariatId: string;
  readonly forumId: string;
  readonly state: CommitmentState;
  readonly dueOn: string | null;
  readonly today: string;
  readonly revision: number;
}

const FOUND = `select c.id, c.organization_id as "actorId", c.secretariat_id as "secretariatId",
    c.forum_id as "forumId", c.state, to_char(c.due_on, 'YYYY-MM-DD') as "dueOn", c.revision,
    to_char((enlace_now() at time zone o.time_zone)::date, 'YYYY-MM-DD') as today
  from commitment c join organization o on o.id = c.organization_id where c.id = $1`;

/**
 * The commitment, locked, for the secretariat that recorded it. 404 where the actor may not see it,
 * 403 where another recorded it, 412 where it changed since `ifMatch`.
 */
export async function recordedCommitment(
  tx: Transaction,
  actor: ActingActor,
  id: string,
  ifMatch: string,
  yours?: unknown,
): Promise<WorkedCommitment> {
  const seen = await tx.maybe<WorkedCommitment>(FOUND, [id]);
  if (!seen) throw new Problem('not-found');
  if (seen.secretariatId !== actor.organization.id) throw new Problem('not-permitted');
  await tx.rows('select 1 from commitment where id = $1 for update', [id]);
  const commitment = await tx.one<WorkedCommitment>(FOUND, [id]);
  const etag = tx.etag(id, commitment.revision);
  requireVersion(ifMatch, etag, {
    current: { state: commitment.state, dueOn: commitment.dueOn, etag },
    ...(yours === undefined ? {} : { yours }),
  });
  return commitment;
}

/** Refuses what only a commitment that is not closed allows (409). */
export function requireOpen(commitment: WorkedCommitment): void {
  if (!['aspiration', 'accepted', 'in-progress'].includes(commitment.state)) {
    throw new Problem('state-conflict');
  }
}

/** Counts the change, so that the ETag moves, and answers the write. */
export async function touch(
  tx: Transaction,
  id: string,
  state?: CommitmentState,
): Promise<CommitmentWritten> {
  const row = await tx.one<{ state: CommitmentState; revision: number }>(
    `update commitment set revision = revision + 1, state = coalesce($2, state)
     where id = $1 returning state, revision`,
    [id, state ?? null],
  );
  return { id, state: row.state, etag: tx.etag(id, row.revision) };
}

/** Counts a change of several commitments, so that the ETag of each moves. */
export async function touchAll(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.rows('update commitment set revision = revision + 1 where id = any($1::uuid[])', [ids]);
}

/** The answer to a write that was done before; 404 where the actor sees it no longer. */
export async function asItStands(tx: Transaction, id: string): Promise<CommitmentWritten> {
  const row = await tx.maybe<{ state: CommitmentState; revision: number }>(
    'select state, revision from commitment where id = $1',
    [id],
  );
  if (!row) throw new Problem('not-found');
  return { id, state: row.state, etag: tx.etag(id, row.revision) };
}

/** One line of the timeline. */
export interface TimelineEntry {
  readonly commitmentId: string;
  readonly kind: CommitmentEvent;
  /** Not for the commitment's readers: reports before acceptance, reminders. */
  readonly partiesOnly?: boolean;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Tells the timeline, in the writer's transaction. */
export const tellTimeline = (
  tx: Transaction,
  actor: ActingActor,
  entry: TimelineEntry,
): Promise<void> => tellTimelines(tx, actor, [entry]);

/** Tells the timelines of several commitments at once. */
export async function tellTimelines(
  tx: Transaction,
  actor: ActingActor,
  entries: readonly TimelineEntry[],
): Promise<void> {
  await tx.rows(
    `insert into commitment_event (commitment_id, kind, organization_id, parties_only, facts)
     select id, kind, $1::uuid, coalesce(parties, false), coalesce(facts, '{}')
     from jsonb_to_recordset($2) as x (id uuid, kind text, parties boolean, facts jsonb)`,
    [
      actor.organization.id,
      JSON.stringify(
        entries.map(({ commitmentId, kind, partiesOnly, facts }) => ({
          ...{ id: commitmentId, kind, parties: partiesOnly, facts },
        })),
      ),
    ],
  );
}
