import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  ACTION_STATES,
  CLASSIFICATIONS,
  COMMITMENT_STATES,
  INSTRUMENT_STATES,
  PROVISION_LINKS,
  findPersonalData,
  PROGRESS_REPORT_STATES,
  RATING_GRADES,
  RATING_STATES,
  STATE_POSITIONS,
} from '@enlace/domain';
import { DEMO_SEEDS, REFERENCE_SEEDS } from './index.js';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../seeds/${path}.json`, import.meta.url), 'utf8'));

const { courses, ratingSets, commitments } = DEMO_SEEDS.commitments.parse(read('demo/commitments'));
const texts = DEMO_SEEDS['commitment-texts'].parse(read('demo/commitment-texts'));
const answers = DEMO_SEEDS['state-responses'].parse(read('demo/state-responses'));
const { organizations } = DEMO_SEEDS.organizations.parse(read('demo/organizations'));
const { forums } = REFERENCE_SEEDS.forums.parse(read('reference/forums'));
const { groups } = REFERENCE_SEEDS.recommendations.parse(read('reference/recommendations'));
const { presidencies } = REFERENCE_SEEDS.presidencies.parse(read('reference/presidencies'));

const numbers = groups.flatMap(({ recommendations }) => recommendations.map(({ code }) => code));
const stateOf = new Map(organizations.map(({ alias, state }) => [alias, state]));

describe('sample commitments', () => {
  it('have one text for each of the 38 recommendations', () => {
    expect(texts.provisions.map(({ provision }) => provision).toSorted()).toEqual(
      numbers.toSorted(),
    );
    for (const { kind } of texts.provisions) expect(texts.kinds).toHaveProperty(kind);
  });

  it('reach every group of twelve or more States, by provisions, courses and ratings that exist', () => {
    for (const { provisions, course, ratings } of commitments) {
      for (const number of provisions) expect(numbers).toContain(number);
      expect(courses).toHaveProperty(course);
      if (ratings !== null) expect(ratingSets).toHaveProperty(ratings);
    }
    const groupsOf = new Map<string, Set<string>>();
    for (const { organization, provisions } of commitments) {
      const state = stateOf.get(organization) ?? '';
      const seen = groupsOf.get(state) ?? new Set();
      groupsOf.set(state, new Set([...seen, ...provisions.map((number) => number.slice(0, 1))]));
    }
    const whole = [...groupsOf.values()].filter((seen) =>
      'A B C D E F G H'.split(' ').every((group) => seen.has(group)),
    );
    expect(whole.length).toBeGreaterThanOrEqual(12);
    expect(new Set(commitments.flatMap(({ provisions }) => provisions)).size).toBe(38);
  });

  it('are made by members and associates of the forum, in all four forums', () => {
    for (const { organization, forum: alias } of commitments) {
      const members = forums.find((forum) => forum.alias === alias)?.members ?? [];
      expect(
        members.some(
          ({ state, role, suspendedFrom }) =>
            state === stateOf.get(organization) &&
            suspendedFrom === null &&
            ['member', 'associate'].includes(role),
        ),
      ).toBe(true);
    }
    const used = new Set(commitments.map(({ forum }) => forum));
    for (const forum of ['rcm', 'sacm', 'mercosur', 'caricom']) expect(used).toContain(forum);
  });

  it('use every state, classification, grade and position that there is', () => {
    const used = commitments.map(({ course }) => courses[course]!);
    const rated = commitments.flatMap(({ ratings }) =>
      ratings === null ? [] : ratingSets[ratings]!,
    );
    const all = (found: readonly string[]): string[] => [...new Set(found)].toSorted();
    expect(all(used.map(({ state }) => state))).toEqual(COMMITMENT_STATES.toSorted());
    expect(all(used.flatMap(({ actions }) => actions))).toEqual(ACTION_STATES.toSorted());
    expect(all(used.flatMap(({ reports }) => reports.map(({ state }) => state)))).toEqual(
      PROGRESS_REPORT_STATES.toSorted(),
    );
    expect(all(rated.map(({ state }) => state))).toEqual(RATING_STATES.toSorted());
    expect(all(rated.map(({ grade }) => grade))).toEqual(RATING_GRADES.toSorted());
    expect(all(commitments.map(({ classification }) => classification))).toEqual(
      CLASSIFICATIONS.toSorted(),
    );
    expect(all(answers.responses.map(({ position }) => position))).toEqual(
      STATE_POSITIONS.toSorted(),
    );
    expect(Object.keys(courses).toSorted()).toEqual(all(commitments.map(({ course }) => course)));
  });

  it('hold no personal data, and a text with some is refused', () => {
    const every = JSON.stringify(read('demo/commitment-texts')).split('"');
    expect(every.filter((text) => findPersonalData(text).length > 0)).toEqual([]);
    const broken = structuredClone(texts);
    broken.reply.es = 'Escriba a maria.lopez@example.org para la visita.';
    expect(DEMO_SEEDS['commitment-texts'].safeParse(broken).success).toBe(false);
  });
});

describe('sample instruments', () => {
  const { instruments } = DEMO_SEEDS.instruments.parse(read('demo/instruments'));

  it('are in every state, and only adopted ones have a day and a place', () => {
    const { instrument } = REFERENCE_SEEDS.recommendations.parse(read('reference/recommendations'));
    expect(instruments.map(({ symbol }) => symbol)).not.toContain(instrument.symbol);
    expect(instruments.map(({ state }) => state).toSorted()).toEqual(INSTRUMENT_STATES.toSorted());
    for (const { state, adoptedOn, place } of instruments) {
      expect([adoptedOn === null, place === null]).toEqual([state === 'draft', state === 'draft']);
    }
  });

  it('repeat, implement and supersede what exists, and say that they are samples', () => {
    const known = new Set(numbers.map((number) => `SJ-2009 ${number}`));
    for (const { symbol, provisions } of instruments) {
      for (const { number, links, texts: bodies } of provisions) {
        expect(bodies.filter(({ status }) => status === 'original')).toHaveLength(1);
        for (const { body } of bodies) expect(body).toMatch(/muestra|Sample|amostra/);
        for (const link of links) expect(known).toContain(`${link.symbol} ${link.number}`);
        known.add(`${symbol} ${number}`);
      }
    }
    const kinds = instruments.flatMap(({ provisions }) =>
      provisions.flatMap(({ links }) => links.map(({ kind }) => kind)),
    );
    expect(new Set(kinds)).toEqual(new Set(PROVISION_LINKS));
  });
});

describe('presidencies', () => {
  it('are held by members of the forum, one after the other', () => {
    for (const { forum: alias, state, from, until } of presidencies) {
      const members = forums.find((forum) => forum.alias === alias)?.members ?? [];
      expect(members.some((member) => member.state === state && member.role === 'member')).toBe(
        true,
      );
      expect(from < until).toBe(true);
    }
  });
});
