import { PRACTICE_MACHINE, stateAfter, type PracticeState } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';

/** What a file is evidence of. */
export interface FileHolder {
  readonly kind: 'commitment' | 'practice';
  readonly id: string;
}

interface Held {
  readonly owner: string;
  readonly state: string | null;
}

const FOUND: Readonly<Record<FileHolder['kind'], string>> = {
  commitment: 'select organization_id as owner, state from commitment where id = $1',
  practice: `select p.organization_id as owner, v.state from practice p
    left join practice_version v on v.practice_id = p.id and v.version = p.open_version where p.id = $1`,
};

/** Whether it takes evidence now: a commitment that is being done, a practice that is being written. */
const isOpen = (kind: FileHolder['kind'], state: string | null): boolean =>
  kind === 'commitment'
    ? state === 'accepted' || state === 'in-progress'
    : state !== null && stateAfter(PRACTICE_MACHINE, state as PracticeState, 'edit') !== null;

/** The column of `stored_file` that names the holder. */
export const columnOf = ({ kind }: FileHolder): string => `${kind}_id`;

/** 404 where it is not visible, 403 for anybody but its organization, 409 where it takes no evidence. */
export async function requireHolder(
  tx: Transaction,
  actor: ActingActor,
  { kind, id }: FileHolder,
): Promise<void> {
  const held = await tx.maybe<Held>(FOUND[kind], [id]);
  if (!held) throw new Problem('not-found');
  if (held.owner !== actor.organization.id) throw new Problem('not-permitted');
  if (!isOpen(kind, held.state)) throw new Problem('state-conflict');
}

/** Files of one holder are counted and found one after the other. */
export const lockHolder = async (tx: Transaction, { kind, id }: FileHolder): Promise<void> => {
  await tx.rows(`select 1 from ${kind} where id = $1 for update`, [id]);
};
