import { sightOf, type FixtureReport, type FixtureShare } from '../../oracle/sight.js';
import type { World, WorldOrganization } from '../../oracle/world.js';
import type { PracticeFact, PracticeFacts } from './practice-facts.js';

/** A practice is shared whole with whom its classification says, never with the States it is withheld from. */
function sharesOf(fact: PracticeFact): FixtureShare[] {
  const { classification, forums, organizations, withheld } = fact;
  const share = (kind: FixtureShare['kind'], more: Partial<FixtureShare> = {}): FixtureShare => ({
    ...{ kind, detail: 'exact', withheld, opensAt: 0, endsAt: Infinity, revoked: false },
    ...more,
  });
  switch (classification) {
    case 'public':
      return [share('community'), share('public')];
    case 'community':
      return [share('community')];
    case 'restricted':
      return [
        share('organizations', { organizations }),
        ...forums.map((forum) =>
          share('forum', { forum, roles: ['member', 'associate', 'secretariat'] }),
        ),
      ];
    case 'confidential':
      return [share('organizations', { organizations })];
  }
}

/** What one reader may see and do with practices, as their page and the access page say it. */
export class PracticeSight {
  constructor(
    private readonly world: World,
    private readonly facts: PracticeFacts,
    private readonly organization: WorldOrganization | null,
    private readonly person: string | null,
    private readonly at: number,
  ) {}

  owns(practice: unknown): boolean {
    return this.organization?.alias === this.practice(practice).owner;
  }

  /** Whether readers have it and the reader is one of them, or the own organization's. */
  reads(practice: unknown): boolean {
    const fact = this.practice(practice);
    if (!fact.isPublished) return false;
    if (this.owns(practice)) return true;
    const record: FixtureReport = {
      ...{ name: fact.id, owner: '', state: '' },
      ...{ versionState: 'cleared', shares: sharesOf(fact) },
    };
    return sightOf(this.world, record, this.organization, this.at) !== 'nothing';
  }

  /** Own organization, readers once it is published, and whoever was asked to review a version. */
  sees(practice: unknown): boolean {
    return this.owns(practice) || this.reads(practice) || this.reviews(practice);
  }

  seesVersion(practice: unknown, version: unknown): boolean {
    const state = this.facts.versions.get(`${String(practice)}/${String(version)}`);
    const isOut = state === 'published' || state === 'superseded' || state === 'withdrawn';
    return (
      this.owns(practice) ||
      this.reviews(practice, version) ||
      (isOut && this.sees(practice) && this.practice(practice).isPublished)
    );
  }

  seesFile(practice: unknown, file: unknown): boolean {
    const versions = this.facts.files.get(String(file)) ?? [];
    return versions.some((version) => this.seesVersion(practice, version));
  }

  /** Whether the readers of a published practice include them, a reviewer of its next version too. */
  takesPart(practice: unknown): boolean {
    return this.practice(practice).isPublished && this.sees(practice);
  }

  isReviewer(person: unknown, organization: unknown): boolean {
    return this.person === person && this.organization?.id === organization;
  }

  private reviews(practice: unknown, version?: unknown): boolean {
    return this.facts.reviews.some(
      (review) =>
        review.practice === practice &&
        (version === undefined || review.version === version) &&
        review.state !== 'declined' &&
        this.isReviewer(review.person, review.organization),
    );
  }

  private practice(id: unknown): PracticeFact {
    const fact = this.facts.practices.get(String(id));
    if (!fact) throw new Error(`Nothing is known of the practice ${String(id)}`);
    return fact;
  }
}
