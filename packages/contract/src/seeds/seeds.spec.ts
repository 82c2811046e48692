import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isNationality, LANGUAGES, NATIONALITIES } from '@enlace/domain';
import * as z from 'zod';
import { DEMO_SEEDS, REFERENCE_SEEDS, type DemoSeeds, type ReferenceSeeds } from './index.js';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'));

const parsed = (folder: string, schemas: Readonly<Record<string, z.ZodType>>): object =>
  Object.fromEntries(
    Object.entries(schemas).map(([file, schema]) => [
      file,
      schema.parse(read(`seeds/${folder}/${file}.json`)),
    ]),
  );

const reference = parsed('reference', REFERENCE_SEEDS) as ReferenceSeeds;
const demo = parsed('demo', DEMO_SEEDS) as DemoSeeds;
const realm = z
  .object({
    organizations: z.array(
      z.object({
        id: z.string(),
        alias: z.string(),
        members: z.array(z.object({ username: z.string() })),
      }),
    ),
    users: z.array(
      z.object({ id: z.string(), username: z.string(), realmRoles: z.array(z.string()) }),
    ),
  })
  .parse(read('docker/keycloak/realm-demo.json'));

const organizations = [
  ...reference.organizations.organizations,
  ...demo.organizations.organizations,
];
const states = new Map(reference.states.states.map((state) => [state.code, state]));
const points = new Map(
  reference['crossing-points'].crossingPoints.map((point) => [point.code, point]),
);
const aliases = new Set(organizations.map(({ alias }) => alias));
const forums = new Map(reference.forums.forums.map((forum) => [forum.alias, forum]));

/** States in a forum in the roles, without suspended ones. */
const inForum = (alias: string, roles: readonly string[]): Set<string> =>
  new Set(
    forums
      .get(alias)!
      .members.filter(({ role, suspendedFrom }) => roles.includes(role) && suspendedFrom === null)
      .flatMap(({ state }) => state ?? []),
  );

const expectUnique = (values: readonly string[]): void => {
  expect(values.toSorted()).toEqual([...new Set(values)].toSorted());
};

describe('reference seeds', () => {
  it('have the 35 States and 22 territories of the Americas, with the numeric code as id', () => {
    const americas = NATIONALITIES.filter(({ region }) => region === 'americas');
    expect(reference.states.states.map(({ code, id }) => [code, id])).toEqual(
      americas.map(({ code, numeric }) => [code, Number(numeric)]),
    );
    expect(reference.states.states.filter(({ kind }) => kind === 'state')).toHaveLength(35);
  });

  it('have the 38 recommendations in eight groups, with a note where the text reads [sic]', () => {
    const { groups } = reference.recommendations;
    const texts = groups.flatMap(({ recommendations }) => recommendations);
    expect(groups.map(({ code }) => code).join('')).toBe('ABCDEFGH');
    expect(texts).toHaveLength(38);
    expectUnique(texts.map(({ code }) => code));
    expect(texts.filter(({ note }) => note).map(({ code }) => code)).toEqual(
      'A5 B2 E2 E3 G3 H1 H3'.split(' '),
    );
    for (const { titles, unofficial } of groups) {
      expect(new Set(LANGUAGES.map((language) => titles[language])).size).toBe(4);
      expect(unofficial).toEqual(['es', 'pt', 'fr']);
    }
  });

  it('have the forums overlap as their membership says', () => {
    const sacm = inForum('sacm', ['member']);
    const mercosur = inForum('mercosur', ['member', 'associate']);
    expect([...sacm].filter((code) => !mercosur.has(code))).toEqual(['VEN']);
    expect([...mercosur].filter((code) => !sacm.has(code))).toEqual(['PAN']);
    expect(inForum('rcm', ['member']).size).toBe(11);
    expect(inForum('caricom', ['member']).size).toBe(15);
    expect(sacm.size).toBe(12);
    const caricom = inForum('caricom', ['member']);
    expect([...inForum('rcm', ['member'])].filter((code) => caricom.has(code))).toEqual(['BLZ']);
    expect([...sacm].filter((code) => caricom.has(code))).toEqual(['GUY', 'SUR']);
  });

  it('name only States and organizations that exist', () => {
    const ids = new Set(organizations.map(({ id }) => id));
    for (const { members } of forums.values()) {
      for (const { state, organization } of members) {
        expect(state === null ? ids.has(organization ?? '') : states.has(state)).toBe(true);
      }
    }
    for (const { state } of points.values()) expect(states.has(state)).toBe(true);
  });

  it('place every point but whole borders, in a region of its own State', () => {
    for (const point of points.values()) {
      const whole = point.kind === 'whole-border';
      expect([point.code, point.longitude === null]).toEqual([point.code, whole]);
      if (point.region === null) expect(whole).toBe(true);
      const alpha2 = NATIONALITIES.find(({ code }) => code === point.state)?.alpha2;
      if (point.region !== null) expect(point.region.slice(0, 2)).toBe(alpha2);
    }
  });

  it('hold no person', () => {
    expect(JSON.stringify(reference)).not.toMatch(/username|"person"/);
  });
});

describe('demo seeds', () => {
  it('admit every organization and account of the realm but those that must stay out', () => {
    const pinned = realm.organizations.map(({ id, alias }) => `${alias} ${id}`);
    const seeded = organizations.map(({ id, alias }) => `${alias} ${id}`);
    expect(pinned.filter((one) => !one.startsWith('elsewhere ')).toSorted()).toEqual(
      seeded.toSorted(),
    );
    const accounts = realm.users.map(({ id, username }) => `${username} ${id}`);
    expect(accounts.filter((one) => !/^(stranger|outsider) /.test(one)).toSorted()).toEqual(
      demo.people.people.map(({ id, username }) => `${username} ${id}`).toSorted(),
    );
  });

  it('give each person the memberships and no function beyond the roles of the realm', () => {
    for (const { username, memberships } of demo.people.people) {
      const roles = realm.users.find((user) => user.username === username)!.realmRoles;
      const memberOf = realm.organizations
        .filter(({ members }) => members.some((member) => member.username === username))
        .map(({ alias }) => alias);
      expect(memberships.map(({ organization }) => organization)).toEqual(memberOf);
      for (const { functions } of memberships)
        expect(roles).toEqual(expect.arrayContaining(functions));
    }
  });

  it('have ids and names that occur once', () => {
    expectUnique(
      [
        ...organizations,
        ...demo.people.people,
        ...points.values(),
        ...forums.values(),
        ...demo['sharing-groups'].groups,
      ].map(({ id }) => id),
    );
    expectUnique(organizations.map(({ alias }) => alias));
    expectUnique(demo.people.people.map(({ username }) => username));
    expect(points.size).toBe(reference['crossing-points'].crossingPoints.length);
  });

  it('tell arrivals of eight or more States over five years, each by a point of its own', () => {
    const { series, months, mixes } = demo.arrivals;
    const reporting = series.map(({ crossingPoint, organization }) => {
      const { state } = demo.organizations.organizations.find(
        ({ alias }) => alias === organization,
      )!;
      expect(points.get(crossingPoint)?.state).toBe(state);
      return state;
    });
    expect(months).toBe(60);
    expect(new Set(reporting).size).toBeGreaterThanOrEqual(8);
    expect(Object.values(mixes).flatMap(Object.keys).every(isNationality)).toBe(true);
    for (const state of new Set(reporting)) expect(points.has(`${state}-BORDER`)).toBe(true);
  });

  it('name only what exists and share nothing above its classification', () => {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      confidential: ['organizations'],
      restricted: ['organizations', 'states', 'sharing-group', 'forum'],
      community: ['organizations', 'states', 'sharing-group', 'forum', 'community'],
      public: ['organizations', 'states', 'sharing-group', 'forum', 'community', 'public'],
    };
    const groups = new Set(demo['sharing-groups'].groups.map(({ alias }) => alias));
    const usernames = new Set(demo.people.people.map(({ username }) => username));
    for (const { classification, shares, ...series } of demo.arrivals.series) {
      expect(series.author).not.toBe(series.clearer);
      expect(usernames.has(series.author) && usernames.has(series.clearer)).toBe(true);
      for (const share of shares) {
        expect(allowed[classification]).toContain(share.kind);
        expect(demo.arrivals.purposes).toHaveProperty(share.purpose);
        if (share.kind === 'states')
          expect(share.states.every((code) => states.has(code))).toBe(true);
        if (share.kind === 'organizations')
          expect(share.organizations.every((alias) => aliases.has(alias))).toBe(true);
        if (share.kind === 'sharing-group') expect(groups.has(share.group)).toBe(true);
        if (share.kind === 'forum') expect(forums.has(share.forum)).toBe(true);
      }
    }
    for (const { owner, members } of demo['sharing-groups'].groups) {
      expect([owner, ...members].every((alias) => aliases.has(alias))).toBe(true);
    }
  });

  it('refuses weights that do not add up to one', () => {
    const broken = structuredClone(demo.arrivals);
    broken.mixes['darien']!['VEN'] = 0.1;
    expect(DEMO_SEEDS.arrivals.safeParse(broken).success).toBe(false);
  });
});
