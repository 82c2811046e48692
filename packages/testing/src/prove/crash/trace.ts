import type { Client as Database } from 'pg';
import type { Heads } from './heads.js';
import { KINDS, type Ledger } from './ledger.js';

/** Entries of the trace by what they say, with how many say so. */
type Entries = ReadonlyMap<string, number>;

interface EntryRow {
  readonly action: string;
  readonly record: string;
  readonly id: string | null;
  readonly entries: number;
}

const tally = (rows: Iterable<EntryRow>): Entries => {
  const counts = new Map<string, number>();
  for (const { action, record, id, entries } of rows) {
    const said = `${action} ${record} ${id ?? ''}`;
    counts.set(said, (counts.get(said) ?? 0) + entries);
  }
  return counts;
};

/** What was added to the chains since these heads. */
const ADDED = `select e.action, e.record_type as record, e.record_id as id, count(*)::int as entries
  from audit_entry e left join unnest($1::uuid[], $2::bigint[]) h (organization, sequence)
    on h.organization = e.organization_id
  where e.sequence > coalesce(h.sequence, 0) group by 1, 2, 3`;

/** What the jobs did: asked the reviewers of each practice handed in, and handed over each mail. */
const BY_JOBS = `
  select 'practices.assign' as action, 'practice' as record, practice_id::text as id, 1 as entries
    from practice_event where kind = 'submitted'
  union all
  select 'reminders.send', 'mail', id::text, 1 from mail where state in ('sent', 'failed')`;

/** What was found in the trace. */
interface Traced {
  readonly faults: readonly string[];
  /** What the product itself finds wrong with its chains. */
  readonly chains: readonly string[];
  readonly entries: number;
  readonly 'heads kept over kills': number;
}

/**
 * Each write left its one entry, each thing that the jobs did too, and there is no other; the chains are
 * whole and hold every head that they ever had.
 */
export async function proveTrace(
  database: Database,
  ledger: Ledger,
  { first, heads }: { readonly first: Awaited<ReturnType<Heads['note']>>; readonly heads: Heads },
): Promise<Traced> {
  const { rows: byJobs } = await database.query<EntryRow>(BY_JOBS);
  const wanted = tally([
    ...ledger.written.map(({ kind, id }) => ({ ...KINDS[kind], id, entries: 1 })),
    ...byJobs,
  ]);
  const { rows: added } = await database.query<EntryRow>(ADDED, [
    first.map(({ organizationId }) => organizationId),
    first.map(({ sequence }) => sequence),
  ]);
  const found = tally(added);
  const faults = [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((said) => wanted.get(said) !== found.get(said))
    .map((said) => `${found.get(said) ?? 0} of ${wanted.get(said) ?? 0} entries: ${said}`);
  const verified = await heads.verify();
  const entries = added.reduce((sum, row) => sum + row.entries, 0);
  return {
    ...{ faults, entries, 'heads kept over kills': heads.count },
    chains: /, 0 faults\b/.test(verified) ? [] : [verified.slice(-500)],
  };
}
