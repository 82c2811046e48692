import type {
  DeskResponse,
  OverviewResponse,
  ReferenceResponse,
  ReportResponse,
  ReportSummary,
  SearchResponse,
  versionListResponse,
} from '@enlace/contract';
import type { z } from 'zod';
import type { Client } from '../../client/client.js';
import { hearCsv, readCsv } from './csv-statements.js';
import { OverviewStatements, reportsOf, type Known, type Question } from './overview-statements.js';
import type { Places } from './questions.js';
import { cellsOf, hearRevision, hearVersion, type Cells } from './report-statements.js';
import { unknown, type Testimony } from './told.js';

const REPORTS = '/api/v1/arrivals/reports';
/** Hits of one kind that a search gives at most. */
const HITS = 10;

type Versions = z.infer<typeof versionListResponse>;

/** Everything that one reader can fetch of the reports it sees, told to a testimony. */
export class Gathering {
  private readonly known: Known[] = [];
  private readonly exactly = new Set<string>();
  private requests = 0;

  constructor(
    private readonly reader: Client,
    private readonly reference: ReferenceResponse,
    private readonly testimony: Testimony,
  ) {}

  get asked(): number {
    return this.requests;
  }

  get reports(): number {
    return this.known.length;
  }

  /** Versions that this reader may know exactly: they are no secret to it. */
  get exactVersions(): ReadonlySet<string> {
    return this.exactly;
  }

  /** Lists every report, reads every version of each. */
  async readReports(): Promise<void> {
    for (const { id } of await this.list('')) await this.readReport(id);
  }

  /** Asks the list under every filter, and hears its totals. */
  async askLists(filters: readonly Question[]): Promise<void> {
    for (const filter of filters) {
      const query = new URLSearchParams(filter).toString();
      for (const report of await this.list(`&${query}`)) {
        const known = this.known.find(({ id }) => id === report.id);
        if (!known) {
          this.testimony.unlike.push(`${this.name}: the list of ${query} has an unknown report`);
          continue;
        }
        this.testimony.hearMade(`${REPORTS}?${query}`, this.partsOf(known), report.total);
      }
    }
  }

  /** Searches, and holds the number of hits against what this reader knows. */
  async search(texts: ReadonlyMap<string, (report: Known) => boolean>): Promise<void> {
    for (const [text, finds] of texts) {
      const path = `/api/v1/search?q=${encodeURIComponent(text)}`;
      const { reports } = await this.get<SearchResponse>(path);
      const expected = Math.min(HITS, this.known.filter(finds).length);
      const strange = reports.filter(({ id }) => !this.known.some((report) => report.id === id));
      if (reports.length === expected && strange.length === 0) continue;
      this.testimony.unlike.push(
        `${this.name}: ${path} finds ${reports.length} reports, ${strange.length} unknown, and not ${expected}`,
      );
    }
  }

  /** Hears the totals of what is newly shared on the desk. */
  async readDesk(): Promise<void> {
    const { shared } = await this.get<DeskResponse>('/api/v1/desk');
    for (const { report, total } of shared) {
      const known = this.known.find(({ id }) => id === report);
      if (known) this.testimony.hearMade(`${this.name}: desk`, this.partsOf(known), total);
      else this.testimony.unlike.push(`${this.name}: the desk shows an unknown report`);
    }
  }

  /** Asks the overview one question, its export too where `csv` is wanted, and hears every figure. */
  async ask(question: Question, csv: boolean): Promise<void> {
    const query = new URLSearchParams(question).toString();
    const source = `${this.name}: /api/v1/arrivals/overview?${query}`;
    const answer = await this.get<OverviewResponse>(`/api/v1/arrivals/overview?${query}`);
    const scope = reportsOf(this.known, question, this.membersOf(question['forum']));
    new OverviewStatements(this.testimony, source, question, scope, answer).hear();
    if (!csv) return;
    const path = `/api/v1/arrivals/overview.csv?${query}&language=en`;
    this.requests += 1;
    const { status, text } = await this.reader.call(path);
    if (status !== 200) throw new Error(`${this.name}: ${path} -> ${status}`);
    hearCsv(this.testimony, {
      source: `${this.name}: ${path}`,
      rows: readCsv(text),
      answer,
      known: scope,
      pointNames: new Map(this.reference.crossingPoints.map(({ id, names }) => [id, names.en])),
    });
  }

  /** What was read, to ask about. */
  get places(): Places {
    const all = (pick: (report: Known) => readonly string[]): string[] =>
      [...new Set(this.known.flatMap(pick))].toSorted();
    return {
      states: all(({ state }) => [state]),
      points: all(({ point }) => [point]),
      nationalities: all(({ cells }) => [...cells.keys()]),
      forums: this.reference.forums.map(({ alias }) => alias),
    };
  }

  private get name(): string {
    return this.reader.account ?? 'the public';
  }

  private get<T>(path: string): Promise<T> {
    this.requests += 1;
    return this.reader.get<T>(path);
  }

  private async list(filter: string): Promise<ReportSummary[]> {
    const found: ReportSummary[] = [];
    let cursor: string | null = null;
    do {
      const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { reports: ReportSummary[]; next: string | null } = await this.get(
        `${REPORTS}?limit=100${filter}${more}`,
      );
      found.push(...page.reports);
      cursor = page.next;
    } while (cursor !== null);
    return found;
  }

  private partsOf({ id, version, cells }: Pick<Known, 'id' | 'version' | 'cells'>): Cells {
    return new Map([...cells].map(([code, cell]) => [unknown(id, version, code), cell]));
  }

  /** Member States of a forum today: what the filter goes by. */
  private membersOf(alias: string | undefined): ReadonlySet<string> | null {
    if (alias === undefined) return null;
    const today = new Date().toISOString().slice(0, 10);
    const members = this.reference.forums.find((one) => one.alias === alias)?.members ?? [];
    return new Set(
      members
        .filter(({ role, from }) => role === 'member' && (from ?? '') <= today)
        .filter(({ to, suspendedFrom }) => (to ?? '9') > today && (suspendedFrom ?? '9') > today)
        .flatMap(({ state }) => state ?? []),
    );
  }

  private async readReport(id: string): Promise<void> {
    const path = `${REPORTS}/${id}`;
    const { versions } = await this.get<Versions>(`${path}/versions`);
    const current = await this.get<ReportResponse>(path);
    const cells = new Map<number, Cells>();
    for (const { version, total } of versions) {
      const report =
        version === current.version
          ? current
          : await this.get<ReportResponse>(`${path}?version=${version}`);
      const source = `${this.name}: ${path} v${version}`;
      cells.set(version, hearVersion(this.testimony, source, report));
      if (report.detail === 'exact') this.exactly.add(`${id}|${version}`);
      const known = { id, version, cells: cellsOf(report) };
      this.testimony.hearMade(`${source} in the list`, this.partsOf(known), total);
    }
    const [first, second] = [cells.get(1), cells.get(2)];
    if (first && second) hearRevision(this.testimony, id, [first, second]);
    this.known.push({
      id,
      state: current.state,
      point: current.crossingPoint,
      month: current.period,
      version: current.version,
      firstEntry: this.reference.crossingPoints.some(
        (point) => point.id === current.crossingPoint && point.countsAsFirstEntry,
      ),
      cells: cells.get(current.version) ?? new Map(),
    });
  }
}
