import type { FollowUpSheet, LabelList } from '@enlace/domain';

/** A column of a sheet. */
export interface SheetColumn {
  readonly key: ColumnKey;
  /** Whether a file without the column, or a row without the value, is refused. */
  readonly required: boolean;
  /** The closed list whose codes and labels it takes. */
  readonly list?: LabelList;
  /** Dates are cells of dates in a workbook, and ISO dates in a CSV file. */
  readonly isDay?: boolean;
  /** Several values, separated by semicolons. */
  readonly isList?: boolean;
}

/** Every column there is; a file names it by its heading in any of the four languages. */
export const COLUMN_KEYS = [
  'symbol',
  'kind',
  'language',
  'adoptedOn',
  'place',
  'titleEs',
  'titleEn',
  'titlePt',
  'titleFr',
  'instrument',
  'number',
  'textEs',
  'textEn',
  'textPt',
  'textFr',
  'themes',
  'repeats',
  'reference',
  'provisions',
  'actor',
  'title',
  'deliverable',
  'verification',
  'dueOn',
  'classification',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

const needed = (key: ColumnKey, more: Partial<SheetColumn> = {}): SheetColumn => ({
  ...{ key, required: true },
  ...more,
});
const optional = (key: ColumnKey, more: Partial<SheetColumn> = {}): SheetColumn => ({
  ...{ key, required: false },
  ...more,
});

const TITLES = [needed('titleEs'), needed('titleEn'), needed('titlePt'), needed('titleFr')];

/** The columns of each sheet, in the order of the template. */
export const SHEET_COLUMNS: Readonly<Record<FollowUpSheet, readonly SheetColumn[]>> = {
  instruments: [
    needed('symbol'),
    needed('kind', { list: 'instrumentKind' }),
    ...TITLES,
    needed('language', { list: 'language' }),
    optional('adoptedOn', { isDay: true }),
    optional('place'),
  ],
  provisions: [
    ...[needed('instrument'), needed('number'), ...TITLES],
    needed('language', { list: 'language' }),
    ...[optional('textEs'), optional('textEn'), optional('textPt'), optional('textFr')],
    optional('themes', { list: 'provisionTheme', isList: true }),
    optional('repeats', { isList: true }),
  ],
  commitments: [
    needed('reference'),
    needed('provisions', { isList: true }),
    needed('actor'),
    needed('language', { list: 'language' }),
    needed('title'),
    optional('deliverable'),
    optional('verification'),
    optional('dueOn', { isDay: true }),
    needed('classification', { list: 'classification' }),
  ],
  'due-dates': [needed('reference'), needed('dueOn', { isDay: true })],
};
