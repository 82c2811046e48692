import type { ReferenceResponse, ReportWritten } from '@enlace/contract';
import { countsOf, revised, type Cube } from '../../attacker/cubes.js';
import { Client } from '../../client/client.js';
import { makePublic, publish, revise, shareWith } from '../../client/publish.js';
import type { TestSystem } from '../../system.js';
import { readDarien } from './darien.js';
import { monthsOf } from './questions.js';
import { unknown } from './told.js';

/** Every third report is corrected once after it was shared. */
const REVISE_EVERY = 3;

/** Who gets a report in protected detail, and when. */
interface Sharing {
  /** From the first version on. */
  readonly first: readonly object[];
  /** Only once it was corrected, where it is. */
  readonly later: readonly object[];
}

/** A country that reports: its account's ending, and its code. */
interface Reporter {
  readonly account: string;
  readonly state: string;
}

const PANAMA: Reporter = { account: 'pa', state: 'PAN' };
const BRAZIL: Reporter = { account: 'br', state: 'BRA' };
const COLOMBIA: Reporter = { account: 'co', state: 'COL' };
/** Cubes that Panama reports; the rest is Brazil's, so that fora overlap in one State of three. */
const PANAMAS = 24;

/** Reports of the proof, and what is secret in them. */
export class Scene {
  /** True values by the attacker's names for them. */
  readonly secrets = new Map<string, number>();
  private readonly clients = new Map<string, Client>();

  constructor(
    private readonly system: TestSystem,
    private readonly reference: ReferenceResponse,
    private readonly year: number,
  ) {}

  /** The cubes as months of the points of two States, a third of them corrected. */
  async publishCubes(cubes: readonly Cube[]): Promise<void> {
    for (const [at, cube] of cubes.entries()) {
      const isPanamas = at < PANAMAS;
      const reporter = isPanamas ? PANAMA : BRAZIL;
      const place = isPanamas ? at : at - PANAMAS;
      const crossingPoint = this.pointsOf(reporter)[Math.floor(place / 12)];
      const period = monthsOf(this.year)[place % 12];
      if (!crossingPoint || !period) throw new Error('Too few crossing points for the cubes');
      await this.publishCube(reporter, { crossingPoint, period }, cube, at);
    }
  }

  /** Published months of the Darién file as Colombia's; how many, none where it is not present. */
  async publishDarien(): Promise<number> {
    const months = (await readDarien()) ?? [];
    const [crossingPoint] = this.pointsOf(COLOMBIA);
    if (!crossingPoint) throw new Error('Colombia has no crossing point');
    const { author, clearer } = this.peopleOf(COLOMBIA);
    for (const [at, { month: period, counts }] of months.entries()) {
      const written = await publish(author, clearer, { crossingPoint, period }, { counts });
      const { first, later } = this.sharingOf(at);
      await this.share(author, written.id, [...first, ...later]);
      this.keep(
        written,
        counts.map(({ nationality, value }) => [nationality, value]),
      );
    }
    return months.length;
  }

  private async publishCube(
    reporter: Reporter,
    key: { crossingPoint: string; period: string },
    cube: Cube,
    at: number,
  ): Promise<void> {
    const { author, clearer } = this.peopleOf(reporter);
    const written = await publish(author, clearer, key, cube);
    const { first, later } = this.sharingOf(at);
    await this.share(author, written.id, first);
    if (at % 8 === 5) {
      await shareWith(author, written.id, { kind: 'states', states: ['CUB'] }, 'exact');
    }
    this.keep(written, countsOf(cube));
    if (at % REVISE_EVERY === 0) {
      const again = revised(cube, at);
      const etag = await author.etagOf(`/api/v1/arrivals/reports/${written.id}`);
      this.keep(await revise(author, clearer, { ...written, etag }, again), countsOf(again));
    }
    await this.share(author, written.id, later);
  }

  /** The forum, another State and the public, each alone and with another, early and late. */
  private sharingOf(at: number): Sharing {
    const forum = {
      kind: 'forum',
      forum: this.reference.forums.find(({ alias }) => alias === 'rcm')?.id,
      roles: ['member', 'observer', 'secretariat'],
    };
    const state = { kind: 'states', states: ['CUB'] };
    const everybody = { kind: 'public' };
    const sharings: readonly Sharing[] = [
      { first: [forum], later: [state] },
      { first: [forum, state], later: [everybody] },
      { first: [forum], later: [] },
      { first: [everybody], later: [] },
      { first: [state], later: [forum] },
    ];
    return sharings[at % sharings.length] ?? { first: [forum], later: [] };
  }

  private async share(owner: Client, id: string, audiences: readonly object[]): Promise<void> {
    for (const audience of audiences) {
      if ('kind' in audience && audience.kind === 'public') await makePublic(owner, id);
      await shareWith(owner, id, audience);
    }
  }

  private keep(written: ReportWritten, counts: Iterable<[string, number]>): void {
    for (const [nationality, value] of counts) {
      this.secrets.set(unknown(written.id, written.version, nationality), value);
    }
  }

  private pointsOf({ state }: Reporter): string[] {
    return this.reference.crossingPoints
      .filter((point) => point.state === state && point.kind !== 'whole-border')
      .filter((point) => point.activeFrom <= '2020-01-01' && point.activeTo === null)
      .map(({ id }) => id);
  }

  private peopleOf({ account }: Reporter): { author: Client; clearer: Client } {
    return { author: this.client(`fp.${account}`), clearer: this.client(`cl.${account}`) };
  }

  private client(account: string): Client {
    const client = this.clients.get(account) ?? new Client(this.system, account);
    this.clients.set(account, client);
    return client;
  }
}
