import type { ReadersResponse } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import type { GivenRecord } from './log-read.js';

const PAGE = 50;
const NEWEST = '9223372036854775807';

const READERS = `select reader_organization_id as organization, what, id::text,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
  from read_log where organization_id = $1 and record_kind = $2 and record_id = $3 and id < $4::bigint
  order by id desc limit ${PAGE + 1}`;

/** A record by whose it is; no organization where it is not visible. */
export interface ReadRecord extends Pick<GivenRecord, 'kind' | 'id'> {
  readonly organization: string | undefined;
}

/** Who read a record, newest first, in pages; 404 where it is not visible, 403 where it is somebody else's. */
export async function readersOf(
  tx: Transaction,
  actor: ActingActor,
  { kind, id, organization }: ReadRecord,
  after: string | null,
): Promise<ReadersResponse> {
  if (organization === undefined) throw new Problem('not-found');
  if (organization !== actor.organization.id) throw new Problem('not-permitted');
  const rows = await tx.rows<ReadersResponse['readers'][number] & { readonly id: string }>(
    READERS,
    [organization, kind, id, after ?? NEWEST],
  );
  const page = rows.slice(0, PAGE);
  return {
    readers: page.map(({ organization: reader, what, at }) => ({ organization: reader, what, at })),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
