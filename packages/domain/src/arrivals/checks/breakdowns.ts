import type { DraftFigures } from './draft.js';
import { isCountable, reportTotal, totalsByNationality } from './draft.js';
import type { CheckFinding } from './rules.js';
import { refusal } from './rules.js';

/** Detailed bands by the broad band that contains them. */
const CONTAINED: Readonly<Record<string, readonly string[]>> = {
  '0-17': ['0-4', '5-11', '12-17'],
  '18+': ['18-59', '60+'],
};

const UNDER_18 = ['0-4', '5-11', '12-17', '0-17'];

/** A count equals the sum of the nationality's cells, where it has cells. */
export const checkCountsAgainstCells = (draft: DraftFigures): CheckFinding[] => {
  const sums = totalsByNationality({ counts: [], cells: draft.cells });
  return draft.counts.flatMap(({ nationality, value }, at) => {
    const cells = sums.get(nationality);
    if (cells === undefined || !isCountable(value) || value === cells) return [];
    return [
      refusal('count-differs-from-cells', `/counts/${at}/value`, {
        nationality,
        count: value,
        cells,
      }),
    ];
  });
};

/**
 * No row (nationality and sex) has people both in a band and in a part of that band: they would be
 * counted twice. A zero in either is no contradiction.
 */
export const checkAgeBands = (draft: DraftFigures): CheckFinding[] => {
  const bands = new Map<string, Set<string>>();
  const rowOf = ({ nationality, sex }: { nationality: string; sex: string }): string =>
    JSON.stringify([nationality, sex]);
  for (const cell of draft.cells) {
    if (!isCountable(cell.value) || cell.value === 0) continue;
    const row = bands.get(rowOf(cell)) ?? new Set();
    bands.set(rowOf(cell), row.add(cell.ageBand));
  }
  return draft.cells.flatMap((cell, at) => {
    const mixed =
      isCountable(cell.value) &&
      cell.value > 0 &&
      Object.hasOwn(CONTAINED, cell.ageBand) &&
      CONTAINED[cell.ageBand]?.some((part) => bands.get(rowOf(cell))?.has(part));
    return mixed
      ? [
          refusal('age-bands-mixed', `/cells/${at}/ageBand`, {
            nationality: cell.nationality,
            ageBand: cell.ageBand,
          }),
        ]
      : [];
  });
};

/** Each indicator is at most the total of its nationality, or of the report. */
export const checkIndicators = (draft: DraftFigures): CheckFinding[] => {
  const totals = totalsByNationality(draft);
  const whole = reportTotal(draft);
  return draft.indicators.flatMap(({ indicator, nationality, value }, at) => {
    const total = nationality === null ? whole : (totals.get(nationality) ?? 0);
    if (!isCountable(value) || value <= total) return [];
    return [
      refusal('indicator-above-total', `/indicators/${at}/value`, {
        indicator,
        ...(nationality === null ? {} : { nationality }),
        value,
        total,
      }),
    ];
  });
};

/**
 * The most under-18s there can be, by nationality: those counted below 18 where any age is given
 * (an unaccompanied child is known to be below 18, so it is never of unknown age), else everybody.
 */
const mostUnder18 = (draft: DraftFigures): ReadonlyMap<string, number> => {
  const most = new Map(totalsByNationality(draft));
  const aged = new Set(
    draft.cells.filter(({ ageBand }) => ageBand !== 'unknown').map((cell) => cell.nationality),
  );
  for (const nationality of aged) {
    const under18 = draft.cells.filter(
      (cell) => cell.nationality === nationality && UNDER_18.includes(cell.ageBand),
    );
    most.set(
      nationality,
      under18.reduce((sum, { value }) => sum + (isCountable(value) ? value : 0), 0),
    );
  }
  return most;
};

/** Unaccompanied and separated children together are at most the under-18s. */
export const checkChildren = (draft: DraftFigures): CheckFinding[] => {
  const most = mostUnder18(draft);
  const rows = draft.indicators
    .map((row, at) => ({ ...row, at }))
    .filter(({ indicator }) => ['unaccompanied-child', 'separated-child'].includes(indicator));
  const groups = Map.groupBy(rows, ({ nationality }) => nationality);
  return [...groups].flatMap(([nationality, children]) => {
    const value = children.reduce((sum, row) => sum + (isCountable(row.value) ? row.value : 0), 0);
    const under18s =
      nationality === null
        ? [...most.values()].reduce((sum, part) => sum + part, 0)
        : (most.get(nationality) ?? 0);
    if (value <= under18s) return [];
    return children.map(({ at }) =>
      refusal('children-above-under-18s', `/indicators/${at}/value`, {
        ...(nationality === null ? {} : { nationality }),
        value,
        under18s,
      }),
    );
  });
};
