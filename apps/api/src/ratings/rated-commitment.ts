import type { RatingAnswer } from '@enlace/contract';
import {
  mayDo,
  ratingVoice,
  type CommitmentState,
  type OrganizationKind,
  type RatingVoice,
} from '@enlace/domain';
import type { ActingActor, Actor } from '../access/index.js';
import { sightParameters, visibleCommitment } from '../audience/index.js';
import { todayOf } from '../commitments/index.js';
import { dayOf, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { LAPSED, LAPSED_AT, RATING, type RatingRow } from './rating.sql.js';

/** A commitment as ratings need it. */
export interface RatedCommitment {
  readonly id: string;
  readonly state: CommitmentState;
  readonly stateId: number | null;
  readonly isActor: boolean;
  readonly isSecretariat: boolean;
  /** Where the one is who has to do it. */
  readonly today: string;
}

const COMMITMENT = `select c.id, c.state, c.state_id as "stateId", c.organization_id = $1::uuid as "isActor",
    c.secretariat_id = $1::uuid as "isSecretariat", ${dayOf(todayOf('o'))} as today
  from commitment c join organization o on o.id = c.organization_id
  where c.id = $5::uuid and ${visibleCommitment('c')}`;

/** The commitment; 404 where the actor may not know of it. */
export async function ratedCommitment(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<RatedCommitment> {
  const found = await tx.maybe<RatedCommitment>(COMMITMENT, [...sightParameters(actor), id]);
  if (!found) throw new Problem('not-found');
  return found;
}

/** With which voice this person may rate the commitment now, or `null`. */
export function voiceOf(actor: Actor, commitment: RatedCommitment): RatingVoice | null {
  const { organization } = actor;
  if (!organization || isClosed(commitment)) return null;
  const { kind } = organization;
  const participant = { kind, functions: actor.functions };
  return mayDo(participant, 'commitments.rate') ? voiceOfKind(kind, commitment) : null;
}

const voiceOfKind = (kind: OrganizationKind, commitment: RatedCommitment): RatingVoice | null =>
  ratingVoice({ ...commitment, kind });

const isClosed = ({ state }: RatedCommitment): boolean =>
  state === 'superseded' || state === 'dropped';

/**
 * The commitment for a write of its ratings, which happen one after another. 404 where the actor may
 * not see it, 403 where the actor's organization has no voice, 409 where it is out of use.
 */
export async function commitmentToRate(
  tx: Transaction,
  actor: ActingActor,
  id: string,
): Promise<RatedCommitment & { readonly voice: RatingVoice }> {
  const commitment = await ratedCommitment(tx, actor, id);
  const voice = voiceOfKind(actor.organization.kind, commitment);
  if (voice === null) throw new Problem('not-permitted');
  if (isClosed(commitment)) throw new Problem('state-conflict');
  await lockRatings(tx, id);
  return { ...commitment, voice };
}

/** Lets the writes of one commitment's ratings happen one after another: what waits depends on the State's own. */
export async function lockRatings(tx: Transaction, id: string): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`ratings\n${id}`]);
}

/** Writes down that the own rating was published when its clock of reply ran out; returns its id. */
export async function settleLapsed(
  tx: Transaction,
  actor: ActingActor,
  id: string,
): Promise<string | null> {
  const settled = await tx.maybe<{ id: string }>(
    `update rating r set state = 'published', published_at = ${LAPSED_AT}
     from commitment c join organization o on o.id = c.organization_id
     where c.id = r.commitment_id and c.id = $1 and r.organization_id = $2 and ${LAPSED} returning r.id`,
    [id, actor.organization.id],
  );
  return settled?.id ?? null;
}

/** Row to answer: the own draft and one that waits for a reply have a version to name. */
export function answerOf(tx: Transaction, row: RatingRow): RatingAnswer {
  const { own, revision, ...rating } = row;
  const isOpen = (own && rating.state === 'draft') || rating.state === 'right-of-reply';
  return { ...rating, etag: isOpen ? tx.etag(rating.id, revision) : null };
}

/** One rating as the actor sees it; 404 where it is not visible. */
export async function ratingAsItStands(
  tx: Transaction,
  actor: Actor,
  { commitment, rating }: { readonly commitment: string; readonly rating: string },
): Promise<RatingAnswer> {
  const row = await tx.maybe<RatingRow>(RATING, [...sightParameters(actor), commitment, rating]);
  if (!row) throw new Problem('not-found');
  return answerOf(tx, row);
}
