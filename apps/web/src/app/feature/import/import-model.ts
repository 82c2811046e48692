import type { ImportDryRun, ImportSettings } from '@enlace/contract';
import type { CodeColumn, ImportColumn } from '@enlace/domain';

/** The longest text that the server takes. */
export const MAX_CHARACTERS = 16_000_000;

/** The periods of one year, added up. */
export interface ImportYear {
  readonly year: string;
  readonly reports: number;
  readonly total: number;
  readonly exists: number;
}

const FIELDS = {
  nationality: 'nationalities',
  sex: 'sexes',
  ageBand: 'ageBands',
} as const satisfies Record<CodeColumn, keyof ImportSettings>;

/** What a code stands for; empty where nobody has said it. */
export const meaningOf = (settings: ImportSettings, column: CodeColumn, code: string): string => {
  const meanings: Readonly<Record<string, string>> = settings[FIELDS[column]];
  return meanings[code] ?? '';
};

/** The settings with another meaning of a code; an empty one takes it away. */
export const withMeaning = (
  settings: ImportSettings,
  column: CodeColumn,
  code: string,
  meaning: string,
): ImportSettings => {
  const before: Readonly<Record<string, string>> = settings[FIELDS[column]];
  const others = Object.entries(before).filter(([known]) => known !== code);
  const meanings = meaning === '' ? others : [...others, [code, meaning] as const];
  const after: Readonly<Record<string, string>> = Object.fromEntries<string>(meanings);
  return { ...settings, [FIELDS[column]]: after };
};

/** The settings with the codes that were mapped for the file before. */
export const withCodesOf = (
  before: ImportSettings | null,
  settings: ImportSettings,
): ImportSettings => ({
  ...settings,
  nationalities: { ...settings.nationalities, ...before?.nationalities },
  sexes: { ...settings.sexes, ...before?.sexes },
  ageBands: { ...settings.ageBands, ...before?.ageBands },
});

/** The settings with the columns of the file before, where this file has them all too. */
export const withColumnsOf = (
  before: ImportSettings | null,
  settings: ImportSettings,
  headings: readonly string[],
): ImportSettings => {
  const named = Object.values(before?.columns ?? {}).filter((heading) => heading !== null);
  const same = before !== null && named.every((heading) => headings.includes(heading));
  return same ? { ...settings, columns: before.columns } : settings;
};

/** The settings with another heading for a column; the two breakdowns may be missing. */
export const withColumn = (
  settings: ImportSettings,
  column: ImportColumn,
  heading: string,
): ImportSettings => {
  const optional = column === 'sex' || column === 'ageBand';
  const value = optional && heading === '' ? null : heading;
  return { ...settings, columns: { ...settings.columns, [column]: value } };
};

/** The settings with a year's January as the year's total, or as a month. */
export const withYear = (
  settings: ImportSettings,
  year: string,
  yearly: boolean,
): ImportSettings => {
  const others = settings.yearlyPeriods.filter((known) => known !== year);
  return { ...settings, yearlyPeriods: yearly ? [...others, year].sort() : others };
};

/** The comment on a warning. */
export const commentOn = (settings: ImportSettings, rule: string): string =>
  settings.confirmations.find((confirmed) => confirmed.rule === rule)?.comment ?? '';

/** The settings with another comment on a warning; an empty one takes it away. */
export const withComment = (
  settings: ImportSettings,
  rule: string,
  comment: string,
): ImportSettings => {
  const others = settings.confirmations.filter((confirmed) => confirmed.rule !== rule);
  const confirmations = comment.trim() === '' ? others : [...others, { rule, comment }];
  return { ...settings, confirmations };
};

/** What the file would make, by year. */
export const yearsOf = (periods: ImportDryRun['periods']): readonly ImportYear[] =>
  [...Map.groupBy(periods, ({ period }) => period.slice(0, 4))]
    .map(([year, own]) => ({
      ...{ year, reports: own.length, total: own.reduce((sum, { total }) => sum + total, 0) },
      exists: own.filter(({ exists }) => exists).length,
    }))
    .sort((one, other) => one.year.localeCompare(other.year));

/** Whether the file could be imported with these settings: no faults, and every warning commented. */
export const isReady = (answer: ImportDryRun, settings: ImportSettings): boolean =>
  answer.faultCount === 0 &&
  answer.periods.length > 0 &&
  answer.warnings.every(({ rule }) => commentOn(settings, rule).trim() !== '');
