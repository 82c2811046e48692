import type { ReferenceResponse, ReportWritten } from '@enlace/contract';
import { Client } from '../../client/client.js';
import { enter, publish, sendDraft, type Figures } from '../../client/publish.js';
import type { FixtureReport, FixtureShare } from '../../oracle/sight.js';
import type { World } from '../../oracle/world.js';
import type { TestSystem } from '../../system.js';
import { importOne } from './imported-fixture.js';
import type { PlacedReport } from './placed-report.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const REPORTS = '/api/v1/arrivals/reports';

interface Wanted extends Omit<FixtureReport, 'owner' | 'state' | 'shares'> {
  readonly classification: 'public' | 'community' | 'restricted' | 'confidential';
  readonly shares: readonly Partial<FixtureShare>[];
}

const share = (
  kind: FixtureShare['kind'],
  detail: FixtureShare['detail'],
  more: Partial<FixtureShare> = {},
): Partial<FixtureShare> => ({ kind, detail, ...more });

/** Every audience, classification, detail, opening and end, withheld-from and version state. */
function wanted(now: number): Wanted[] {
  const hour = Math.ceil((now + 60_000) / HOUR) * HOUR;
  const cleared = (
    name: string,
    classification: Wanted['classification'],
    ...shares: Partial<FixtureShare>[]
  ): Wanted => ({ name, versionState: 'cleared', classification, shares });
  const details = ['exact', 'protected'] as const;
  return [
    {
      name: 'draft',
      versionState: 'draft',
      classification: 'public',
      shares: [share('public', 'protected')],
    },
    {
      name: 'submitted',
      versionState: 'submitted',
      classification: 'public',
      shares: [share('public', 'protected')],
    },
    {
      name: 'returned',
      versionState: 'returned',
      classification: 'public',
      shares: [share('community', 'exact')],
    },
    {
      name: 'retracted',
      versionState: 'retracted',
      classification: 'public',
      shares: [share('community', 'exact')],
    },
    cleared('unshared', 'restricted'),
    ...details.flatMap((detail) => [
      cleared(
        `states ${detail}`,
        'confidential',
        share('states', detail, { states: ['COL', 'VEN'] }),
      ),
      cleared(
        `organizations ${detail}`,
        'confidential',
        share('organizations', detail, { organizations: ['unhcr', 've-court', 'cr-dgme'] }),
      ),
      cleared(
        `group ${detail}`,
        'restricted',
        share('sharing-group', detail, { group: 'darien-route' }),
      ),
      cleared(
        `rcm members ${detail}`,
        'restricted',
        share('forum', detail, { forum: 'rcm', roles: ['member'] }),
      ),
      cleared(
        `rcm all ${detail}`,
        'restricted',
        share('forum', detail, {
          forum: 'rcm',
          roles: ['member', 'associate', 'observer', 'secretariat'],
        }),
      ),
      cleared(
        `mercosur ${detail}`,
        'restricted',
        share('forum', detail, { forum: 'mercosur', roles: ['member', 'associate'] }),
      ),
      cleared(`community ${detail}`, 'community', share('community', detail)),
      cleared(
        `community ${detail} without VEN`,
        'community',
        share('community', detail, { withheld: ['VEN'] }),
      ),
      cleared(`public ${detail}`, 'public', share('public', detail)),
    ]),
    cleared(
      'sacm without VEN, VEN by name',
      'restricted',
      share('forum', 'exact', { forum: 'sacm', roles: ['member'], withheld: ['VEN'] }),
      share('states', 'protected', { states: ['VEN'] }),
    ),
    cleared('opens later', 'community', share('community', 'exact', { opensAt: hour })),
    cleared('ends tomorrow', 'community', share('community', 'exact', { endsAt: now + DAY })),
    cleared('revoked', 'community', share('community', 'exact', { revoked: true })),
    cleared(
      'revoked, but protected for the public',
      'public',
      share('states', 'exact', { states: ['COL'], revoked: true }),
      share('public', 'protected'),
    ),
  ];
}

const figuresOf = (index: number): Figures => ({
  cells: [
    { nationality: 'IND', sex: 'male', ageBand: '18-59', value: 100 + index },
    { nationality: 'CHN', sex: 'female', ageBand: '18-59', value: 40 },
    { nationality: 'VEN', sex: 'female', ageBand: '0-4', value: 7 },
  ],
  indicators: [
    { indicator: 'asylum-claimed', nationality: null, value: 30 },
    { indicator: 'asylum-claimed', nationality: 'IND', value: 20 },
    { indicator: 'asylum-claimed', nationality: 'VEN', value: 5 },
  ],
});

/** Where and by whom fixtures are made. */
export interface FixtureSite {
  readonly system: TestSystem;
  readonly world: World;
  /** The database's clock now, in milliseconds. */
  readonly now: number;
}

function audienceOf(
  reference: ReferenceResponse,
  site: FixtureSite,
  given: Partial<FixtureShare>,
  groups: ReadonlyMap<string, string>,
): object {
  const id = (alias: string): string | undefined =>
    site.world.organizations.find((one) => one.alias === alias)?.id;
  switch (given.kind) {
    case 'states':
      return { kind: 'states', states: given.states };
    case 'organizations':
      return { kind: 'organizations', organizations: given.organizations?.map(id) };
    case 'sharing-group':
      return { kind: 'sharing-group', group: groups.get(given.group ?? '') };
    case 'forum':
      return {
        kind: 'forum',
        forum: reference.forums.find(({ alias }) => alias === given.forum)?.id,
        roles: given.roles,
      };
    default:
      return { kind: given.kind };
  }
}

async function shareAs(
  owner: Client,
  id: string,
  given: Partial<FixtureShare>,
  audience: object,
): Promise<void> {
  const endsOn = given.endsAt ? new Date(given.endsAt).toISOString().slice(0, 10) : null;
  const made = await owner.send<{ id: string; etag: string }>('POST', `${REPORTS}/${id}/shares`, {
    audience,
    detail: given.detail,
    purpose: 'A fixture of the access proof',
    onward: 'none',
    opensAt: given.opensAt ? new Date(given.opensAt).toISOString() : null,
    endsOn,
    withheldFrom: given.withheld ?? [],
  });
  if (given.revoked) {
    await owner.send('DELETE', `${REPORTS}/${id}/shares/${made.id}`, undefined, made.etag);
  }
}

/** Makes every fixture over HTTP, as the people of Panama's migration service do it. */
export async function placeFixtures(site: FixtureSite): Promise<PlacedReport[]> {
  const owner = new Client(site.system, 'fp.pa');
  const clearer = new Client(site.system, 'cl.pa');
  const coordinator = new Client(site.system, 'nc.pa');
  const reference = await owner.get<ReferenceResponse>('/api/v1/reference');
  const { groups } = await owner.get<{ groups: { id: string; alias: string }[] }>(
    '/api/v1/sharing-groups',
  );
  const groupIds = new Map(groups.map(({ alias, id }) => [alias, id]));
  const point = reference.crossingPoints.find(
    ({ state, kind }) => state === 'PAN' && kind !== 'whole-border',
  );
  if (!point) throw new Error('Panama has no crossing point');
  const placed: PlacedReport[] = [];
  for (const [at, one] of wanted(site.now).entries()) {
    const period = `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    const key = { crossingPoint: point.id, period };
    const written = await place(owner, clearer, coordinator, key, one, figuresOf(at));
    const classified = await owner.get<{ classification: string }>(`${REPORTS}/${written.id}`);
    if (classified.classification !== one.classification) {
      const etag = await owner.etagOf(`${REPORTS}/${written.id}`);
      const body = { classification: one.classification };
      await owner.send('PUT', `${REPORTS}/${written.id}/classification`, body, etag);
    }
    for (const given of one.shares) {
      await shareAs(owner, written.id, given, audienceOf(reference, site, given, groupIds));
    }
    if (one.versionState === 'retracted') await retract(coordinator, written.id);
    placed.push({ ...filled(one, site.now), id: written.id, total: 147 + at });
  }
  return [...placed, await importOne(new Client(site.system, 'fp.co'))];
}

async function place(
  owner: Client,
  clearer: Client,
  coordinator: Client,
  key: { crossingPoint: string; period: string },
  one: Wanted,
  figures: Figures,
): Promise<ReportWritten> {
  if (one.versionState === 'cleared' || one.versionState === 'retracted') {
    return publish(owner, clearer, key, figures);
  }
  const draft = await enter(owner, key, figures);
  if (one.versionState === 'draft') return draft;
  const sent = await sendDraft(owner, draft);
  if (one.versionState === 'submitted') return sent;
  return coordinator.send(
    'POST',
    `${REPORTS}/${sent.id}/return`,
    { reason: 'Please look again.' },
    sent.etag,
  );
}

async function retract(coordinator: Client, id: string): Promise<void> {
  const etag = await coordinator.etagOf(`${REPORTS}/${id}`);
  await coordinator.send('POST', `${REPORTS}/${id}/retraction`, { reason: 'Counted twice.' }, etag);
}

/** The last day is told in whole days of Panama's zone, five hours behind UTC. */
const endOf = (instant: number): number => Math.floor(instant / DAY) * DAY + DAY + 5 * HOUR;

const filled = (one: Wanted, now: number): FixtureReport => ({
  name: one.name,
  owner: 'pa-snm',
  state: 'PAN',
  versionState: one.versionState,
  shares: one.shares.map((given) => ({
    kind: given.kind ?? 'public',
    detail: given.detail ?? 'protected',
    withheld: given.withheld ?? [],
    opensAt: given.opensAt ?? now - HOUR,
    endsAt: given.endsAt ? endOf(given.endsAt) : Infinity,
    revoked: given.revoked ?? false,
    ...(given.states ? { states: given.states } : {}),
    ...(given.organizations ? { organizations: given.organizations } : {}),
    ...(given.group ? { group: given.group } : {}),
    ...(given.forum ? { forum: given.forum } : {}),
    ...(given.roles ? { roles: given.roles } : {}),
  })),
});
