import type { Figure } from '../calculations/figures.js';
import { FEWER_THAN_TEN, ZERO } from '../calculations/figures.js';

/** How far an exact value may move from a cell's base before a revision makes the cell anew. */
export const KEPT_WITHIN = 2;

/** A protected cell; `base` is the exact value it was made from, for the owner alone. */
export interface ProtectedCount extends Figure {
  readonly nationality: string;
  readonly base: number;
}

/** The figure of an exact count in a first version (source: access page, section 3). */
export const protectCount = (value: number): Figure => {
  if (value === 0) return ZERO;
  if (value <= FEWER_THAN_TEN.high) return FEWER_THAN_TEN;
  const middle = Math.round(value / 5) * 5;
  return { low: Math.max(10, middle - 2), middle, high: middle + 2 };
};

/**
 * The same figure in a revised version. Cells made anew are widened like the kept ones: if they were
 * not, a reader could tell which values moved by three or more.
 */
const widen = (figure: Figure): Figure => ({
  low: Math.max(1, figure.low - KEPT_WITHIN),
  middle: figure.middle,
  high: figure.high + KEPT_WITHIN,
});

const isSmall = (value: number): boolean => value <= FEWER_THAN_TEN.high;

/**
 * Whether a cell made from `base` still stands for the value. Zero is always told, so never kept; and
 * no cell is kept across ten: "about 11" kept for a 9 would leave it two of its nine values.
 */
const stands = (value: number, base: number): boolean =>
  value > 0 &&
  base > 0 &&
  Math.abs(value - base) <= KEPT_WITHIN &&
  isSmall(value) === isSmall(base);

/** The cell of a first version. */
export const firstCount = (nationality: string, value: number): ProtectedCount => ({
  nationality,
  ...protectCount(value),
  base: value,
});

/**
 * The cell of a revised version. Kept or made anew, its interval is that of its base, widened once:
 * however many revisions follow, the value stays within two of the base.
 */
export const revisedCount = (
  nationality: string,
  value: number,
  previousBase: number | undefined,
): ProtectedCount => {
  const base = previousBase !== undefined && stands(value, previousBase) ? previousBase : value;
  const figure = protectCount(base);
  return { nationality, ...(base === 0 ? figure : widen(figure)), base };
};
