import type { World, WorldOrganization } from './world.js';

/** A share as a fixture declares it; instants in milliseconds. */
export interface FixtureShare {
  readonly kind: 'states' | 'organizations' | 'sharing-group' | 'forum' | 'community' | 'public';
  readonly states?: readonly string[];
  readonly organizations?: readonly string[];
  readonly group?: string;
  readonly forum?: string;
  readonly roles?: readonly string[];
  readonly detail: 'exact' | 'protected';
  readonly withheld: readonly string[];
  readonly opensAt: number;
  readonly endsAt: number;
  readonly revoked: boolean;
}

/** A report as a fixture declares it. */
export interface FixtureReport {
  readonly name: string;
  readonly owner: string;
  readonly state: string;
  /** Furthest that its only version went. */
  readonly versionState: 'draft' | 'submitted' | 'returned' | 'cleared' | 'retracted';
  readonly shares: readonly FixtureShare[];
}

/** What somebody gets of a report. */
export type Sight = 'nothing' | 'protected' | 'exact';

const isMember = (
  world: World,
  alias: string | undefined,
  roles: readonly string[],
  organization: WorldOrganization,
  day: string,
): 'as-state' | 'as-organization' | null => {
  if (roles.includes('observer') && organization.observerOf.includes(alias ?? '')) {
    return 'as-organization';
  }
  const forum = world.forums.find((one) => one.alias === alias);
  for (const member of forum?.members ?? []) {
    if (!roles.includes(member.role)) continue;
    if ((member.from ?? '') > day) continue;
    if (member.to !== null && member.to <= day) continue;
    if (member.suspendedFrom && member.suspendedFrom <= day) continue;
    if (member.organization === organization.id) return 'as-organization';
    if (organization.kind === 'state' && member.state === organization.state) return 'as-state';
  }
  return null;
};

/** Whether the share reaches the organization at that instant, and whether it may reach it exactly. */
function reach(
  world: World,
  share: FixtureShare,
  organization: WorldOrganization,
  at: number,
): Sight {
  const mayBeExact = organization.kind === 'state' ? share.detail : 'protected';
  switch (share.kind) {
    case 'public':
    case 'community':
      return mayBeExact;
    case 'states':
      return organization.kind === 'state' && share.states?.includes(organization.state ?? '')
        ? share.detail
        : 'nothing';
    case 'organizations':
      return share.organizations?.includes(organization.alias) ? share.detail : 'nothing';
    case 'sharing-group': {
      const group = world.groups.find(({ alias }) => alias === share.group);
      return group?.members.includes(organization.alias) ? mayBeExact : 'nothing';
    }
    case 'forum': {
      const day = new Date(at).toISOString().slice(0, 10);
      const how = isMember(world, share.forum, share.roles ?? [], organization, day);
      if (how === null) return 'nothing';
      return how === 'as-state' ? share.detail : 'protected';
    }
  }
}

const better = (one: Sight, other: Sight): Sight => {
  const order: readonly Sight[] = ['nothing', 'protected', 'exact'];
  return order.indexOf(one) > order.indexOf(other) ? one : other;
};

const isOpen = (share: FixtureShare, at: number): boolean =>
  !share.revoked && share.opensAt <= at && at < share.endsAt;

/**
 * What an organization (`null`: the public) gets of a report at an instant, rule by rule as the access
 * page, section 2 states them.
 */
export function sightOf(
  world: World,
  report: FixtureReport,
  organization: WorldOrganization | null,
  at: number,
): Sight {
  if (organization?.alias === report.owner) return 'exact';
  const isOwnState = organization?.kind === 'state' && organization.state === report.state;
  if (isOwnState) return report.versionState === 'draft' ? 'nothing' : 'exact';
  if (report.versionState !== 'cleared' && report.versionState !== 'retracted') return 'nothing';
  let best: Sight = 'nothing';
  for (const share of report.shares.filter((one) => isOpen(one, at))) {
    if (organization === null) {
      if (share.kind === 'public') best = better(best, 'protected');
      continue;
    }
    if (organization.kind === 'portal' && share.kind !== 'public') continue;
    if (organization.state !== null && share.withheld.includes(organization.state)) continue;
    const got =
      organization.kind === 'portal' ? 'protected' : reach(world, share, organization, at);
    best = better(best, got);
  }
  return best;
}
