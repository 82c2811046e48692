import type { ImportSettings } from '@enlace/contract';
import { guessColumns, guessYearlyPeriods } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { invalid } from '../problems/index.js';
import type { RememberedCodes } from './source-codes.js';
import type { SourceFile } from './source-file.js';

/** The whole border where the State reports it, else its first point that the actor's seat allows. */
async function likelyPoint(tx: Transaction, actor: ActingActor): Promise<string> {
  const point = await tx.maybe<{ id: string }>(
    `select id from crossing_point where state_id = $1 and ($2::uuid[] is null or id = any($2::uuid[]))
     order by kind <> 'whole-border', active_to nulls first, code limit 1`,
    [actor.organization.stateId, actor.seatPoints],
  );
  if (!point) throw invalid('/settings/crossingPoint', 'required');
  return point.id;
}

/**
 * Settings to begin with: columns by their headings, years by their dates, codes as remembered. A
 * code that nobody has mapped stays unmapped.
 */
export async function guessSettings(
  tx: Transaction,
  actor: ActingActor,
  { headings, rows }: SourceFile,
  remembered: RememberedCodes,
): Promise<ImportSettings> {
  const columns = guessColumns(headings);
  const { period, nationality, count, sex, ageBand } = columns;
  return {
    crossingPoint: await likelyPoint(tx, actor),
    unit: 'persons',
    observation: 'entry',
    sourceKind: 'register',
    columns: {
      ...{ period: period ?? '', nationality: nationality ?? '', count: count ?? '' },
      ...{ sex, ageBand },
    },
    yearlyPeriods: guessYearlyPeriods(rows, headings.indexOf(period ?? '')).slice(0, 200),
    nationalities: Object.fromEntries(remembered.nationality),
    sexes: Object.fromEntries(remembered.sex) as ImportSettings['sexes'],
    ageBands: Object.fromEntries(remembered.ageBand) as ImportSettings['ageBands'],
    finality: 'final',
    confirmations: [],
  };
}
