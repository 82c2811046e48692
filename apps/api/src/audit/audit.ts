import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { Config } from '../config/index.js';
import type { Transaction } from '../database/index.js';
import { bodyHash, CHAIN_START, entryHash, type SealedEntry } from './chain.js';
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
    @Inject(Config) private readonly config: Pick<Config, 'audit'>,
    @Optional() private readonly heads?: HeadLog,
  ) {}

  /** Seals one entry; call it last, since it holds the chain's head until the commit. */
  append(tx: Transaction, actor: Actor, event: AuditEvent): Promise<void> {
    return this.appendAll(tx, actor, [event], event.organizationId);
  }

  /** Seals entries of one chain in their order, with as many statements as for one; call it last too. */
  async appendAll(
    tx: Transaction,
    actor: Actor,
    events: readonly Omit<AuditEvent, 'organizationId'>[],
    organizationId = actor.organization?.id,
  ): Promise<void> {
    if (!organizationId) throw new Error('Nobody writes without an organization to act for.');
    if (events.length === 0) return;
    const { ENLACE_AUDIT_KEY: key, ENLACE_AUDIT_KEY_ID: keyId } = this.config.audit;
    let { sequence, hash } = await lockHead(tx, organizationId);
    const at = (await tx.now()).toISOString();
    const { personId, requestId } = actor;
    const entries = events.map((event) => {
      const body = { before: plain(event.before), after: plain(event.after) };
      sequence += 1;
      const sealed: SealedEntry = {
        ...{ organizationId, sequence, at, personId, action: event.action },
        ...{ recordType: event.record, recordId: event.recordId, requestId, keyId },
        beforeHash: bodyHash(body.before),
        afterHash: bodyHash(body.after),
        previousHash: hash,
      };
      hash = entryHash(sealed, key);
      return { sealed, hash, ...body };
    });
    await store(tx, entries);
    this.heads?.grows(actor, organizationId);
  }
}

interface Entry {
  readonly sealed: SealedEntry;
  readonly hash: string;
  readonly before: unknown;
  readonly after: unknown;
}

const ENTRIES = `with head as (update audit_head set sequence = $2, hash = $3 where organization_id = $1)
  insert into audit_entry (organization_id, sequence, at, person_id, action, record_type, record_id,
    request_id, key_id, before_hash, after_hash, previous_hash, hash)
  select "organizationId", sequence, at, "personId", action, "recordType", "recordId", "requestId", "keyId",
    "beforeHash", "afterHash", "previousHash", hash
  from jsonb_to_recordset($4) as e ("organizationId" uuid, sequence bigint, at timestamptz, "personId" uuid,
    action text, "recordType" text, "recordId" text, "requestId" text, "keyId" text, "beforeHash" text,
    "afterHash" text, "previousHash" text, hash text)`;

const BODIES = `insert into audit_body (organization_id, sequence, before, after)
  select $1, b.* from unnest($2::bigint[], $3::jsonb[], $4::jsonb[]) b`;

async function store(tx: Transaction, entries: readonly Entry[]): Promise<void> {
  const last = entries.at(-1);
  if (!last) return;
  const { organizationId, sequence } = last.sealed;
  const rows = JSON.stringify(entries.map(({ sealed, hash }) => ({ ...sealed, hash })));
  await tx.rows(ENTRIES, [organizationId, sequence, last.hash, rows]);
  await tx.rows(BODIES, [
    organizationId,
    entries.map(({ sealed }) => sealed.sequence),
    entries.map(({ before }) => jsonOrNull(before)),
    entries.map(({ after }) => jsonOrNull(after)),
  ]);
}

async function lockHead(
  tx: Transaction,
  organizationId: string,
): Promise<{ sequence: number; hash: string }> {
  await tx.rows(
    `insert into audit_head (organization_id, sequence, hash) values ($1, 0, $2)
     on conflict (organization_id) do nothing`,
    [organizationId, CHAIN_START],
  );
  const head = await tx.one<{ sequence: string; hash: string }>(
    'select sequence, hash from audit_head where organization_id = $1 for update',
    [organizationId],
  );
  return { sequence: Number(head.sequence), hash: head.hash };
}

/** What JSON keeps of a value: dates become texts, absent fields go. */
const plain = (value: unknown): unknown =>
  value === undefined || value === null ? null : JSON.parse(JSON.stringify(value));

const jsonOrNull = (value: unknown): string | null =>
  value === null ? null : JSON.stringify(value);
