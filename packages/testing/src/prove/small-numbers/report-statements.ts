import type { ReportResponse } from '@enlace/contract';
import { FEWER_THAN_TEN, KEPT_WITHIN, type Figure } from '@enlace/domain';
import { figureOf, unknown, type Testimony, type Told } from './told.js';

/** Figures by nationality of one version. */
export type Cells = ReadonlyMap<string, Figure>;

/** The cells of a version as its reader is told them. */
export const cellsOf = ({ counts }: ReportResponse): Cells =>
  new Map(
    counts.flatMap(({ nationality, figure }) => {
      const told = figureOf(figure);
      return told === null ? [] : [[nationality, told] as const];
    }),
  );

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

/** Tells everything that one version of a report says. */
export function hearVersion(testimony: Testimony, source: string, report: ReportResponse): Cells {
  const { id, version } = report;
  const cells = cellsOf(report);
  const parts = new Map([...cells].map(([code, cell]) => [unknown(id, version, code), cell]));
  for (const [name, cell] of parts) testimony.hearSum(source, [name], cell);
  testimony.hearMade(`${source} total`, parts, report.total);
  const shares = shareStatements(`${source} shares`, report, [...parts.keys()]);
  for (const told of shares) testimony.hear(told);
  return cells;
}

const isLarge = ({ middle }: Figure): boolean => middle > FEWER_THAN_TEN.high;

/** What somebody who knows the rule works out from the cell of the second version beside the first. */
function cellKnowledge(
  source: string,
  names: [string, string],
  [was, is]: [Figure, Figure],
): Told[] {
  const [before, after] = names;
  if (was.high === 0 || is.high === 0 || is.low === is.high) return [];
  // Cells are kept on their own side of ten, so what is wider than that is known not to be.
  const side = isLarge(is)
    ? { low: FEWER_THAN_TEN.high + 1, high: Infinity }
    : { low: FEWER_THAN_TEN.low, high: FEWER_THAN_TEN.high };
  const told: Told[] = [{ source, terms: new Map([[after, 1]]), ...side }];
  if (!isLarge(was) || !isLarge(is)) return told;
  const moved = new Map([
    [after, 1],
    [before, -1],
  ]);
  const least = KEPT_WITHIN + 1;
  if (is.middle === was.middle) {
    told.push({ source, terms: moved, low: -2 * KEPT_WITHIN, high: 2 * KEPT_WITHIN });
  } else if (is.middle > was.middle) {
    told.push({ source, terms: moved, low: least, high: Infinity });
  } else {
    told.push({ source, terms: moved, low: -Infinity, high: -least });
  }
  if (is.middle !== was.middle) {
    // Made anew, and so from a value that rounds to its middle.
    told.push({
      source,
      terms: new Map([[after, 1]]),
      low: is.middle - KEPT_WITHIN,
      high: is.middle + KEPT_WITHIN,
    });
  }
  return told;
}

/** Tells what the first two versions of a report say together, to somebody who knows the rule. */
export function hearRevision(
  testimony: Testimony,
  report: string,
  [first, second]: [Cells, Cells],
): void {
  for (const [code, is] of second) {
    const was = first.get(code);
    if (!was) continue;
    const names: [string, string] = [unknown(report, 1, code), unknown(report, 2, code)];
    for (const told of cellKnowledge(`${report} revised`, names, [was, is])) testimony.hear(told);
  }
}
