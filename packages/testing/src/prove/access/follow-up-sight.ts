import { sightOf, type FixtureReport, type FixtureShare } from '../../oracle/sight.js';
import type { World, WorldOrganization } from '../../oracle/world.js';
import type { CommitmentFact, FollowUpFacts, ReportFact } from './follow-up-facts.js';

const openTo = (kind: FixtureShare['kind'], more: Partial<FixtureShare> = {}): FixtureShare => ({
  ...{ kind, detail: 'exact', withheld: [], opensAt: 0, endsAt: Infinity, revoked: false },
  ...more,
});

/** A commitment is shared whole with its parties and partners, and with whom its classification says. */
const sharesOf = ({ classification, forum, ...commitment }: CommitmentFact): FixtureShare[] => [
  openTo('organizations', {
    organizations: [commitment.actor, commitment.secretariat, ...commitment.partners],
  }),
  ...(classification === 'confidential'
    ? []
    : [openTo('forum', { forum, roles: ['member', 'associate', 'secretariat'] })]),
  ...(classification === 'community' || classification === 'public' ? [openTo('community')] : []),
  ...(classification === 'public' ? [openTo('public')] : []),
];

/** What one reader may see and do in follow-up, as its page and the access page say it. */
export class FollowUpSight {
  constructor(
    private readonly world: World,
    private readonly facts: FollowUpFacts,
    private readonly organization: WorldOrganization | null,
    private readonly at: number,
  ) {}

  /** Actor, the State's own organizations, and the secretariat that recorded it. */
  isParty(commitment: unknown): boolean {
    const { actor, secretariat, state } = this.commitment(commitment);
    const { alias, kind, state: own } = this.organization ?? {};
    return (
      this.organization !== null &&
      (alias === actor || alias === secretariat || (kind === 'state' && own === state))
    );
  }

  sees(commitment: unknown): boolean {
    const fact = this.commitment(commitment);
    if (this.isParty(commitment)) return true;
    const record: FixtureReport = {
      ...{ name: fact.id, owner: fact.actor, state: fact.state ?? '' },
      versionState: 'cleared',
      shares: sharesOf(fact),
    };
    return sightOf(this.world, record, this.organization, this.at) !== 'nothing';
  }

  /** The actor or its State's own organizations: whoever may reply to a rating. */
  mayReply(commitment: unknown): boolean {
    const { actor, state } = this.commitment(commitment);
    const { alias, kind, state: own } = this.organization ?? {};
    return this.organization !== null && (alias === actor || (kind === 'state' && own === state));
  }

  /** Drafts are their author's, submitted ones the parties', accepted ones signed-in readers', published ones all readers'. */
  seesReport(id: unknown): boolean {
    const report = this.report(id);
    const { commitment, organization, state } = report;
    if (!this.sees(commitment)) return false;
    if (organization === this.organization?.id || state === 'published') return true;
    if (state === 'accepted' && this.organization !== null) return true;
    return state !== 'draft' && this.isParty(commitment);
  }

  ownsReport(id: unknown): boolean {
    return this.report(id).organization === this.organization?.id;
  }

  isPartyToReport(id: unknown): boolean {
    return this.isParty(this.report(id).commitment);
  }

  isPartyToDueDate(id: unknown): boolean {
    return this.isParty(find(this.facts.dueDates, id));
  }

  seesFile(id: unknown): boolean {
    const reports = this.facts.evidence.get(String(id)) ?? [];
    return reports.some((report) => this.seesReport(report));
  }

  seesInstrument(id: unknown): boolean {
    return find(this.facts.instruments, id).state !== 'draft' || this.ownsInstrument(id);
  }

  ownsInstrument(id: unknown): boolean {
    return find(this.facts.instruments, id).organization === this.organization?.id;
  }

  seesProvision(id: unknown): boolean {
    return this.seesInstrument(find(this.facts.provisions, id));
  }

  ownsProvision(id: unknown): boolean {
    return this.ownsInstrument(find(this.facts.provisions, id));
  }

  /** Today in UTC, which is near enough for terms of weeks. */
  get today(): string {
    return new Date(this.at).toISOString().slice(0, 10);
  }

  private commitment(id: unknown): CommitmentFact {
    return find(this.facts.commitments, id);
  }

  private report(id: unknown): ReportFact {
    return find(this.facts.reports, id);
  }
}

function find<T>(facts: ReadonlyMap<string, T>, id: unknown): T {
  const fact = facts.get(String(id));
  if (fact === undefined) throw new Error(`Nothing is known of ${String(id)}`);
  return fact;
}
