import type { OrganizationSeed, ReferenceSeeds } from '@enlace/contract/seeds';
import type { Transaction } from '../database/index.js';
import { insertRows, lookUp } from './insert-rows.js';
import { loadHolidays } from './load-holidays.js';

/** Numeric ids of the States by alpha-3 code. */
export async function stateIds(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows<{ code: string; id: number }>('select code, id from state');
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Inserts organizations that do not exist yet. */
export async function insertOrganizations(
  tx: Transaction,
  organizations: readonly OrganizationSeed[],
): Promise<number> {
  const states = await stateIds(tx);
  return insertRows(
    tx,
    'organization',
    ['id', 'alias', 'kind', 'names', 'acronym', 'state_id', 'time_zone'],
    organizations.map(({ state, timeZone, ...organization }) => ({
      ...organization,
      state_id: state === null ? null : lookUp(states, state, 'State'),
      time_zone: timeZone,
    })),
  );
}

async function insertForums(
  tx: Transaction,
  { forums }: ReferenceSeeds['forums'],
): Promise<number> {
  const states = await stateIds(tx);
  const inserted = await insertRows(
    tx,
    'forum',
    ['id', 'alias', 'names', 'acronyms', 'founded_on', 'note'],
    forums.map((forum) => ({ ...forum, founded_on: forum.foundedOn })),
  );
  const members = await insertRows(
    tx,
    'forum_member',
    [
      ...['forum_id', 'state_id', 'organization_id', 'role', 'valid_from', 'valid_to'],
      ...['suspended_from', 'note', 'source'],
    ],
    forums.flatMap(({ id, members }) =>
      members.map((member) => ({
        ...member,
        forum_id: id,
        state_id: member.state === null ? null : lookUp(states, member.state, 'State'),
        organization_id: member.organization,
        valid_from: member.from,
        valid_to: member.to,
        suspended_from: member.suspendedFrom,
      })),
    ),
  );
  return inserted + members;
}

/** Who presides over a forum: reminders reach the presidency's coordinators. */
async function insertPresidencies(
  tx: Transaction,
  { presidencies }: ReferenceSeeds['presidencies'],
  { forums }: ReferenceSeeds['forums'],
): Promise<number> {
  const states = await stateIds(tx);
  const ids = new Map(forums.map(({ alias, id }) => [alias, id]));
  return insertRows(
    tx,
    'forum_presidency',
    ['forum_id', 'state_id', 'valid_from', 'valid_to'],
    presidencies.map(({ forum, state, from, until }) => ({
      forum_id: lookUp(ids, forum, 'forum'),
      state_id: lookUp(states, state, 'State'),
      ...{ valid_from: from, valid_to: until },
    })),
  );
}

async function insertCrossingPoints(
  tx: Transaction,
  { crossingPoints }: ReferenceSeeds['crossing-points'],
): Promise<number> {
  const states = await stateIds(tx);
  return insertRows(
    tx,
    'crossing_point',
    [
      ...['id', 'code', 'state_id', 'names', 'kind', 'region', 'longitude', 'latitude'],
      ...['active_from', 'active_to', 'first_entry_from', 'first_entry_to'],
    ],
    crossingPoints.map((point) => ({
      ...point,
      state_id: lookUp(states, point.state, 'State'),
      active_from: point.activeFrom,
      active_to: point.activeTo,
      first_entry_from: point.firstEntryFrom,
      first_entry_to: point.firstEntryTo,
    })),
  );
}

/** The recommendations: the provisions of one instrument, followed up by every forum. */
async function insertRecommendations(
  tx: Transaction,
  { groups, instrument, language }: ReferenceSeeds['recommendations'],
  forums: readonly { id: string }[],
): Promise<number> {
  const insertedGroups = await insertRows(
    tx,
    'recommendation_group',
    ['code', 'position', 'titles'],
    groups.map(({ code, titles }, index) => ({ code, position: index + 1, titles })),
  );
  const insertedInstrument = await insertRows(
    tx,
    'instrument',
    [
      ...['id', 'organization_id', 'kind', 'symbol', 'titles', 'adopted_on', 'place'],
      ...['languages', 'state'],
    ],
    [
      {
        ...instrument,
        organization_id: instrument.organization,
        adopted_on: instrument.adoptedOn,
        languages: [language],
        state: 'in-force',
      },
    ],
  );
  await insertRows(
    tx,
    'instrument_forum',
    ['instrument_id', 'forum_id'],
    forums.map(({ id }) => ({ instrument_id: instrument.id, forum_id: id })),
  );
  const provisions = groups.flatMap(({ code, recommendations }) =>
    recommendations.map((each) => ({ ...each, group: code })),
  );
  const insertedProvisions = await insertRows(
    tx,
    'provision',
    ['id', 'instrument_id', 'number', 'position', 'group_code', 'titles', 'themes', 'note'],
    provisions.map(({ id, code, group, titles, themes, note }, index) => ({
      ...{ id, instrument_id: instrument.id, number: code, position: index + 1 },
      ...{ group_code: group, titles, themes, note },
    })),
  );
  await insertRows(
    tx,
    'provision_text',
    ['provision_id', 'language', 'body', 'status'],
    provisions.map(({ id, text }) => ({
      ...{ provision_id: id, language, body: text, status: 'original' },
    })),
  );
  return insertedGroups + insertedInstrument + insertedProvisions;
}

/** The thesaurus; a term that was taken out of the file stays, since somebody may rely on it. */
async function insertThesaurus(
  tx: Transaction,
  { concepts }: ReferenceSeeds['thesaurus'],
): Promise<number> {
  const inserted = await insertRows(tx, 'thesaurus_concept', ['code', 'theme'], concepts);
  const terms = concepts.flatMap(({ code, terms }) =>
    Object.entries(terms).flatMap(([language, list]) =>
      list.map((term) => ({ concept_code: code, language, term })),
    ),
  );
  return (
    inserted + (await insertRows(tx, 'thesaurus_term', ['concept_code', 'language', 'term'], terms))
  );
}

/** Loads what every installation needs; returns the number of new rows. */
export async function loadReference(tx: Transaction, seeds: ReferenceSeeds): Promise<number> {
  const states = await insertRows(
    tx,
    'state',
    ['id', 'code', 'kind', 'names', 'longitude', 'latitude', 'due_day'],
    seeds.states.states.map((state) => ({ ...state, due_day: state.dueDay })),
  );
  const organizations = await insertOrganizations(tx, seeds.organizations.organizations);
  const forums = await insertForums(tx, seeds.forums);
  const points = await insertCrossingPoints(tx, seeds['crossing-points']);
  return (
    states +
    organizations +
    forums +
    points +
    (await insertPresidencies(tx, seeds.presidencies, seeds.forums)) +
    (await loadHolidays(tx)) +
    (await insertThesaurus(tx, seeds.thesaurus)) +
    (await insertRecommendations(tx, seeds.recommendations, seeds.forums.forums))
  );
}
