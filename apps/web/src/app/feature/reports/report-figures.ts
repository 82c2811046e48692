import type { ReportResponse } from '@enlace/contract';
import type { AgeBand, Indicator, Sex } from '@enlace/domain';
import { AGE_BANDS, INDICATORS, SEXES } from '@enlace/domain';

type ExactReport = Extract<ReportResponse, { detail: 'exact' }>;
type ProtectedReport = Extract<ReportResponse, { detail: 'protected' }>;
type Cells = ExactReport['cells'];
/** A share as a closed band of percentages. */
export type Band = ProtectedReport['shares'][number]['band'];

/** What one place of the table of sex and age holds; null: nothing was reported there. */
export type SexAgeValue = number | Band | null;

/** The table of sex by age band; only the bands that the report uses have a row. */
export interface SexAgeTable {
  readonly sexes: readonly Sex[];
  readonly rows: readonly { readonly band: AgeBand; readonly values: readonly SexAgeValue[] }[];
}

const tableOf = (at: (sex: Sex, band: AgeBand) => SexAgeValue): SexAgeTable => ({
  sexes: SEXES,
  rows: AGE_BANDS.map((band) => ({ band, values: SEXES.map((sex) => at(sex, band)) })).filter(
    ({ values }) => values.some((value) => value !== null),
  ),
});

/** Adds up the cells of all nationalities, or of one. */
export const sexAgeOfCells = (cells: Cells, nationality: string | null): SexAgeTable => {
  const sums = new Map<string, number>();
  for (const cell of cells) {
    if (nationality !== null && cell.nationality !== nationality) continue;
    const key = `${cell.sex}|${cell.ageBand}`;
    sums.set(key, (sums.get(key) ?? 0) + cell.value);
  }
  return tableOf((sex, band) => sums.get(`${sex}|${band}`) ?? null);
};

/** Lays out the bands that a protected reader gets. */
export const sexAgeOfShares = (shares: ProtectedReport['shares']): SexAgeTable => {
  const bands = new Map(
    shares.filter(({ table }) => table === 'sex-age').map(({ key, band }) => [key, band]),
  );
  return tableOf((sex, band) => bands.get(`${sex}|${band}`) ?? null);
};

/** Indicators of the whole report in the order of their list; they are never added up. */
export const indicatorsOf = (
  report: ReportResponse,
): readonly { readonly indicator: Indicator; readonly value: number | Band }[] =>
  INDICATORS.flatMap((indicator) => {
    const value =
      report.detail === 'exact'
        ? report.indicators.find((one) => one.indicator === indicator && one.nationality === null)
            ?.value
        : report.shares.find(({ table, key }) => table === 'indicator' && key === indicator)?.band;
    return value === undefined ? [] : [{ indicator, value }];
  });

/** One nationality's indicators; null: nothing was reported for it. */
export interface IndicatorRow {
  readonly nationality: string;
  readonly values: readonly (number | null)[];
}

/** Indicators by nationality of an exact report: those that are told by nationality have a column. */
export const indicatorsByNationality = (
  indicators: ExactReport['indicators'],
): { readonly columns: readonly Indicator[]; readonly rows: readonly IndicatorRow[] } => {
  const told = indicators.flatMap(({ nationality, ...one }) =>
    nationality === null ? [] : [{ ...one, nationality }],
  );
  const columns = INDICATORS.filter((code) => told.some(({ indicator }) => indicator === code));
  const nationalities = [...new Set(told.map(({ nationality }) => nationality))];
  const at = (nationality: string, code: Indicator): number | null =>
    told.find((one) => one.nationality === nationality && one.indicator === code)?.value ?? null;
  return {
    columns,
    rows: nationalities.map((nationality) => ({
      nationality,
      values: columns.map((code) => at(nationality, code)),
    })),
  };
};
