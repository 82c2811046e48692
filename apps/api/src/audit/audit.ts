import { Injectable, Optional } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { Config } from '../config/index.js';
import type { Transaction } from '../database/index.js';
import { bodyHash, CHAIN_START, entryHash } from './chain.js';
import { HeadLog } from './head-log.js';

/** What a write leaves in the trace. */
export interface AuditEvent {
  /** The permission that was used, such as `arrivals.clear`. */
  readonly action: string;
  /** Kind of record, such as `arrival-report`. */
  readonly record: string;
  readonly recordId: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Whose chain; the acting organization when left out. */
  readonly organizationId?: string;
}

/** Appends to the chain of an organization, in the writer's own transaction. */
@Injectable()
export class Audit {
  /** The command line appends without a log of heads: it ends before an hour has passed. */
  constructor(
    private readonly config: Config,
    @Optional() private readonly heads?: HeadLog,
  ) {}

  /** Seals one entry; call it last, since it holds the chain's head until the commit. */
  async append(tx: Transaction, actor: Actor, event: AuditEvent): Promise<void> {
    const organizationId = event.organizationId ?? actor.organization?.id;
    if (!organizationId) throw new Error('Nobody writes without an organization to act for.');
    const head = await lockHead(tx, organizationId);
    const before = plain(event.before);
    const after = plain(event.after);
    const sealed = {
      organizationId,
      sequence: Number(head.sequence) + 1,
      at: (await tx.now()).toISOString(),
      personId: actor.personId,
      action: event.action,
      recordType: event.record,
      recordId: event.recordId,
      requestId: actor.requestId,
      keyId: this.config.audit.ENLACE_AUDIT_KEY_ID,
      beforeHash: bodyHash(before),
      afterHash: bodyHash(after),
      previousHash: head.hash,
    };
    const hash = entryHash(sealed, this.config.audit.ENLACE_AUDIT_KEY);
    await tx.rows(
      `with entry as (
         insert into audit_entry (organization_id, sequence, at, person_id, action, record_type, record_id,
           request_id, key_id, before_hash, after_hash, previous_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)),
       head as (update audit_head set sequence = $2, hash = $13 where organization_id = $1)
       select 1`,
      [...Object.values(sealed), hash],
    );
    await tx.rows(
      'insert into audit_body (organization_id, sequence, before, after) values ($1, $2, $3, $4)',
      [organizationId, sealed.sequence, jsonOrNull(before), jsonOrNull(after)],
    );
    this.heads?.grows(actor, organizationId);
  }
}

async function lockHead(
  tx: Transaction,
  organizationId: string,
): Promise<{ sequence: string; hash: string }> {
  await tx.rows(
    `insert into audit_head (organization_id, sequence, hash) values ($1, 0, $2)
     on conflict (organization_id) do nothing`,
    [organizationId, CHAIN_START],
  );
  return tx.one('select sequence, hash from audit_head where organization_id = $1 for update', [
    organizationId,
  ]);
}

/** What JSON keeps of a value: dates become texts, absent fields go. */
const plain = (value: unknown): unknown =>
  value === undefined || value === null ? null : JSON.parse(JSON.stringify(value));

const jsonOrNull = (value: unknown): string | null =>
  value === null ? null : JSON.stringify(value);
