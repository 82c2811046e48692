import type { DemoSeeds } from '@enlace/contract/seeds';
import type { Transaction } from '../database/index.js';
import { insertRows, lookUp } from './insert-rows.js';
import { insertOrganizations, stateIds } from './load-reference.js';

/** Ids by alias, username or code of one table. */
export async function idsBy(
  tx: Transaction,
  table: 'organization' | 'person' | 'crossing_point' | 'forum',
  name: 'alias' | 'username' | 'code',
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ name: string; id: string }>(
    `select ${name} as name, id from ${table}`,
  );
  return new Map(rows.map((row) => [row.name, row.id]));
}

async function insertObservers(
  tx: Transaction,
  { organizations }: DemoSeeds['organizations'],
): Promise<number> {
  const forums = await idsBy(tx, 'forum', 'alias');
  return insertRows(
    tx,
    'forum_member',
    ['forum_id', 'organization_id', 'role'],
    organizations.flatMap(({ id, observerOf }) =>
      observerOf.map((forum) => ({
        forum_id: lookUp(forums, forum, 'forum'),
        organization_id: id,
        role: 'observer',
      })),
    ),
  );
}

async function insertPeople(tx: Transaction, { people }: DemoSeeds['people']): Promise<number> {
  const organizations = await idsBy(tx, 'organization', 'alias');
  const inserted = await insertRows(tx, 'person', ['id', 'username', 'email', 'language'], people);
  const memberships = await insertRows(
    tx,
    'membership',
    ['person_id', 'organization_id', 'functions', 'valid_from', 'valid_to'],
    people.flatMap(({ id, memberships }) =>
      memberships.map((membership) => ({
        person_id: id,
        organization_id: lookUp(organizations, membership.organization, 'organization'),
        functions: membership.functions,
        valid_from: `${membership.from}T00:00Z`,
        valid_to: membership.to === null ? null : `${membership.to}T00:00Z`,
      })),
    ),
  );
  return inserted + memberships;
}

async function insertSeats(tx: Transaction, seeds: DemoSeeds): Promise<number> {
  const states = await stateIds(tx);
  const people = await idsBy(tx, 'person', 'username');
  const points = await idsBy(tx, 'crossing_point', 'code');
  const organizations = new Map(seeds.organizations.organizations.map((one) => [one.alias, one]));
  return insertRows(
    tx,
    'seat',
    [
      ...['person_id', 'organization_id', 'state_id', 'theme', 'rank', 'crossing_points'],
      ...['valid_from', 'valid_to'],
    ],
    seeds.seats.seats.map((seat) => {
      const { id, state } = lookUp(organizations, seat.organization, 'organization');
      return {
        person_id: lookUp(people, seat.person, 'person'),
        organization_id: id,
        state_id: lookUp(states, state ?? '', 'State'),
        theme: seat.theme,
        rank: seat.rank,
        crossing_points:
          seat.crossingPoints?.map((code) => lookUp(points, code, 'crossing point')) ?? null,
        valid_from: `${seat.from}T00:00Z`,
        valid_to: seat.to === null ? null : `${seat.to}T00:00Z`,
      };
    }),
  );
}

async function insertSharingGroups(
  tx: Transaction,
  { groups }: DemoSeeds['sharing-groups'],
): Promise<number> {
  const organizations = await idsBy(tx, 'organization', 'alias');
  const rows = await tx.rows<{ id: string }>('select id from sharing_group');
  const known = new Set(rows.map(({ id }) => id));
  // Only groups made now get their members, so that a later change of members is never undone.
  const created = groups.filter(({ id }) => !known.has(id));
  const inserted = await insertRows(
    tx,
    'sharing_group',
    ['id', 'alias', 'names', 'owner_id', 'edition', 'created_at'],
    created.map((group) => ({
      ...group,
      owner_id: lookUp(organizations, group.owner, 'organization'),
      edition: 1,
      created_at: '2024-01-15T15:00Z',
    })),
  );
  const members = await insertRows(
    tx,
    'sharing_group_member',
    ['group_id', 'organization_id', 'from_edition'],
    created.flatMap(({ id, members }) =>
      members.map((alias) => ({
        group_id: id,
        organization_id: lookUp(organizations, alias, 'organization'),
        from_edition: 1,
      })),
    ),
  );
  return inserted + members;
}

/** Loads the demo's organizations, people, seats and groups; returns the number of new rows. */
export async function loadParticipants(tx: Transaction, seeds: DemoSeeds): Promise<number> {
  const organizations = await insertOrganizations(tx, seeds.organizations.organizations);
  const observers = await insertObservers(tx, seeds.organizations);
  const people = await insertPeople(tx, seeds.people);
  const seats = await insertSeats(tx, seeds);
  return (
    organizations +
    observers +
    people +
    seats +
    (await insertSharingGroups(tx, seeds['sharing-groups']))
  );
}
