import type { ImportSettings } from '@enlace/contract';
import { planImport, type ImportFault, type ImportPlan, type ImportReading } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { inTurns } from './in-turns.js';
import { importContext } from './import-context.js';
import type { SourceFile } from './source-file.js';

const readingOf = (settings: ImportSettings): ImportReading => ({
  columns: settings.columns,
  yearlyPeriods: new Set(settings.yearlyPeriods),
  codes: {
    nationality: new Map(Object.entries(settings.nationalities)),
    sex: new Map(Object.entries(settings.sexes)),
    ageBand: new Map(Object.entries(settings.ageBands)),
  },
});

/** Reads and checks a file; the dry run and the import ask the same. */
export async function checkFile(
  tx: Transaction,
  actor: ActingActor,
  file: SourceFile,
  settings: ImportSettings,
): Promise<ImportPlan> {
  const setting = await importContext(tx, actor, settings);
  const plan = await inTurns(planImport(file.headings, file.rows, readingOf(settings), setting));
  if (file.faults.length === 0) return plan;
  // A file that cannot be read has no columns either: that is not said beside it.
  return { ...plan, faults: file.faults, faultCount: file.faults.length };
}

/** The warnings that nobody has commented on. */
export const unconfirmed = (plan: ImportPlan, settings: ImportSettings): ImportFault[] =>
  plan.warnings
    .filter(({ rule }) => !settings.confirmations.some((confirmed) => confirmed.rule === rule))
    .map(({ rule }) => ({ row: 1, column: '', value: rule, rule: 'warning-not-confirmed' }));
