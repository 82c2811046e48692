import type { RecordCommitmentRequest } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import type { AuditEvent } from '../audit/index.js';
import type { Transaction } from '../database/index.js';
import type { CommitmentFacts } from './check-commitment.js';
import { gatedState, writeParts } from './commitment-parts.js';
import { tellTimelines } from './worked-commitment.js';

/** A commitment to be recorded, of which it is known that it may be. */
export interface NewCommitment {
  readonly id: string;
  readonly input: RecordCommitmentRequest;
  /** What its secretariat calls it in its own files. */
  readonly reference: string | null;
}

const INSERT = `insert into commitment (id, organization_id, state_id, forum_id, secretariat_id, state, due_on,
    classification, created_by, accepted_at, reference)
  select id, actor, "stateId", forum, $1::uuid, state, due, classification, $2::uuid,
    case when state = 'accepted' then enlace_now() end, reference
  from jsonb_to_recordset($3) as x (id uuid, actor uuid, "stateId" smallint, forum uuid, state text, due date,
    classification text, reference text)`;

const FINAL_DATES = `insert into due_date (commitment_id, due_on, final)
  select id, due, true from jsonb_to_recordset($1) as x (id uuid, due date) where due is not null`;

/**
 * Writes commitments with everything that belongs to them, with as many statements for many as for one,
 * and returns what the trace has to keep.
 */
export async function writeCommitments(
  tx: Transaction,
  actor: ActingActor,
  commitments: readonly NewCommitment[],
  { doers }: CommitmentFacts,
): Promise<readonly AuditEvent[]> {
  if (commitments.length === 0) return [];
  const rows = commitments.map(({ id, input, reference }) => ({
    ...{ id, actor: input.actor, stateId: doers.get(input.actor)?.stateId ?? null, reference },
    ...{ forum: input.forum, state: gatedState(input.actor, input), due: input.dueOn },
    classification: input.classification,
  }));
  const json = JSON.stringify(rows);
  await tx.rows(INSERT, [actor.organization.id, actor.personId, json]);
  await writeParts(tx, commitments);
  await tx.rows(FINAL_DATES, [json]);
  await setAudiences(tx, commitments);
  await tellTimelines(
    tx,
    actor,
    rows.map(({ id, state }) => ({ commitmentId: id, kind: 'recorded', facts: { state } })),
  );
  return commitments.map(({ id, input, reference }, index) => ({
    action: 'commitments.record',
    record: 'commitment',
    recordId: id,
    after: {
      ...{ ...input, state: rows[index]?.state },
      ...(reference === null ? {} : { reference }),
    },
  }));
}

/** Who sees a commitment follows from its parties and its classification: found once for each such set. */
async function setAudiences(tx: Transaction, commitments: readonly NewCommitment[]): Promise<void> {
  const groups = new Map<string, string[]>();
  for (const { id, input } of commitments) {
    const partners = input.partners.map(({ organization }) => organization).toSorted();
    const key = [input.forum, input.actor, input.classification, ...partners].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  for (const [first, ...others] of groups.values()) {
    const { audience } = await tx.one<{ audience: number }>(
      'select refresh_commitment_audience($1) as audience',
      [first],
    );
    if (others.length === 0) continue;
    await tx.rows('update commitment set audience_id = $1 where id = any($2::uuid[])', [
      ...[audience, others],
    ]);
  }
}
