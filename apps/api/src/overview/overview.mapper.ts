import type { Figure } from '@enlace/domain';
import type { OverviewResponse } from '@enlace/contract';
import { FigureSums } from './figure-sums.js';
import { monthsOf, trendRange, type MonthRange } from './month-range.js';

/** Nationalities that have a column, and a line in the trend. */
const COLUMNS = 5;
/** Key of the sum of all, which no nationality has. */
const ALL = '';

interface PointRow {
  readonly point: string;
  readonly state: string;
  readonly firstEntry: boolean;
  readonly current: number;
  readonly previous: number;
  readonly protected: number;
}
interface CellRow extends Figure {
  readonly point: string;
  readonly firstEntry: boolean;
  readonly current: boolean;
  readonly nationality: string;
}
interface TrendRow extends Figure {
  readonly month: string;
  readonly nationality: string;
}

/** What the statement answers. */
export interface OverviewRows {
  readonly points: readonly PointRow[];
  readonly cells: readonly CellRow[];
  readonly reportedMonths: readonly { readonly month: string }[];
  readonly trend: readonly TrendRow[];
  readonly expected: number;
  readonly asAt: string;
}

interface Sums {
  readonly totals: FigureSums;
  readonly nationalities: FigureSums;
  readonly states: FigureSums;
  readonly points: FigureSums;
  readonly previous: FigureSums;
}

/** Adds up what is told of first entries, and of each point whether it counts as one or not. */
function sumsOf(rows: OverviewRows): Sums {
  const [totals, nationalities, states] = [new FigureSums(), new FigureSums(), new FigureSums()];
  const [points, previous] = [new FigureSums(), new FigureSums()];
  const stateOf = new Map(rows.points.map(({ point, state }) => [point, state]));
  for (const row of rows.points) {
    if (row.current > 0) points.open(row.point);
    if (row.previous > 0) previous.open(row.point);
    if (!row.firstEntry) continue;
    if (row.current > 0) totals.open('current');
    if (row.current > 0) states.open(row.state);
    if (row.previous > 0) totals.open('previous');
  }
  for (const cell of rows.cells) {
    (cell.current ? points : previous).add(cell.point, cell);
    if (!cell.firstEntry) continue;
    totals.add(cell.current ? 'current' : 'previous', cell);
    if (!cell.current) continue;
    nationalities.add(cell.nationality, cell);
    states.add(stateOf.get(cell.point) ?? '', cell);
  }
  return { totals, nationalities, states, points, previous };
}

function pointsOf(
  rows: OverviewRows,
  sums: Sums,
  columns: readonly string[],
): OverviewResponse['points'] {
  const parts = new FigureSums();
  for (const cell of rows.cells) {
    if (!cell.current) continue;
    const column = columns.includes(cell.nationality) ? cell.nationality : ALL;
    parts.add(`${cell.point} ${column}`, cell);
  }
  const isFirstEntry = new Map<string, boolean>();
  const stateOf = new Map<string, string>();
  for (const { point, state, firstEntry, current } of rows.points) {
    if (current === 0) continue;
    isFirstEntry.set(point, firstEntry && (isFirstEntry.get(point) ?? true));
    stateOf.set(point, state);
  }
  return sums.points.ranked().map((point) => ({
    crossingPoint: point,
    state: stateOf.get(point) ?? '',
    total: sums.points.tell(point),
    previous: sums.previous.tell(point),
    byNationality: columns.map((nationality) => ({
      nationality,
      figure: parts.tell(`${point} ${nationality}`),
    })),
    others: parts.tell(`${point} ${ALL}`),
    countsAsFirstEntry: isFirstEntry.get(point) ?? false,
  }));
}

/** One series for all, then one for each nationality with a column. */
function trendOf(
  rows: OverviewRows,
  range: MonthRange,
  columns: readonly string[],
): OverviewResponse['trend'] {
  const months = monthsOf(trendRange(range));
  const parts = new FigureSums();
  for (const { month } of rows.reportedMonths) parts.open(`${month} ${ALL}`);
  for (const row of rows.trend) {
    const column = columns.includes(row.nationality) ? row.nationality : ALL;
    parts.add(`${row.month} ${column}`, row);
  }
  const series = [...columns, ALL].map((nationality) => ({
    nationality: nationality === ALL ? 'others' : nationality,
    figures: months.map((month) => parts.tell(`${month} ${nationality}`)),
  }));
  return { months, series };
}

/** The answer from the statement's rows: everything in it is a sum of the same parts. */
export function overviewAnswer(
  rows: OverviewRows,
  range: MonthRange,
  months: readonly string[],
): OverviewResponse {
  const sums = sumsOf(rows);
  const nationalities = sums.nationalities.ranked();
  const columns = nationalities.slice(0, COLUMNS);
  const covered = monthsOf(range);
  const current = rows.points.filter((row) => row.current > 0);
  const states = [...new Set(current.map(({ state }) => state))].sort();
  const count = (key: 'current' | 'protected'): number =>
    current.reduce((sum, row) => sum + row[key], 0);
  return {
    from: covered[0] ?? '',
    to: covered.at(-1) ?? '',
    months: [...months],
    reporters: {
      reported: states.length,
      expected: Math.max(rows.expected, states.length),
      states,
    },
    total: sums.totals.tell('current'),
    previousTotal: sums.totals.tell('previous'),
    nationalities: nationalities.map((nationality) => ({
      nationality,
      figure: sums.nationalities.tell(nationality),
    })),
    states: sums.states.ranked().map((state) => ({ state, figure: sums.states.tell(state) })),
    points: pointsOf(rows, sums, columns),
    columns,
    trend: trendOf(rows, range, columns),
    sources: {
      reports: count('current'),
      protectedReports: count('protected'),
      asAt: rows.asAt,
    },
  };
}
