import type { FigureAnswer, OverviewResponse } from '@enlace/contract';
import { isExtraContinental, type Figure } from '@enlace/domain';
import type { Cells } from './report-statements.js';
import { unknown, type Testimony } from './told.js';

/** One report as the attacker knows it: what it is about, and the cells that its current version has. */
export interface Known {
  readonly id: string;
  readonly state: string;
  readonly point: string;
  readonly month: string;
  readonly version: number;
  readonly firstEntry: boolean;
  readonly cells: Cells;
}

/** Filters of an overview, as they stand in its address. */
export type Question = Readonly<Record<string, string>>;

type Parts = ReadonlyMap<string, Figure>;
type Pick = (nationality: string) => boolean;

/** Cells of these reports, by the names of their unknowns. */
const partsOf = (reports: readonly Known[], pick: Pick): Parts =>
  new Map(
    reports.flatMap(({ id, version, cells }) =>
      [...cells].flatMap(([code, cell]) =>
        pick(code) ? [[unknown(id, version, code), cell] as const] : [],
      ),
    ),
  );

const monthsBefore = (month: string, count: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};

/** Nationalities that a question is about. */
export function pickOf(question: Question): Pick {
  const chosen = question['nationality']?.split(',');
  return (code) =>
    (question['scope'] === 'all' || isExtraContinental(code)) && (chosen?.includes(code) ?? true);
}

/** Reports that a question leaves, of all months; `members` are the States of its forum. */
export function reportsOf(
  known: readonly Known[],
  question: Question,
  members: ReadonlySet<string> | null,
): Known[] {
  const states = question['state']?.split(',');
  const points = question['crossingPoint']?.split(',');
  return known.filter(
    ({ state, point }) =>
      (states?.includes(state) ?? true) &&
      (points?.includes(point) ?? true) &&
      (members?.has(state) ?? true),
  );
}

/** Everything that the answer to one question says, figure by figure. */
export class OverviewStatements {
  private readonly pick: Pick;
  private readonly current: readonly Known[];
  private readonly previous: readonly Known[];

  constructor(
    private readonly testimony: Testimony,
    private readonly source: string,
    question: Question,
    private readonly scope: readonly Known[],
    private readonly answer: OverviewResponse,
  ) {
    this.pick = pickOf(question);
    const { from, to } = answer;
    const length =
      1 +
      [0, 1]
        .map((at) => [to, from][at] ?? '')
        .map(asIndex)
        .reduce((a, b) => a - b);
    const before = monthsBefore(from, length);
    this.current = scope.filter(({ month }) => month >= from && month <= to);
    this.previous = scope.filter(({ month }) => month >= before && month < from);
  }

  /** Tells it all. */
  hear(): void {
    const first = this.current.filter((report) => report.firstEntry);
    const firstBefore = this.previous.filter((report) => report.firstEntry);
    this.note('total', first, this.pick, this.answer.total);
    this.note('previous', firstBefore, this.pick, this.answer.previousTotal);
    for (const { nationality, figure } of this.answer.nationalities) {
      this.note(nationality, first, (code) => code === nationality, figure);
    }
    for (const { state, figure } of this.answer.states) {
      this.note(
        state,
        first.filter((report) => report.state === state),
        this.pick,
        figure,
      );
    }
    this.hearPoints();
    this.hearTrend();
    this.hearCounts();
  }

  private note(what: string, reports: readonly Known[], pick: Pick, figure: FigureAnswer): void {
    this.testimony.hearMade(`${this.source} ${what}`, partsOf(reports, pick), figure);
  }

  /** Counted, of those that have no column of their own. */
  private readonly isOther: Pick = (code) => this.pick(code) && !this.answer.columns.includes(code);

  private hearPoints(): void {
    for (const point of this.answer.points) {
      const at = ({ point: id }: Known): boolean => id === point.crossingPoint;
      const here = this.current.filter(at);
      this.note('point', here, this.pick, point.total);
      this.note('point before', this.previous.filter(at), this.pick, point.previous);
      for (const { nationality, figure } of point.byNationality) {
        this.note(`point ${nationality}`, here, (code) => code === nationality, figure);
      }
      this.note('point others', here, this.isOther, point.others);
    }
  }

  private hearTrend(): void {
    const { months, series } = this.answer.trend;
    for (const { nationality, figures } of series) {
      const pick: Pick = nationality === 'others' ? this.isOther : (code) => code === nationality;
      figures.forEach((figure, at) => {
        const there = this.scope.filter(
          ({ month, firstEntry }) => month === months[at] && firstEntry,
        );
        this.note(`trend ${nationality}`, there, pick, figure);
      });
    }
  }

  /** Numbers of reports, and the order of the nationalities: neither may know more than the reader. */
  private hearCounts(): void {
    const { sources, reporters, nationalities } = this.answer;
    const states = new Set(this.current.map(({ state }) => state));
    if (sources.reports !== this.current.length || reporters.reported !== states.size) {
      this.testimony.unlike.push(
        `${this.source}: ${sources.reports} reports of ${reporters.reported} States, and not ` +
          `${this.current.length} of ${states.size}`,
      );
    }
    const first = this.current.filter((report) => report.firstEntry);
    const middles = nationalities.map(({ nationality }) =>
      [...partsOf(first, (code) => code === nationality).values()].reduce(
        (sum, { middle }) => sum + middle,
        0,
      ),
    );
    const codes = nationalities.map(({ nationality }) => nationality);
    const isOrdered = middles.every((middle, at) => {
      const before = middles[at - 1] ?? Infinity;
      return middle < before || (middle === before && (codes[at] ?? '') > (codes[at - 1] ?? ''));
    });
    if (!isOrdered) {
      this.testimony.unlike.push(`${this.source}: an order that the middles do not make`);
    }
  }
}

const asIndex = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
