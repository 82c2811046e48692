import type {
  FigureAnswer,
  OverviewResponse,
  ReferenceResponse,
  ReportResponse,
} from '@enlace/contract';
import { isExtraContinental } from '@enlace/domain';
import type { Statement } from '../../attacker/bounds.js';
import type { Client } from '../../client/client.js';

/** A statement with the address that made it. */
export interface Told extends Statement {
  readonly source: string;
}

/** One report as the attacker knows it: what it is about, and which nationalities it counts. */
interface Known {
  readonly id: string;
  readonly state: string;
  readonly point: string;
  readonly month: string;
  readonly version: number;
  readonly firstEntry: boolean;
  readonly nationalities: readonly string[];
}

/** Name of an unknown: one nationality of one version. */
export const unknown = (report: string, version: number, nationality: string): string =>
  `${report}|${version}|${nationality}`;

const interval = (figure: FigureAnswer): [number, number] | null => {
  switch (figure.kind) {
    case 'exact':
      return [figure.value, figure.value];
    case 'about':
      return [figure.low, figure.high];
    case 'fewer-than-ten':
      return [1, 9];
    case 'not-reported':
      return null;
  }
};

const statement = (source: string, names: readonly string[], figure: FigureAnswer): Told[] => {
  const told = interval(figure);
  if (told === null || names.length === 0) return [];
  return [{ source, terms: new Map(names.map((name) => [name, 1])), low: told[0], high: told[1] }];
};

/** Shares of a report: unknowns of their own, which add up to the total and lie in their bands. */
function shareStatements(source: string, report: ReportResponse, names: readonly string[]): Told[] {
  if (report.detail !== 'protected') return [];
  const tables = Map.groupBy(report.shares, ({ table, key }) =>
    table === 'sex-age' ? 'sex-age' : key,
  );
  return [...tables].flatMap(([table, rows]) => {
    const total = (weight: number): [string, number][] => names.map((name) => [name, weight]);
    const parts = rows.map(({ key }) => `${report.id}|${report.version}|${table}|${key}`);
    const bands = rows.flatMap(({ band }, at): Told[] => {
      const part: [string, number] = [parts[at] ?? '', 100];
      return [
        { source, terms: new Map([part, ...total(-band.low)]), low: 0, high: Infinity },
        { source, terms: new Map([part, ...total(-band.high)]), low: -Infinity, high: 0 },
      ];
    });
    if (table !== 'sex-age') return bands;
    const whole = new Map([...parts.map((name): [string, number] => [name, 1]), ...total(-1)]);
    return [...bands, { source, terms: whole, low: 0, high: 0 }];
  });
}

/** Everything one account can fetch about the reports it sees. */
export class Gathering {
  readonly told: Told[] = [];
  private readonly known: Known[] = [];

  constructor(private readonly reader: Client) {}

  /** Lists every report, reads every version of each. */
  async readReports(): Promise<void> {
    const reference = await this.reader.get<ReferenceResponse>('/api/v1/reference');
    const firstEntry = new Set(
      reference.crossingPoints.filter((point) => point.countsAsFirstEntry).map(({ id }) => id),
    );
    let cursor: string | null = null;
    do {
      const page: { reports: ReportResponse[]; next: string | null } = await this.reader.get(
        `/api/v1/arrivals/reports?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      for (const { id } of page.reports) await this.readReport(id, firstEntry);
      cursor = page.next;
    } while (cursor !== null);
  }

  /** Asks the overview one question and notes every figure of the answer. */
  async ask(query: Readonly<Record<string, string>>): Promise<void> {
    const source = `/api/v1/arrivals/overview?${new URLSearchParams(query).toString()}`;
    const answer = await this.reader.get<OverviewResponse>(source);
    const chosen = query['nationality']?.split(',');
    const counts = (nationality: string): boolean =>
      (query['scope'] === 'all' || isExtraContinental(nationality)) &&
      (chosen?.includes(nationality) ?? true);
    const scope = this.known.filter(
      (report) =>
        (query['state']?.split(',').includes(report.state) ?? true) &&
        (query['crossingPoint']?.split(',').includes(report.point) ?? true),
    );
    const among = (reports: readonly Known[], pick: (nationality: string) => boolean): string[] =>
      reports.flatMap(({ id, version, nationalities }) =>
        nationalities.filter(pick).map((code) => unknown(id, version, code)),
      );
    const inRange = scope.filter(({ month }) => month >= answer.from && month <= answer.to);
    const first = inRange.filter((report) => report.firstEntry);
    const note = (names: readonly string[], figure: FigureAnswer, what: string): void => {
      this.told.push(...statement(`${source} ${what}`, names, figure));
    };
    note(among(first, counts), answer.total, 'total');
    for (const { nationality, figure } of answer.nationalities) {
      note(
        among(first, (code) => code === nationality),
        figure,
        nationality,
      );
    }
    for (const { state, figure } of answer.states) {
      note(
        among(
          first.filter((report) => report.state === state),
          counts,
        ),
        figure,
        state,
      );
    }
    for (const point of answer.points) {
      const here = inRange.filter((report) => report.point === point.crossingPoint);
      note(among(here, counts), point.total, 'point');
      for (const { nationality, figure } of point.byNationality) {
        note(
          among(here, (code) => code === nationality),
          figure,
          `point ${nationality}`,
        );
      }
      const others = (code: string): boolean => counts(code) && !answer.columns.includes(code);
      note(among(here, others), point.others, 'point others');
    }
    for (const { nationality, figures } of answer.trend.series) {
      figures.forEach((figure, at) => {
        const month = answer.trend.months[at];
        const there = scope.filter((report) => report.month === month && report.firstEntry);
        note(
          among(there, (code) => code === nationality),
          figure,
          `trend ${nationality}`,
        );
      });
    }
  }

  /** States and points of what was read, to ask about. */
  get places(): { states: string[]; points: string[]; nationalities: string[] } {
    const all = (pick: (report: Known) => readonly string[]): string[] =>
      [...new Set(this.known.flatMap(pick))].toSorted();
    return {
      states: all(({ state }) => [state]),
      points: all(({ point }) => [point]),
      nationalities: all(({ nationalities }) => nationalities),
    };
  }

  private async readReport(id: string, firstEntry: ReadonlySet<string>): Promise<void> {
    const path = `/api/v1/arrivals/reports/${id}`;
    const { versions } = await this.reader.get<{ versions: { version: number }[] }>(
      `${path}/versions`,
    );
    const current = await this.reader.get<ReportResponse>(path);
    for (const { version } of versions) {
      const report =
        version === current.version
          ? current
          : await this.reader.get<ReportResponse>(`${path}?version=${version}`);
      const names = report.counts.map(({ nationality }) => unknown(id, version, nationality));
      report.counts.forEach(({ figure }, at) => {
        this.told.push(...statement(`${path} v${version}`, [names[at] ?? ''], figure));
      });
      this.told.push(...statement(`${path} v${version} total`, names, report.total));
      this.told.push(...shareStatements(`${path} v${version} shares`, report, names));
    }
    this.known.push({
      id,
      state: current.state,
      point: current.crossingPoint,
      month: current.period,
      version: current.version,
      firstEntry: firstEntry.has(current.crossingPoint),
      nationalities: current.counts.map(({ nationality }) => nationality),
    });
  }
}
