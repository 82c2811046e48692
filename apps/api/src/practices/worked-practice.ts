import {
  PRACTICE_MACHINE,
  stateAfter,
  type Language,
  type PracticeAct,
  type PracticeEvent,
  type PracticeState,
} from '@enlace/domain';
import type { PracticeAudience, PracticeWritten } from '@enlace/contract';
import { requireVersion, type ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { AUDIENCE } from './practice-row.js';

/** A practice that its own organization works on. */
export interface WorkedPractice {
  readonly id: string;
  readonly organizationId: string;
  /** Who reads it, as it stands. */
  readonly audience: PracticeAudience;
  readonly currentVersion: number | null;
  readonly openVersion: number | null;
  readonly currentState: PracticeState | null;
  readonly openState: PracticeState | null;
  readonly language: Language;
  readonly revision: number;
  /** In the time zone of its organization. */
  readonly today: string;
}

const FOUND = `select p.id, p.organization_id as "organizationId", ${AUDIENCE} as audience,
    p.current_version as "currentVersion", p.open_version as "openVersion", p.revision,
    (select v.state from practice_version v where v.practice_id = p.id and v.version = p.current_version) as "currentState",
    (select v.state from practice_version v where v.practice_id = p.id and v.version = p.open_version) as "openState",
    (select t.language from practice_text t where t.practice_id = p.id and t.status = 'original'
       order by t.version desc limit 1) as language,
    to_char((enlace_now() at time zone o.time_zone)::date, 'YYYY-MM-DD') as today
  from practice p join organization o on o.id = p.organization_id where p.id = $1`;

/** What a write asks of a practice. */
export interface PracticeWrite {
  readonly id: string;
  /** Left out where the write does not replace what somebody may have read. */
  readonly ifMatch?: string;
  readonly yours?: unknown;
}

/**
 * The practice, locked. 404 where the actor may not see it, 403 where another organization posted it,
 * 412 where it changed since `ifMatch`.
 */
export async function workedPractice(
  tx: Transaction,
  actor: ActingActor,
  { id, ifMatch, yours }: PracticeWrite,
): Promise<WorkedPractice> {
  const seen = await tx.maybe<WorkedPractice>(FOUND, [id]);
  if (!seen) throw new Problem('not-found');
  if (seen.organizationId !== actor.organization.id) throw new Problem('not-permitted');
  await tx.rows('select 1 from practice where id = $1 for update', [id]);
  const practice = await tx.one<WorkedPractice>(FOUND, [id]);
  if (ifMatch !== undefined) {
    const etag = tx.etag(id, practice.revision);
    requireVersion(ifMatch, etag, {
      current: { version: practice.openVersion ?? practice.currentVersion, etag },
      ...(yours === undefined ? {} : { yours }),
    });
  }
  return practice;
}

/** The version being written, after the act; 409 where there is none or its state does not allow it. */
export function openAfter(
  practice: WorkedPractice,
  act: PracticeAct,
): { readonly version: number; readonly state: PracticeState } {
  const { openVersion, openState } = practice;
  const state = openState && stateAfter(PRACTICE_MACHINE, openState, act);
  if (openVersion === null || !state) throw new Problem('state-conflict');
  return { version: openVersion, state };
}

/** The version that readers have, after the act; 409 where there is none or its state does not allow it. */
export function currentAfter(
  practice: WorkedPractice,
  act: PracticeAct,
): { readonly version: number; readonly state: PracticeState } {
  const { currentVersion, currentState } = practice;
  const state = currentState && stateAfter(PRACTICE_MACHINE, currentState, act);
  if (currentVersion === null || !state) throw new Problem('state-conflict');
  return { version: currentVersion, state };
}

/** Counts the change, so that the ETag moves, and answers the write. */
export async function touch(tx: Transaction, id: string): Promise<PracticeWritten> {
  await tx.rows('update practice set revision = revision + 1 where id = $1', [id]);
  return asItStands(tx, id);
}

/** The answer to a write; 404 where the actor sees the practice no longer. */
export async function asItStands(tx: Transaction, id: string): Promise<PracticeWritten> {
  const row = await tx.maybe<{ version: number; state: PracticeState; revision: number }>(
    `select v.version, v.state, p.revision from practice p
     join practice_version v on v.practice_id = p.id and v.version = coalesce(p.open_version, p.current_version)
     where p.id = $1`,
    [id],
  );
  if (!row) throw new Problem('not-found');
  const { version, state, revision } = row;
  return { id, version, state, etag: tx.etag(id, revision) };
}

/** One line of what happened to a practice. */
export interface PracticeNews {
  readonly id: string;
  readonly kind: PracticeEvent;
  /** Not for its readers: what happens before publication. */
  readonly ownerOnly?: boolean;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Tells the practice's history, in the writer's transaction. */
export async function tell(
  tx: Transaction,
  organizationId: string,
  { id, kind, ownerOnly = false, facts = {} }: PracticeNews,
): Promise<void> {
  await tx.rows(
    `insert into practice_event (practice_id, kind, organization_id, owner_only, facts)
     values ($1, $2, $3, $4, $5)`,
    [id, kind, organizationId, ownerOnly, JSON.stringify(facts)],
  );
}
