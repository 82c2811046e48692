import type { CommitmentState, InstrumentState } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import type { ReadSheet } from './sheet.js';
import { valuesOf } from './row-values.js';

/** An instrument that exists, as a file may name it. */
export interface KnownInstrument {
  readonly id: string;
  readonly state: InstrumentState;
  readonly adoptedOn: string | null;
  readonly isOwn: boolean;
  readonly isFollowed: boolean;
  /** How many provisions it has. */
  readonly provisions: number;
  readonly lastPosition: number;
}

/** A commitment that exists, with what decides about more due dates of it. */
export interface KnownCommitment {
  readonly id: string;
  readonly state: CommitmentState;
  readonly dueOn: string | null;
  /** Today where its actor is. */
  readonly today: string;
  readonly isRegular: boolean;
  /** Days of its schedule of single dates. */
  readonly scheduled: readonly string[];
  readonly dueDates: readonly string[];
}

/** What a file is checked against. */
export interface ImportFacts {
  readonly forumId: string;
  readonly today: string;
  readonly instruments: ReadonlyMap<string, KnownInstrument>;
  /** Ids by symbol and number, such as `SJ-2009 F1`. */
  readonly provisions: ReadonlyMap<string, string>;
  readonly organizations: ReadonlyMap<string, { readonly id: string; readonly today: string }>;
  readonly commitments: ReadonlyMap<string, KnownCommitment>;
}

const INSTRUMENTS = `select i.symbol as name, i.id, i.state, to_char(i.adopted_on, 'YYYY-MM-DD') as "adoptedOn",
    i.organization_id = $2::uuid as "isOwn", p.provisions::int, p."lastPosition"::int,
    exists (select 1 from instrument_forum f where f.instrument_id = i.id and f.forum_id = $3::uuid) as "isFollowed"
  from instrument i cross join lateral (
    select count(*) as provisions, coalesce(max(position), 0) as "lastPosition"
    from provision where instrument_id = i.id) p
  where i.symbol = any($1::text[])`;

const PROVISIONS = `select i.symbol || ' ' || p.number as name, p.id
  from provision p join instrument i on i.id = p.instrument_id where i.symbol = any($1::text[])`;

const TODAY = `to_char((enlace_now() at time zone o.time_zone)::date, 'YYYY-MM-DD')`;

const ORGANIZATIONS = `select o.alias as name, o.id, ${TODAY} as today
  from organization o where o.alias = any($1::text[]) and o.kind <> 'portal'`;

const DAYS = (sql: string): string =>
  `array(select to_char(day, 'YYYY-MM-DD') from (${sql}) as days (day))`;

const COMMITMENTS = `select c.reference as name, c.id, c.state, to_char(c.due_on, 'YYYY-MM-DD') as "dueOn",
    ${TODAY} as today, s.first_on is not null as "isRegular", ${DAYS('select unnest(s.dates)')} as scheduled,
    ${DAYS('select d.due_on from due_date d where d.commitment_id = c.id')} as "dueDates"
  from commitment c join organization o on o.id = c.organization_id
  left join reporting_schedule s on s.commitment_id = c.id
  where c.secretariat_id = $2 and c.forum_id = $3 and c.reference = any($1::text[])`;

type Named<T> = T & { readonly name: string };

const byName = <T>(rows: readonly Named<T>[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.name, row]));

/** Reads what the rows of a file name, with as many queries for many rows as for one. */
export async function importFacts(
  tx: Transaction,
  actor: ActingActor,
  forumId: string,
  sheets: readonly ReadSheet[],
): Promise<ImportFacts> {
  const { symbols, aliases, references } = namesIn(sheets);
  const own = actor.organization.id;
  const { today } = await tx.one<{ today: string }>(
    `select ${TODAY} as today from organization o where o.id = $1`,
    [own],
  );
  return {
    forumId,
    today,
    instruments: byName(
      await tx.rows<Named<KnownInstrument>>(INSTRUMENTS, [symbols, own, forumId]),
    ),
    provisions: new Map(
      (await tx.rows<{ name: string; id: string }>(PROVISIONS, [symbols])).map(({ name, id }) => [
        ...([name, id] as const),
      ]),
    ),
    organizations: byName(
      await tx.rows<Named<{ id: string; today: string }>>(ORGANIZATIONS, [aliases]),
    ),
    commitments: byName(
      await tx.rows<Named<KnownCommitment>>(COMMITMENTS, [references, own, forumId]),
    ),
  };
}

/** The symbol before the last space of `SJ-2009 F1`. */
const symbolOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf(' ')));

function namesIn(sheets: readonly ReadSheet[]): {
  readonly symbols: string[];
  readonly aliases: string[];
  readonly references: string[];
} {
  const [symbols, aliases, references] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { rows } of sheets) {
    for (const { cells } of rows) {
      const served = [...valuesOf(cells.provisions), ...valuesOf(cells.repeats)].map(symbolOf);
      for (const symbol of [cells.symbol, cells.instrument, ...served]) {
        if (symbol) symbols.add(symbol);
      }
      if (cells.actor !== undefined) aliases.add(cells.actor);
      if (cells.reference !== undefined) references.add(cells.reference);
    }
  }
  return { symbols: [...symbols], aliases: [...aliases], references: [...references] };
}
