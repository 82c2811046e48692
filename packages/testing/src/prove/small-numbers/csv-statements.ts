import type { OverviewResponse } from '@enlace/contract';
import { ZERO, addFigures, type Figure } from '@enlace/domain';
import type { Known } from './overview-statements.js';
import { figureOf, unknown, type Testimony } from './told.js';

/** Columns of the export, in English. */
const COLUMNS = {
  ...{ period: 0, state: 1, point: 3, firstEntry: 6, nationality: 7 },
  ...{ value: 10, low: 11, middle: 12, high: 13 },
} as const;

interface Row {
  readonly period: string;
  readonly state: string;
  readonly point: string;
  readonly firstEntry: boolean;
  readonly nationality: string;
  readonly figure: Figure;
}

/** Fields of one line: plain, or in quotation marks with doubled ones inside. */
const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

function rowOf(line: string): Row {
  const fields = fieldsOf(line);
  const at = (column: keyof typeof COLUMNS): string => fields[COLUMNS[column]] ?? '';
  const [low, middle, high] = (['low', 'middle', 'high'] as const).map((column) =>
    Number(at('value') === '' ? at(column) : at('value')),
  );
  return {
    ...{ period: at('period'), state: at('state'), point: at('point') },
    ...{ firstEntry: at('firstEntry') === 'yes', nationality: at('nationality') },
    figure: { low: low ?? NaN, middle: middle ?? NaN, high: high ?? NaN },
  };
}

/** Rows of an export; those of a report that counts nobody have no nationality and no figures. */
export const readCsv = (text: string): Row[] =>
  text
    .split('\r\n')
    .slice(1)
    .filter((line) => line !== '')
    .map(rowOf);

const sumOf = (rows: readonly Row[]): Figure =>
  rows.reduce<Figure>((sum, { figure }) => addFigures(sum, figure), ZERO);

/** One export beside the answer to the same question. */
export interface Exported {
  readonly source: string;
  readonly rows: readonly Row[];
  readonly answer: OverviewResponse;
  readonly known: readonly Known[];
  /** Names of crossing points, as the export writes them. */
  readonly pointNames: ReadonlyMap<string, string>;
}

/** Tells what an export says, row by row, and holds it against the answer to the same question. */
export function hearCsv(testimony: Testimony, exported: Exported): void {
  const { source, answer, known, pointNames } = exported;
  const rows = exported.rows.filter(({ nationality }) => nationality !== '');
  const reports = new Map(
    known.map((report) => [
      `${report.month} ${report.state} ${pointNames.get(report.point) ?? ''}`,
      report,
    ]),
  );
  for (const { period, state, point, nationality, figure } of rows) {
    const report = reports.get(`${period} ${state} ${point}`);
    const cell = report?.cells.get(nationality);
    if (!report || !cell) {
      testimony.unlike.push(`${source}: ${period} ${point} ${nationality} is in no report known`);
      continue;
    }
    testimony.hearSum(source, [unknown(report.id, report.version, nationality)], figure);
    testimony.expect(`${source} ${period} ${point} ${nationality}`, figure, cell);
  }
  const first = rows.filter(({ firstEntry }) => firstEntry);
  const expect = (what: string, told: readonly Row[], made: Figure | null): void => {
    testimony.expect(`${source} ${what}`, sumOf(told), made ?? ZERO);
  };
  expect('total', first, figureOf(answer.total));
  for (const { nationality, figure } of answer.nationalities) {
    const rowsOf = first.filter((row) => row.nationality === nationality);
    expect(nationality, rowsOf, figureOf(figure));
  }
  for (const { state, figure } of answer.states) {
    const rowsOf = first.filter((row) => row.state === state);
    expect(state, rowsOf, figureOf(figure));
  }
  for (const { crossingPoint, total } of answer.points) {
    const name = pointNames.get(crossingPoint);
    const rowsOf = rows.filter(({ point }) => point === name);
    expect(name ?? crossingPoint, rowsOf, figureOf(total));
  }
}
