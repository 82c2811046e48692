import { Injectable } from '@nestjs/common';
import type { AuditPage, AuditQuery } from '@enlace/contract';
import type { Actor } from '../access/index.js';
import { Database } from '../database/index.js';

/** The acting organization's own chain. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** One page, newest first; the cursor is the last sequence seen. */
  async page(actor: Actor, query: AuditQuery): Promise<AuditPage> {
    const before = query.cursor ? Number(Buffer.from(query.cursor, 'base64url').toString()) : null;
    const rows = await this.database.read(actor, (tx) =>
      tx.rows<AuditPage['entries'][number]>(
        `select e.sequence::int as sequence, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
                e.person_id as person, e.action, e.record_type as record, e.record_id as "recordId",
                e.request_id as "requestId", e.hash, b.before, b.after
           from audit_entry e left join audit_body b using (organization_id, sequence)
          where e.organization_id = $1 and ($2::bigint is null or e.sequence < $2)
            and ($3::text is null or e.action = $3)
            and ($4::date is null or e.at >= $4::date) and ($5::date is null or e.at < $5::date + 1)
          order by e.sequence desc limit $6`,
        [
          actor.organization?.id ?? null,
          before === null || Number.isSafeInteger(before) ? before : 0,
          query.action ?? null,
          query.from ?? null,
          query.to ?? null,
          query.limit + 1,
        ],
      ),
    );
    const entries = rows.slice(0, query.limit);
    const last = entries.at(-1);
    const more = rows.length > query.limit && last !== undefined;
    return {
      entries,
      next: more ? Buffer.from(String(last.sequence)).toString('base64url') : null,
    };
  }
}
