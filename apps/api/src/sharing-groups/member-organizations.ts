import type { Transaction } from '../database/index.js';
import { invalid } from '../problems/index.js';

/** Each id once; 422 at the field of one that is no organization, or the portal's own. */
export async function memberOrganizations(
  tx: Transaction,
  ids: readonly string[],
): Promise<string[]> {
  const found = await tx.rows<{ id: string }>(
    `select id from organization where id = any($1::uuid[]) and kind <> 'portal'`,
    [ids],
  );
  const known = new Set(found.map(({ id }) => id));
  const at = ids.findIndex((id) => !known.has(id));
  if (at >= 0) throw invalid(`/members/${at}`, 'unknown-record');
  return [...new Set(ids)];
}
