import { isOfTheAmericas, LOOK_ALIKE_NATIONALITIES } from '../../codes/nationalities.js';
import type { DraftFigures, DraftSetting } from './draft.js';
import { isCountable, reportTotal, totalsByNationality } from './draft.js';
import type { CheckFinding } from './rules.js';
import { warning } from './rules.js';

/** Pointer to the row that first mentions a nationality. */
const pointerTo = (draft: DraftFigures, nationality: string): string => {
  const is = (row: { readonly nationality: string }): boolean => row.nationality === nationality;
  const count = draft.counts.findIndex(is);
  return count >= 0 ? `/counts/${count}` : `/cells/${draft.cells.findIndex(is)}`;
};

/** Nationals of the Americas in a profile of arrivals from outside the continent. */
export const warnOfTheAmericas = (draft: DraftFigures): CheckFinding[] =>
  [...totalsByNationality(draft)]
    .filter(([nationality, total]) => total > 0 && isOfTheAmericas(nationality))
    .map(([nationality, total]) =>
      warning('nationality-of-the-americas', pointerTo(draft, nationality), { nationality, total }),
    );

/** Nationalities easily mistaken for one another, whether one of them is there or several. */
export const warnOfLookAlikes = (draft: DraftFigures): CheckFinding[] => {
  const totals = totalsByNationality(draft);
  return LOOK_ALIKE_NATIONALITIES.flatMap((group) =>
    group
      .filter((nationality) => (totals.get(nationality) ?? 0) > 0)
      .map((nationality) =>
        warning('nationality-look-alike', pointerTo(draft, nationality), {
          nationality,
          others: group.filter((code) => code !== nationality).join(' '),
        }),
      ),
  );
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? 0;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + upper) / 2 : upper;
};

/** More than three times, or less than a third of, the own median of the 12 months before. */
export const warnOfJumps = (draft: DraftFigures, { history }: DraftSetting): CheckFinding[] =>
  [...totalsByNationality(draft)].flatMap(([nationality, total]) => {
    const before = history.get(nationality) ?? [];
    if (before.length === 0) return [];
    const usual = median(before);
    const params = { nationality, total, median: usual };
    if (total > usual * 3) {
      return [warning('far-above-median', pointerTo(draft, nationality), params)];
    }
    return total * 3 < usual
      ? [warning('far-below-median', pointerTo(draft, nationality), params)]
      : [];
  });

/** The register's own total, where it is known, differs from the sum. */
export const warnOfRegisterTotal = (draft: DraftFigures): CheckFinding[] => {
  const sum = reportTotal(draft);
  const { registerTotal } = draft;
  return registerTotal === null || !isCountable(registerTotal) || registerTotal === sum
    ? []
    : [warning('register-total-differs', '/registerTotal', { registerTotal, sum })];
};
