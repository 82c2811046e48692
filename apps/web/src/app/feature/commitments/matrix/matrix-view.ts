import type { MatrixCell, MatrixResponse, StatusCounts } from '@enlace/contract';
import { AMERICAN_SUBREGIONS, FOLLOW_UP_STATUSES, type FollowUpStatus } from '@enlace/domain';

type Provision = MatrixResponse['provisions'][number];

/** One row with its cells in the order of the columns; undefined: no commitment. */
export interface MatrixRow {
  readonly index: number;
  readonly provision: Provision;
  readonly cells: readonly (MatrixCell | undefined)[];
  /** Marks of the columns that the filters leave. */
  readonly counts: StatusCounts;
}

/** Rows under their heading. */
export interface MatrixGroup {
  readonly code: string;
  readonly titles: MatrixResponse['groups'][number]['titles'] | null;
  readonly rows: readonly MatrixRow[];
}

/** How many of these have each mark. */
export const countStatuses = (statuses: readonly FollowUpStatus[]): StatusCounts =>
  Object.fromEntries(
    FOLLOW_UP_STATUSES.map((mark) => [mark, statuses.filter((one) => one === mark).length]),
  ) as StatusCounts;

/** The rows under their headings; provisions of no group come under an empty one. */
export function groupsOf(matrix: MatrixResponse): readonly MatrixGroup[] {
  const cells = new Map(matrix.cells.map((cell) => [`${cell.provision} ${cell.state}`, cell]));
  const groups: { code: string; titles: MatrixGroup['titles']; rows: MatrixRow[] }[] = [];
  for (const [index, provision] of matrix.provisions.entries()) {
    const code = provision.group ?? '';
    if (groups.at(-1)?.code !== code) {
      const titles = matrix.groups.find((one) => one.code === code)?.titles ?? null;
      groups.push({ code, titles, rows: [] });
    }
    const row = matrix.states.map(({ state }) => cells.get(`${provision.id} ${state}`));
    const left = row.filter((_cell, column) => matrix.states[column]?.shown);
    const counts = countStatuses(left.map((cell) => cell?.status ?? 'no-report'));
    groups.at(-1)?.rows.push({ index, provision, cells: row, counts });
  }
  return groups;
}

/** How many columns each subregion has, from north to south. */
export const subregionsOf = ({ states }: MatrixResponse) =>
  AMERICAN_SUBREGIONS.map((code) => ({
    code,
    columns: states.filter(({ subregion }) => subregion === code).length,
  })).filter(({ columns }) => columns > 0);

/** Whether a column begins a subregion. */
export const beginsSubregion = ({ states }: MatrixResponse, column: number): boolean =>
  column === 0 || states[column]?.subregion !== states[column - 1]?.subregion;
