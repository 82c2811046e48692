import type { Transaction } from '../database/index.js';

/** Rows of one statement: enough to be fast, few enough to stay a small message. */
const CHUNK = 20_000;

/**
 * Inserts rows, objects with the columns' names, in few statements and returns how many were new. Rows
 * that exist already stay as they are: people may have changed them since.
 */
export async function insertRows(
  tx: Transaction,
  table: string,
  columns: readonly string[],
  rows: readonly object[],
): Promise<number> {
  const list = columns.join(', ');
  let inserted = 0;
  for (let at = 0; at < rows.length; at += CHUNK) {
    const { rowCount } = await tx.client.query(
      `insert into ${table} (${list})
       select ${list} from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`,
      [JSON.stringify(rows.slice(at, at + CHUNK))],
    );
    inserted += rowCount ?? 0;
  }
  return inserted;
}

/** Looks up what a seed refers to by a name; a name that does not exist is an error of the seeds. */
export function lookUp<T>(map: ReadonlyMap<string, T>, name: string, what: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`The seeds name an unknown ${what}: ${name}`);
  return found;
}
