import type { Client } from 'pg';
import { bodyHash, CHAIN_START, entryHash, type SealedEntry } from './chain.js';

/** Head of one chain, as it was logged or exported earlier. */
export interface ChainHead {
  readonly organizationId: string;
  readonly sequence: number;
  readonly hash: string;
}

/** What a check found; no faults: the chains are whole. */
export interface ChainReport {
  readonly chains: number;
  readonly entries: number;
  readonly faults: readonly string[];
}

interface Row extends SealedEntry {
  readonly hash: string;
  readonly before: unknown;
  readonly after: unknown;
}

const PAGE = 5000;
const ENTRIES = `select e.organization_id as "organizationId", e.sequence::int as sequence,
    e.at, e.person_id as "personId", e.action, e.record_type as "recordType", e.record_id as "recordId",
    e.request_id as "requestId", e.key_id as "keyId", e.before_hash as "beforeHash",
    e.after_hash as "afterHash", e.previous_hash as "previousHash", e.hash, b.before, b.after
  from audit_entry e left join audit_body b using (organization_id, sequence)
  where e.organization_id = $1 and e.sequence > $2 order by e.sequence limit ${PAGE}`;

/** The heads of all chains as they stand. */
export async function readHeads(client: Client): Promise<ChainHead[]> {
  const { rows } = await client.query<ChainHead>(
    `select organization_id as "organizationId", sequence::int as sequence, hash
       from audit_head order by organization_id`,
  );
  return rows;
}

/** Goes through every chain; `known` heads also find what was cut off at the end together with its head. */
export async function verifyChains(
  client: Client,
  keys: ReadonlyMap<string, string>,
  known: readonly ChainHead[] = [],
): Promise<ChainReport> {
  const faults: string[] = [];
  // One snapshot: a writer in between must not look like a fault.
  await client.query('begin isolation level repeatable read read only');
  const heads = await readHeads(client);
  let entries = 0;
  const organizations = await chainOwners(client, known);
  for (const organization of organizations) {
    const head = heads.find(({ organizationId }) => organizationId === organization);
    const marks = known.filter(({ organizationId }) => organizationId === organization);
    entries += await verifyChain(client, { organization, head, marks, keys, faults });
  }
  await client.query('commit');
  return { chains: organizations.length, entries, faults };
}

async function chainOwners(client: Client, known: readonly ChainHead[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select organization_id as id from audit_head union select organization_id from audit_entry',
  );
  const all = [...rows.map(({ id }) => id), ...known.map(({ organizationId }) => organizationId)];
  return [...new Set(all)].sort();
}

interface Walk {
  readonly organization: string;
  readonly head: ChainHead | undefined;
  readonly marks: readonly ChainHead[];
  readonly keys: ReadonlyMap<string, string>;
  readonly faults: string[];
}

async function verifyChain(client: Client, walk: Walk): Promise<number> {
  let last = { sequence: 0, hash: CHAIN_START };
  let count = 0;
  const open = new Map(walk.marks.map((mark) => [mark.sequence, mark.hash]));
  for (;;) {
    const { rows } = await client.query<Row & { at: Date }>(ENTRIES, [
      walk.organization,
      last.sequence,
    ]);
    for (const row of rows) {
      walk.faults.push(...faultsOf(row, last, walk));
      if (open.get(row.sequence) === row.hash) open.delete(row.sequence);
      last = { sequence: row.sequence, hash: row.hash };
      count += 1;
    }
    if (rows.length < PAGE) break;
  }
  if (walk.head?.sequence !== last.sequence || walk.head.hash !== last.hash) {
    walk.faults.push(`${walk.organization}: the chain ends at ${last.sequence}, not at its head`);
  }
  open.delete(0);
  for (const sequence of open.keys()) {
    walk.faults.push(
      `${walk.organization}: entry ${sequence} of the known head is gone or another`,
    );
  }
  return count;
}

function faultsOf(
  row: Row & { at: Date },
  last: { sequence: number; hash: string },
  { organization, keys }: Walk,
): string[] {
  const place = `${organization}: entry ${row.sequence}`;
  const { hash, before, after, at, ...rest } = row;
  const key = keys.get(row.keyId);
  const sealed = { ...rest, at: at.toISOString() };
  // A body that the law erased is null or gone; one that is there must be the one sealed.
  const changed = (body: unknown, sealedHash: string | null): boolean =>
    body !== null && bodyHash(body) !== sealedHash;
  return [
    ...(row.sequence === last.sequence + 1
      ? []
      : [`${organization}: entries ${last.sequence + 1} to ${row.sequence - 1} are missing`]),
    ...(row.previousHash === last.hash ? [] : [`${place} does not follow the one before it`]),
    ...(key === undefined ? [`${place} is sealed with an unknown key`] : []),
    ...(key !== undefined && entryHash(sealed, key) !== hash ? [`${place} was changed`] : []),
    ...(changed(before, row.beforeHash) || changed(after, row.afterHash)
      ? [`${place}: its body was changed`]
      : []),
  ];
}
