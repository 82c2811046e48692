import { totalsByNationality } from '../arrivals/checks/draft.js';
import { sumFigures } from '../calculations/figures.js';
import type { ExactFigures } from './exact-figures.js';
import { byCode } from './exact-figures.js';
import type { ProtectedCount } from './protected-count.js';
import { firstCount, revisedCount } from './protected-count.js';
import type { ShareBand } from './share-tables.js';
import { shareTables } from './share-tables.js';

/** All that protected readers' figures of one report version are made from. */
export interface ProtectedTwin {
  /** One row for each nationality the source reported, zero included; `base` is the owner's alone. */
  readonly counts: readonly ProtectedCount[];
  readonly shares: readonly ShareBand[];
}

/**
 * Makes the protected twin of a report version (source: access page, section 3). `previous` is the
 * twin that readers had before: the one of the last cleared version, `null` for the first. A nationality
 * that a revision drops has no row: not reported, which is not zero.
 */
export const protect = (exact: ExactFigures, previous: ProtectedTwin | null): ProtectedTwin => {
  const totals = [...totalsByNationality(exact)].toSorted(([one], [other]) => byCode(one, other));
  const bases = new Map(previous?.counts.map(({ nationality, base }) => [nationality, base]));
  const counts = totals.map(([nationality, value]) =>
    previous === null
      ? firstCount(nationality, value)
      : revisedCount(nationality, value, bases.get(nationality)),
  );
  const total = totals.reduce((sum, [, value]) => sum + value, 0);
  return { counts, shares: shareTables(exact, total, sumFigures(counts).low) };
};
