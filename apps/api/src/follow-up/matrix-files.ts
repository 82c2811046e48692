import { stringify } from 'csv-stringify/sync';
import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node';
import { FOLLOW_UP_STATUSES, LABELS, type FollowUpStatus, type Language } from '@enlace/domain';
import type { MatrixQuery } from '@enlace/contract';
import { matrixTable } from './matrix-table.js';
import { MATRIX_TEXTS } from './matrix-texts.js';
import { countsOf, type MatrixRows } from './matrix.mapper.js';

/** A matrix to be written, with what was asked for. */
export interface AskedMatrix {
  readonly rows: MatrixRows;
  readonly query: MatrixQuery;
  readonly language: Language;
}

/** Fill and ink of each mark in a sheet, as on the screen in the light theme. */
const COLOURS: Readonly<Record<FollowUpStatus, readonly [fill: string, ink: string] | null>> = {
  overdue: ['#b72317', '#ffffff'],
  'due-soon': ['#ffdea0', '#594000'],
  late: ['#ffd7c8', '#532d1c'],
  'on-track': ['#e5f5e6', '#1b5032'],
  done: ['#84ba94', '#001f0e'],
  aspiration: null,
  dropped: ['#dee7eb', '#4e565a'],
  'no-report': null,
};

const headOf = (states: readonly string[], language: Language): string[] => {
  const { number, provision, group, overdue } = MATRIX_TEXTS[language];
  return [number, provision, group, ...states, overdue];
};

/** The matrix as CSV, a row for each provision; a cell that begins like a formula is marked as text. */
export function matrixCsv({ rows, language }: AskedMatrix): string {
  const { states, lines } = matrixTable(rows, language);
  const label = LABELS.followUpStatus[language];
  const body = lines.map(({ number, title, group, marks, overdue }) => [
    ...[number, title, group],
    ...marks.map((mark) => label[mark]),
    overdue,
  ]);
  return stringify([headOf(states, language), ...body], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

const words = (value: string) => ({ value, type: String });
const heading = (value: string) => ({ ...words(value), fontWeight: 'bold' as const, wrap: true });
const marked = (value: string, mark: FollowUpStatus) => {
  const colours = COLOURS[mark];
  return {
    ...words(value),
    ...(colours ? { backgroundColor: colours[0], textColor: colours[1] } : {}),
  };
};
const dated = (day: string) => ({ value: new Date(day), type: Date, format: 'yyyy-mm-dd' });

/** The matrix as a workbook: the marks on one sheet, what was asked for and the counts on the other. */
export async function matrixXlsx(asked: AskedMatrix): Promise<Buffer> {
  const texts = MATRIX_TEXTS[asked.language];
  const { data, columns } = matrixSheet(asked);
  const matrix = { data, columns, sheet: texts.matrix, stickyRowsCount: 1, stickyColumnsCount: 2 };
  const about = { data: aboutSheet(asked), columns: [{ width: 28 }, { width: 40 }] };
  return writeExcelFile([matrix, { ...about, sheet: texts.about }]).toBuffer();
}

function matrixSheet({ rows, language }: AskedMatrix) {
  const { states, lines } = matrixTable(rows, language);
  const label = LABELS.followUpStatus[language];
  const body = lines.map(({ number, title, group, marks, overdue }): Row => [
    ...[words(number), words(title), words(group)],
    ...marks.map((mark) => marked(label[mark], mark)),
    { value: overdue, type: Number },
  ]);
  const data: SheetData = [headOf(states, language).map(heading), ...body];
  const columns = [10, 44, 10, ...states.map(() => 13), 10].map((width) => ({ width }));
  return { data, columns };
}

function aboutSheet({ rows, query, language }: AskedMatrix): SheetData {
  const texts = MATRIX_TEXTS[language];
  const counts = countsOf(rows);
  const theme = query.theme && LABELS.provisionTheme[language][query.theme];
  const asked: readonly (readonly [string, string | undefined])[] = [
    [texts.forum, query.forum],
    [texts.theme, theme],
    [texts.group, query.group],
  ];
  const days: readonly (readonly [string, string | undefined])[] = [
    [texts.asAt, rows.today],
    [texts.from, query.from],
    [texts.until, query.until],
  ];
  return [
    [heading(texts.instrument), words(`${rows.instrument.titles[language]} (${query.instrument})`)],
    ...asked.flatMap(([name, value]) => (value ? [[heading(name), words(value)]] : [])),
    ...days.flatMap(([name, day]) => (day ? [[heading(name), dated(day)]] : [])),
    [null, heading(texts.cells)],
    ...FOLLOW_UP_STATUSES.map((mark) => [
      marked(LABELS.followUpStatus[language][mark], mark),
      { value: counts[mark], type: Number },
    ]),
  ];
}
