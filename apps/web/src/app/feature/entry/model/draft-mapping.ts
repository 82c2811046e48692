import type { DraftContent, ReportResponse } from '@enlace/contract';
import type { DraftFigures } from '@enlace/domain';
import { AGE_BANDS, INDICATORS, SEXES } from '@enlace/domain';
import { COUNT_COLUMN, columnKey } from './columns';
import type { EntryState } from './entry-state';
import { indicatorKey } from './entry-state';
import { addRows, setCells } from './grid-model';

/** A report in exact detail, as its authors get it. */
export type ExactReport = Extract<ReportResponse, { detail: 'exact' }>;

const hasCells = (values: Readonly<Record<string, number>>): boolean =>
  Object.keys(values).some((column) => column !== COUNT_COLUMN);

/** What a person edits of a report. */
export const stateFromReport = (report: ExactReport): EntryState => {
  const { direction, coverage, coveragePercent, sampleSize, method } = report;
  const { confidence, finality, nil, registerTotal, note } = report;
  const empty: EntryState = {
    rows: [],
    indicators: Object.fromEntries(
      report.indicators.map((row) => [indicatorKey(row.indicator, row.nationality), row.value]),
    ),
    header: {
      ...{ direction, coverage, coveragePercent, sampleSize, method },
      ...{ confidence, finality, nil, registerTotal, note },
    },
  };
  const broken = new Set(report.cells.map(({ nationality }) => nationality));
  const counts = report.counts.flatMap(({ nationality, figure }) =>
    figure.kind === 'exact' && !broken.has(nationality)
      ? [{ nationality, column: COUNT_COLUMN, value: figure.value }]
      : [],
  );
  const cells = report.cells.map(({ nationality, sex, ageBand, value }) => ({
    ...{ nationality, column: columnKey(sex, ageBand), value },
  }));
  const rows = report.counts.map(({ nationality }) => nationality);
  return setCells(addRows(empty, rows), [...counts, ...cells]);
};

const cellsOf = (state: EntryState): DraftContent['cells'] =>
  state.rows.flatMap(({ nationality, values }) =>
    SEXES.flatMap((sex) =>
      AGE_BANDS.flatMap((ageBand) => {
        const value = values[columnKey(sex, ageBand)];
        return value === undefined ? [] : [{ nationality, sex, ageBand, value }];
      }),
    ),
  );

const countsOf = (state: EntryState): DraftContent['counts'] =>
  state.rows.flatMap(({ nationality, values }) => {
    const value = values[COUNT_COLUMN];
    return value === undefined ? [] : [{ nationality, value }];
  });

const indicatorsOf = (state: EntryState): DraftContent['indicators'] => {
  const nationalities = [null, ...state.rows.map(({ nationality }) => nationality)];
  return nationalities.flatMap((nationality) =>
    INDICATORS.flatMap((indicator) => {
      const value = state.indicators[indicatorKey(indicator, nationality)];
      return value === undefined ? [] : [{ indicator, nationality, value }];
    }),
  );
};

/** What the checks look at: all that was entered, a count that contradicts its cells included. */
export const figuresOf = (state: EntryState): DraftFigures => ({
  counts: countsOf(state),
  cells: cellsOf(state),
  indicators: indicatorsOf(state),
  nil: state.header.nil,
  registerTotal: state.header.registerTotal,
  note: state.header.note,
});

/** What autosave sends: where there are cells, the count is their sum and is left out. */
export const contentOf = (state: EntryState): DraftContent => {
  const broken = new Set(
    state.rows.flatMap(({ nationality, values }) => (hasCells(values) ? [nationality] : [])),
  );
  return {
    ...state.header,
    counts: countsOf(state).filter(({ nationality }) => !broken.has(nationality)),
    cells: cellsOf(state),
    indicators: indicatorsOf(state),
  };
};

/** The nationality and column, or the indicator, that a finding's pointer means. */
export const placeOf = (
  figures: DraftFigures,
  pointer: string,
): { readonly nationality: string; readonly column: string } | null => {
  const [, list, index] = /^\/(counts|cells)\/(\d+)/.exec(pointer) ?? [];
  const at = Number(index);
  if (list === 'counts') {
    const count = figures.counts[at];
    return count === undefined ? null : { nationality: count.nationality, column: COUNT_COLUMN };
  }
  const cell = list === 'cells' ? figures.cells[at] : undefined;
  return cell === undefined
    ? null
    : { nationality: cell.nationality, column: columnKey(cell.sex, cell.ageBand) };
};
