import type { Client as Connection } from 'pg';
import { sightOf, type Sight } from '../../oracle/sight.js';
import type { World, WorldOrganization } from '../../oracle/world.js';
import type { PlacedReport } from './placed-report.js';
import type { FollowUpFacts } from './follow-up-facts.js';
import { FollowUpSight } from './follow-up-sight.js';
import type { PracticeFacts } from './practice-facts.js';
import { PracticeSight } from './practice-sight.js';
import { readersOf, type Reader } from './sight.js';

/** One row of a table as JSON gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** What was placed, and the database's clock, in milliseconds. */
export interface Scene {
  readonly world: World;
  readonly reports: readonly PlacedReport[];
  readonly at: number;
  readonly followUp: FollowUpFacts;
  readonly practices: PracticeFacts;
}

const AUTHORITIES = ['state', 'judiciary', 'legislature'];
const SETTINGS = `select set_config('app.person', $6, true), set_config('app.organization', $1, true),
  set_config('app.readers', $2, true), set_config('app.state', $3, true),
  set_config('app.own_state', $4, true), set_config('app.firewall', $5, true)`;

/** Somebody who asks the database as the application does for them, and what the oracle says of their rows. */
export class Asker {
  /** What this reader may see and do in follow-up. */
  readonly followUp: FollowUpSight;
  /** What this reader may see and do with practices. */
  readonly practices: PracticeSight;

  private constructor(
    private readonly reader: Reader,
    private readonly scene: Scene,
    private readonly tokens: readonly number[],
    private readonly stateId: number,
  ) {
    const { world, followUp, practices, at } = scene;
    const { organization } = reader;
    this.followUp = new FollowUpSight(world, followUp, organization, at);
    this.practices = new PracticeSight(world, practices, organization, this.person, at);
  }

  /** Every reader of the proof, with the tokens that it holds now. */
  static async all(app: Connection, scene: Scene): Promise<Asker[]> {
    const askers: Asker[] = [];
    for (const reader of readersOf(scene.world)) {
      const { rows } = await app.query<{ tokens: number[]; state: number | null }>(
        `select case when $1::uuid is null then '{1}' else actor_readers($1::uuid) end as tokens,
           (select s.id from state s where s.code = $2) as state`,
        [reader.organization?.id ?? null, reader.organization?.state ?? null],
      );
      askers.push(new Asker(reader, scene, rows[0]?.tokens ?? [], rows[0]?.state ?? -1));
    }
    return askers;
  }

  get name(): string {
    return this.reader.actor.name;
  }

  get organization(): WorldOrganization | null {
    return this.reader.organization;
  }

  /** State whose nationals the firewall hides from this reader. */
  get firewalled(): string | null {
    const { kind, state } = this.organization ?? {};
    return kind !== undefined && AUTHORITIES.includes(kind) ? (state ?? null) : null;
  }

  /** The person who asks; `null`: nobody signed in. */
  private get person(): string | null {
    return this.scene.practices.people.get(this.reader.actor.account ?? '') ?? null;
  }

  /** Runs SQL with the settings of this reader and no filter of its own, and takes it back. */
  async ask<T>(app: Connection, work: () => Promise<T>): Promise<T> {
    await app.query('begin');
    try {
      await app.query(SETTINGS, [
        this.organization?.id ?? '',
        `{${this.tokens.join(',')}}`,
        String(this.stateId),
        this.organization?.kind === 'state' ? String(this.stateId) : '-1',
        this.firewalled ? `{${this.firewalled}}` : '{}',
        this.person ?? '',
      ]);
      return await work();
    } finally {
      await app.query('rollback');
    }
  }

  /** Whether the row's organization is the acting one. */
  owns(row: Row): boolean {
    return this.organization !== null && row['organization_id'] === this.organization.id;
  }

  /** Whether the reader is an organization of kind state of that State. */
  isOwnState(id: unknown): boolean {
    return this.organization?.kind === 'state' && id === this.stateId;
  }

  holdsToken(token: unknown): boolean {
    return this.tokens.some((held) => held === token);
  }

  /** The fixture that the row belongs to. */
  reportOf(row: Row): PlacedReport {
    const id = row['report_id'] ?? row['id'];
    const report = this.scene.reports.find((one) => one.id === id);
    if (!report) throw new Error('A row of a report that is no fixture');
    return report;
  }

  sight(row: Row): Sight {
    return sightOf(this.scene.world, this.reportOf(row), this.organization, this.scene.at);
  }

  /** What the public gets of the row's report. */
  publicSight(row: Row): Sight {
    return sightOf(this.scene.world, this.reportOf(row), null, this.scene.at);
  }

  /** Whether the report is of the own organization, or of the own State for its organizations of kind state. */
  isTheirs(row: Row): boolean {
    const { owner, state } = this.reportOf(row);
    const { alias, kind, state: own } = this.organization ?? {};
    return alias === owner || (kind === 'state' && own === state);
  }

  /** Whether they may work on the report: theirs, and already seen by them. */
  works(row: Row): boolean {
    return this.isTheirs(row) && this.sight(row) !== 'nothing';
  }

  /** Owner or member of the sharing group. */
  groupRole(id: unknown): 'owner' | 'member' | null {
    const group = this.scene.world.groups.find((one) => one.id === id);
    const alias = this.organization?.alias ?? '';
    if (group?.owner === alias) return 'owner';
    return group?.members.includes(alias) ? 'member' : null;
  }
}
