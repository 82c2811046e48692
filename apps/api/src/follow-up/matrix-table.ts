import type { FollowUpStatus, Language } from '@enlace/domain';
import { columnsOf, type MatrixRows } from './matrix.mapper.js';

/** One provision with the marks of its States. */
export interface MatrixLine {
  readonly number: string;
  readonly title: string;
  readonly group: string;
  readonly marks: readonly FollowUpStatus[];
  readonly overdue: number;
}

/** The matrix as a file has it. */
export interface MatrixTable {
  readonly states: readonly string[];
  readonly lines: readonly MatrixLine[];
}

/** What the filters leave of the matrix, in the order of the screen: what is greyed out there is left out. */
export function matrixTable(rows: MatrixRows, language: Language): MatrixTable {
  const columns = columnsOf(rows.states, language).filter(({ shown }) => shown);
  const marks = new Map(
    rows.cells.map(({ provision, state, status }) => [`${provision} ${state}`, status]),
  );
  const lines = rows.provisions
    .filter(({ shown }) => shown)
    .map(({ id, number, titles, group }) => {
      const own = columns.map(({ state }) => marks.get(`${id} ${state}`) ?? 'no-report');
      const overdue = own.filter((mark) => mark === 'overdue').length;
      return { number, title: titles[language], group: group ?? '', marks: own, overdue };
    });
  return { states: columns.map(({ names }) => names[language]), lines };
}
