import type { Client } from 'pg';
import { uuid, type Owed, type Owner } from './script.js';

/** Somebody who may be reminded. */
export interface Reader {
  readonly id: string;
  readonly email: string;
  readonly zone: string;
  readonly memberships: readonly {
    readonly organization: string;
    readonly kind: string;
    readonly state: number | null;
    readonly functions: readonly string[];
  }[];
}

/** Everything the oracle knows beside the script. */
export interface World {
  readonly owners: readonly Owner[];
  readonly readers: readonly Reader[];
  /** Days off by State. */
  readonly daysOff: ReadonlyMap<number, ReadonlySet<string>>;
  /** Presiding State by forum. */
  readonly presidency: ReadonlyMap<string, number>;
}

/** An address that the mail server does not know. */
export const GONE = 'gone@enlace.test';

const PRESIDENTS = [
  ...[['rcm', 'CRI'] as const, ['sacm', 'BRA'] as const],
  ...[['caricom', 'TTO'] as const, ['mercosur', 'BRA'] as const],
];
const ZONES = [
  ...['America/St_Johns', 'America/Santiago', 'Pacific/Honolulu', 'Europe/Madrid'],
  ...['America/New_York', null],
];
const LANGUAGES = ['es', 'en', 'pt', 'fr'];

const OWNERS = `select distinct on (o.alias) o.id, o.state_id as state, o.time_zone as zone, f.id as forum,
    s.organization_id as secretariat
  from organization o
  join membership m on m.organization_id = o.id and 'commitment-owner' = any(m.functions)
  join forum_member x on x.state_id = o.state_id and x.role = 'member' and x.suspended_from is null
    and x.valid_to is null
  join forum f on f.id = x.forum_id
  join forum_member s on s.forum_id = f.id and s.role = 'secretariat'
  where o.kind = 'state' order by o.alias, f.alias`;

const READERS = `select p.id, p.email, coalesce(p.time_zone, min(o.time_zone)) as zone, json_agg(json_build_object(
    'organization', o.id, 'kind', o.kind, 'state', o.state_id, 'functions', m.functions)) as memberships
  from person p join membership m on m.person_id = p.id join organization o on o.id = m.organization_id
  where m.valid_to is null and p.email is not null group by p.id`;

async function addPeople(
  database: Client,
  random: () => number,
  owners: readonly Owner[],
): Promise<void> {
  const add = async (name: string, organizations: readonly string[]): Promise<void> => {
    const id = uuid(random);
    const pick = <T>(from: readonly T[]): T | null =>
      from[Math.floor(random() * from.length)] ?? null;
    await database.query(
      `insert into person (id, username, email, language, time_zone) values ($1, $2, $3, $4, $5)`,
      [id, name, `${name}@enlace.test`, pick(LANGUAGES) ?? 'es', pick(ZONES) ?? 'America/Panama'],
    );
    for (const organization of organizations) {
      await database.query(
        `insert into membership (person_id, organization_id, functions, valid_from)
         values ($1, $2, '{commitment-owner}', '2020-01-01')`,
        [id, organization],
      );
    }
  };
  for (const [index, { id }] of owners.entries()) await add(`second${index}`, [id]);
  const [one, other] = owners;
  if (one && other) {
    // Somebody who works for two States is written to once a day all the same.
    await add('both', [one.id, other.id]);
    await add('gone', [one.id]);
  }
}

/** Adds people to the demo's, presidencies, and reads what the oracle has to know. */
export async function makeWorld(database: Client, random: () => number): Promise<World> {
  const { rows: owners } = await database.query<Owner>(OWNERS);
  await addPeople(database, random, owners);
  const presidency = new Map<string, number>();
  await database.query('delete from forum_presidency');
  for (const [forum, state] of PRESIDENTS) {
    const { rows } = await database.query<{ forum: string; state: number }>(
      `insert into forum_presidency (forum_id, state_id, valid_from, valid_to)
       select f.id, s.id, '2020-01-01', '2040-01-01' from forum f, state s where f.alias = $1 and s.code = $2
       returning forum_id as forum, state_id as state`,
      [forum, state],
    );
    for (const row of rows) presidency.set(row.forum, row.state);
  }
  const { rows: holidays } = await database.query<{ state: number; day: string }>(
    'select state_id as state, on_date::text as day from holiday',
  );
  const daysOff = new Map<number, Set<string>>();
  for (const { state, day } of holidays) {
    daysOff.set(state, (daysOff.get(state) ?? new Set()).add(day));
  }
  const { rows: readers } = await database.query<Reader>(READERS);
  return { owners, readers, daysOff, presidency };
}

/** Records the commitments; their due dates come as the script goes on. */
export async function recordCommitments(database: Client, script: readonly Owed[]): Promise<void> {
  const first = new Map(script.map((owed) => [owed.commitment, owed]));
  for (const { commitment, owner, confidential } of first.values()) {
    await database.query(
      `insert into commitment (id, organization_id, state_id, forum_id, secretariat_id, state, due_on,
         classification, created_by)
       values ($1, $2, $3, $4, $5, 'in-progress', '2030-12-31', $6, $1)`,
      [
        ...[commitment, owner.id, owner.state, owner.forum, owner.secretariat],
        confidential ? 'confidential' : 'restricted',
      ],
    );
    await database.query(
      `insert into commitment_text (commitment_id, language, status, title) values ($1, 'en', 'original', 'Commitment')`,
      [commitment],
    );
    await database.query('select refresh_commitment_audience($1)', [commitment]);
  }
}
