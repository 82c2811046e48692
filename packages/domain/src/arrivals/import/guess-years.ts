import type { SourceRow } from './read-rows.js';
import { readPeriod } from './read-rows.js';

/**
 * Proposes the years whose rows are totals of the year: dated January and no other month, while
 * the file has a later year, so that a series that has just begun is not taken for one.
 */
export const guessYearlyPeriods = (rows: readonly SourceRow[], column: number): string[] => {
  const months = new Map<string, Set<string>>();
  for (const { cells } of rows) {
    const period = readPeriod(cells[column]?.trim() ?? '');
    if (period?.length !== 'month') continue;
    const year = period.from.slice(0, 4);
    months.set(year, (months.get(year) ?? new Set()).add(period.from.slice(5, 7)));
  }
  const last = [...months.keys()].sort().at(-1);
  return [...months]
    .filter(([year, seen]) => year !== last && seen.size === 1 && seen.has('01'))
    .map(([year]) => year)
    .sort();
};
