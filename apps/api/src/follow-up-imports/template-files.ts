import { stringify } from 'csv-stringify/sync';
import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node';
import { FOLLOW_UP_SHEETS, LABELS, type FollowUpSheet, type Language } from '@enlace/domain';
import { SHEET_COLUMNS, type SheetColumn } from './sheet-columns.js';
import { SHEET_TEXTS } from './sheet-texts.js';

/** An organization that may commit itself to the forum, by the code that files name it by. */
export interface NamedOrganization {
  readonly alias: string;
  readonly name: string;
}

const words = (value: string) => ({ value, type: String });
const heading = (value: string) => ({
  ...{ ...words(value), fontWeight: 'bold' as const, wrap: true },
  ...{ backgroundColor: '#e5f1f5', alignVertical: 'top' as const },
});
const wrapped = (value: string) => ({
  ...{ ...words(value), wrap: true, alignVertical: 'top' as const },
});

/** Headings in the reader's language; those of needed columns end in an asterisk. */
const headingsOf = (sheet: FollowUpSheet, language: Language): string[] =>
  SHEET_COLUMNS[sheet].map(
    ({ key, required }) => `${SHEET_TEXTS[language].columns[key]}${required ? ' *' : ''}`,
  );

/** One sheet of the template as CSV: its headings. */
export const templateCsv = (sheet: FollowUpSheet, language: Language): string =>
  stringify([headingsOf(sheet, language)], {
    ...{ bom: true, escape_formulas: true, record_delimiter: 'windows' },
  });

/** The whole template: a sheet for each kind with its headings, and one that explains them. */
export async function templateXlsx(
  language: Language,
  organizations: readonly NamedOrganization[],
): Promise<Buffer> {
  const texts = SHEET_TEXTS[language];
  const empty = FOLLOW_UP_SHEETS.map((sheet) => ({
    data: [headingsOf(sheet, language).map(heading)],
    columns: SHEET_COLUMNS[sheet].map(widthOf),
    ...{ sheet: texts.sheets[sheet], stickyRowsCount: 1 },
  }));
  const about = {
    data: aboutSheet(language, organizations),
    columns: [20, 26, 14, 90].map((width) => ({ width })),
    sheet: texts.about,
  };
  return writeExcelFile([...empty, about]).toBuffer();
}

const widthOf = ({ key }: SheetColumn) => ({
  width: key.startsWith('text') || key === 'deliverable' || key === 'verification' ? 44 : 22,
});

function aboutSheet(language: Language, organizations: readonly NamedOrganization[]): SheetData {
  const texts = SHEET_TEXTS[language];
  const columns = FOLLOW_UP_SHEETS.flatMap((sheet) =>
    SHEET_COLUMNS[sheet].map(({ key, required }): Row => [
      ...[wrapped(texts.sheets[sheet]), wrapped(texts.columns[key])],
      ...[wrapped(required ? texts.yes : texts.no), wrapped(texts.help[key])],
    ]),
  );
  return [
    ...texts.intro.map((line) => [words(line)]),
    [],
    [texts.sheet, texts.column, texts.needed, texts.what].map(heading),
    ...columns,
    ...codeTables(language),
    [],
    [texts.organizations, texts.code, '', texts.meaning].map(heading),
    ...organizations.map(({ alias, name }): Row => [null, words(alias), null, wrapped(name)]),
  ];
}

/** The codes of each closed list, once. */
function codeTables(language: Language): SheetData {
  const texts = SHEET_TEXTS[language];
  const listed = new Set<string>();
  return FOLLOW_UP_SHEETS.flatMap((sheet) =>
    SHEET_COLUMNS[sheet].flatMap(({ key, list }): Row[] => {
      if (list === undefined || listed.has(list)) return [];
      listed.add(list);
      return [
        [],
        [texts.columns[key], texts.code, '', texts.meaning].map(heading),
        ...Object.entries<string>(LABELS[list][language]).map(([code, label]): Row => [
          ...[null, words(code), null, wrapped(label)],
        ]),
      ];
    }),
  );
}
