import { randomUUID } from 'node:crypto';
import type { DemoSeeds, ShareSeed } from '@enlace/contract/seeds';
import type { Transaction } from '../database/index.js';
import { insertRows, lookUp } from './insert-rows.js';
import { idsBy } from './load-participants.js';
import { stateIds } from './load-reference.js';
import type { PlacedReport } from './placed-reports.js';

/** Columns of a share that say whom it reaches, as `share_readers` makes them. */
interface Reach {
  readonly kind: string;
  readonly states: readonly number[];
  readonly organizations: readonly string[];
  readonly group_id: string | null;
  readonly group_edition: number | null;
  readonly forum_id: string | null;
  readonly forum_roles: readonly string[];
  readonly detail: number;
  readonly readers: readonly number[];
  readonly reader_details: readonly number[];
}

type Target = Omit<Reach, 'readers' | 'reader_details'>;

const COLUMNS = [
  ...['id', 'report_id', 'organization_id', 'kind', 'states', 'organizations', 'group_id'],
  ...['group_edition', 'forum_id', 'forum_roles', 'detail', 'purpose', 'onward', 'opens_at'],
  ...['withheld', 'readers', 'reader_details', 'created_at', 'created_by'],
];

/** Every report carries an exact share to its own State from the moment it is sent. */
const OWN_STATE = {
  es: 'Propio Estado',
  en: 'Own State',
  pt: 'Próprio Estado',
  fr: 'Propre État',
};

/** Turns the seeds' names into ids and asks the database which tokens each share reaches, once each. */
class Reaches {
  private readonly known = new Map<string, Promise<Reach>>();

  private constructor(
    private readonly tx: Transaction,
    private readonly states: ReadonlyMap<string, number>,
    private readonly organizations: ReadonlyMap<string, string>,
    private readonly forums: ReadonlyMap<string, string>,
    private readonly groups: ReadonlyMap<string, string>,
  ) {}

  static async open(tx: Transaction, demo: DemoSeeds): Promise<Reaches> {
    const states = await stateIds(tx);
    const organizations = await idsBy(tx, 'organization', 'alias');
    const forums = await idsBy(tx, 'forum', 'alias');
    const groups = new Map(demo['sharing-groups'].groups.map(({ alias, id }) => [alias, id]));
    return new Reaches(tx, states, organizations, forums, groups);
  }

  /** Ids of States, as `withheld` holds them. */
  stateIds(codes: readonly string[]): number[] {
    return codes.map((code) => lookUp(this.states, code, 'State'));
  }

  ownState(code: string): Promise<Reach> {
    return this.reach({ ...this.nobody(1), kind: 'own-state', states: this.stateIds([code]) });
  }

  of(share: ShareSeed): Promise<Reach> {
    const base = { ...this.nobody(share.detail === 'exact' ? 1 : 0), kind: share.kind };
    switch (share.kind) {
      case 'states':
        return this.reach({ ...base, states: this.stateIds(share.states) });
      case 'organizations': {
        const ids = share.organizations.map((alias) =>
          lookUp(this.organizations, alias, 'organization'),
        );
        return this.reach({ ...base, organizations: ids });
      }
      case 'sharing-group': {
        const group = lookUp(this.groups, share.group, 'sharing group');
        return this.reach({ ...base, group_id: group, group_edition: 1 });
      }
      case 'forum': {
        const forum = lookUp(this.forums, share.forum, 'forum');
        return this.reach({ ...base, forum_id: forum, forum_roles: share.roles });
      }
      case 'community':
      case 'public':
        return this.reach(base);
    }
  }

  private nobody(detail: number): Target {
    return {
      ...{ kind: '', states: [], organizations: [], group_id: null, group_edition: null },
      ...{ forum_id: null, forum_roles: [], detail },
    };
  }

  private reach(target: Target): Promise<Reach> {
    const key = JSON.stringify(target);
    const known = this.known.get(key) ?? this.ask(target);
    this.known.set(key, known);
    return known;
  }

  private async ask(target: Target): Promise<Reach> {
    const tokens = await this.tx.one<Pick<Reach, 'readers' | 'reader_details'>>(
      `select coalesce(array_agg(reader order by reader), '{}') as readers,
         coalesce(array_agg(reader_detail order by reader), '{}')::int[] as reader_details
       from share_readers($1, $2::smallint[], $3::uuid[], $4::uuid, $5::int, $6::uuid, $7::text[], $8::smallint)`,
      Object.values(target),
    );
    return { ...target, ...tokens };
  }
}

/** Openings are at whole hours, so that a share never opens after what it was made for. */
const wholeHour = (at: Date): Date => new Date(at.getTime() - (at.getTime() % 3_600_000));

async function sharesOf(
  reaches: Reaches,
  report: PlacedReport,
  purposes: DemoSeeds['arrivals']['purposes'],
): Promise<object[]> {
  const [first] = report.versions;
  if (!first?.submittedAt) return [];
  const key = { report_id: report.id, organization_id: report.organizationId };
  const made = (at: Date): object => ({
    ...{ id: randomUUID(), ...key, created_at: at, created_by: report.authorId },
    opens_at: wholeHour(at),
  });
  const own = {
    ...made(first.submittedAt),
    ...(await reaches.ownState(report.state)),
    ...{ purpose: OWN_STATE[report.language], onward: 'none', withheld: [] },
  };
  const { clearedAt } = first;
  if (clearedAt === null) return [own];
  const shares: object[] = [own];
  for (const share of report.series.shares) {
    shares.push({
      ...made(clearedAt),
      ...(await reaches.of(share)),
      purpose: purposes[share.purpose]?.[report.language] ?? share.purpose,
      onward: share.onward,
      withheld: reaches.stateIds(share.withheldFrom),
    });
  }
  return shares;
}

/** The functions that cross organizations belong to the definer, as which the owner may act. */
export async function asDefiner(tx: Transaction, work: () => Promise<void>): Promise<void> {
  await tx.rows('set local role enlace_definer');
  await work();
  await tx.rows('reset role');
}

/** Tells the organizations that the newest reports reach, as sharing them would have. */
async function notifyOfNewest(tx: Transaction, reports: readonly PlacedReport[]): Promise<void> {
  const newest = reports.filter((report) => report.newest && report.versions[0]?.clearedAt);
  for (const { id, organizationId } of newest) {
    await tx.rows(`select set_config('app.organization', $1, true)`, [organizationId]);
    await tx.rows('select notify_recipients($1, $2)', [id, 'shared']);
  }
  await tx.rows(`select set_config('app.organization', $1, true)`, ['']);
}

/** Shares the reports as their series say and points each at its audience. */
export async function loadShares(
  tx: Transaction,
  reports: readonly PlacedReport[],
  demo: DemoSeeds,
): Promise<void> {
  const reaches = await Reaches.open(tx, demo);
  const shares: object[] = [];
  await asDefiner(tx, async () => {
    for (const report of reports) {
      shares.push(...(await sharesOf(reaches, report, demo.arrivals.purposes)));
    }
  });
  await insertRows(tx, 'share', COLUMNS, shares);
  const sent = reports.filter(({ versions }) => versions[0]?.submittedAt).map(({ id }) => id);
  await asDefiner(tx, async () => {
    await tx.rows('select refresh_report_audience(id) from unnest($1::uuid[]) as id', [sent]);
    await notifyOfNewest(tx, reports);
  });
}
