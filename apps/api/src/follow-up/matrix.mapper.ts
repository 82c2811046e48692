import type { MatrixResponse, Names, StatusCounts } from '@enlace/contract';
import {
  AMERICAN_SUBREGIONS,
  americanSubregion,
  FOLLOW_UP_STATUSES,
  type AmericanSubregion,
  type Language,
} from '@enlace/domain';

type Column = MatrixResponse['states'][number] & { readonly names: Names };

/** The matrix as the query answers it: columns in no order, nothing counted. */
export interface MatrixRows extends Omit<MatrixResponse, 'states' | 'counts'> {
  readonly states: readonly { readonly state: string; readonly names: Names; shown: boolean }[];
}

/** The columns from north to south by subregion of M49, in each by name in the reader's language. */
export function columnsOf(states: MatrixRows['states'], language: Language): Column[] {
  const { compare } = new Intl.Collator(language);
  const place = (subregion: AmericanSubregion): number => AMERICAN_SUBREGIONS.indexOf(subregion);
  return states
    .flatMap((column) => {
      const subregion = americanSubregion(column.state);
      return subregion ? [{ ...column, subregion }] : [];
    })
    .sort(
      (one, other) =>
        place(one.subregion) - place(other.subregion) ||
        compare(one.names[language], other.names[language]),
    );
}

/** How many of the cells that are shown have each mark; those that are not listed have no report. */
export function countsOf({ provisions, states, cells }: MatrixRows): StatusCounts {
  const rows = new Set(provisions.filter(({ shown }) => shown).map(({ id }) => id));
  const columns = new Set(states.filter(({ shown }) => shown).map(({ state }) => state));
  const shown = cells.filter(({ provision, state }) => rows.has(provision) && columns.has(state));
  const counts = Object.fromEntries(
    FOLLOW_UP_STATUSES.map((mark) => [mark, shown.filter(({ status }) => status === mark).length]),
  ) as StatusCounts;
  return { ...counts, 'no-report': rows.size * columns.size - shown.length };
}

/** The matrix as its reader gets it. */
export const matrixAnswer = (rows: MatrixRows, language: Language): MatrixResponse => ({
  ...rows,
  states: columnsOf(rows.states, language).map(({ state, subregion, shown }) => ({
    state,
    subregion,
    shown,
  })),
  counts: countsOf(rows),
});
