import { Injectable } from '@nestjs/common';
import type { ImportDryRun, ImportRequest, ImportSettings } from '@enlace/contract';
import { formatPeriod, suggestCode, type ImportPlan } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { checkFile, unconfirmed } from './check-file.js';
import { guessSettings } from './guess-settings.js';
import { rememberedCodes, type RememberedCodes } from './source-codes.js';
import { readSourceFile, type SourceFile } from './source-file.js';

/** Names in one answer; the rest is counted by `rows`. */
const MAX_NAMED = 40;

/** Says what an import would do, and writes nothing. */
@Injectable()
export class DryRunImport {
  constructor(private readonly database: Database) {}

  /** Without settings they are proposed; with settings they are taken as they are. */
  async execute(actor: ActingActor, input: ImportRequest): Promise<ImportDryRun> {
    const file = await readSourceFile(input.text);
    return this.database.read(actor, async (tx) => {
      const remembered = await rememberedCodes(tx, actor);
      const settings = input.settings ?? (await guessSettings(tx, actor, file, remembered));
      const plan = await checkFile(tx, actor, file, settings);
      return answerOf(file, settings, plan, remembered);
    });
  }
}

function answerOf(
  { headings }: SourceFile,
  settings: ImportSettings,
  plan: ImportPlan,
  remembered: RememberedCodes,
): ImportDryRun {
  const { rows, faults, faultCount, mergedCodes, yearlyRows, ownNationalityRows } = plan;
  return {
    ...{ headings: [...headings], settings, rows, faults: [...faults], faultCount },
    unknownCodes: plan.unknownCodes.map(({ column, code, rows: own }) => ({
      ...{ column, code, rows: own },
      suggested: suggestCode(column, code),
      remembered: remembered[column].has(code),
    })),
    mergedCodes: [...mergedCodes],
    warnings: plan.warnings.map(({ rule, rows: own, periods, nationalities }) => ({
      ...{ rule, rows: own },
      detail: { periods, nationalities: nationalities.slice(0, MAX_NAMED).join(' ') },
    })),
    periods: plan.reports.map(({ period, rows: own, total, exists }) => ({
      ...{ period: formatPeriod(period), rows: own, total, exists },
    })),
    ...{ yearlyRows, ownNationalityRows },
    ready: faultCount === 0 && unconfirmed(plan, settings).length === 0,
  };
}
