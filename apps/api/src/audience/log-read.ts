import type { Classification } from '@enlace/domain';
import type { Actor } from '../access/index.js';
import type { Database } from '../database/index.js';

/** A record that somebody was just given. */
export interface GivenRecord {
  readonly kind: 'arrival-report' | 'commitment' | 'practice';
  readonly id: string;
  /** Whose it is, and who sees that it was read. */
  readonly organization: string;
  readonly classification: Classification;
  /** Whether the reader is its owner or another party to it: their reading is nobody's news. */
  readonly isOwn: boolean;
}

const SENSITIVE: readonly Classification[] = ['restricted', 'confidential'];

/** Reads of restricted and confidential records by others are told to their owner. */
export async function logRead(
  database: Database,
  actor: Actor,
  { kind, id, organization, classification, isOwn }: GivenRecord,
): Promise<void> {
  if (isOwn || !SENSITIVE.includes(classification)) return;
  await database.write(actor, (tx) =>
    tx.rows(
      `insert into read_log (organization_id, record_kind, record_id, reader_organization_id, what)
       values ($1, $2, $3, $4, 'read')`,
      [organization, kind, id, actor.organization?.id ?? null],
    ),
  );
}
