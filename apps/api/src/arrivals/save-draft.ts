import { Injectable } from '@nestjs/common';
import type { DraftContent, ReportWritten } from '@enlace/contract';
import { checkFigures, type RefusalRule } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { ArrivalReportVersionEntity } from './arrival-report-version.entity.js';
import { noteAuthor } from './draft-check.js';
import { replaceFigures } from './figures.js';
import { changeReport, workedReport, written } from './worked-report.js';

/**
 * What no draft may hold, not even unfinished: rows that contradict each other, and personal data,
 * which must never reach the database. Everything else is told by the checks and refused when sent.
 */
const NEVER_STORED: readonly RefusalRule[] = [
  'nationality-unknown',
  'nationality-duplicated',
  'cell-duplicated',
  'indicator-duplicated',
  'count-differs-from-cells',
  'note-too-long',
  'note-with-personal-data',
];

/** Saves the whole content of a draft, as autosave sends it; a returned version becomes a draft again. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  execute(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    content: DraftContent,
  ): Promise<ReportWritten> {
    refuseUnstorable(content);
    return this.database.write(actor, async (tx) => {
      const report = await workedReport(tx, actor, {
        ...{ id, ifMatch, act: 'edit', owner: 'organization', yours: content },
      });
      const { version } = report;
      await saveHeader(tx, id, version, content);
      await replaceFigures(tx, id, version, content);
      await noteAuthor(tx, actor, id, version);
      const revision = await changeReport(tx, report);
      await this.audit.append(tx, actor, {
        action: 'arrivals.enter',
        record: 'arrival-report',
        recordId: id,
        after: { version, ...content },
      });
      return written(tx, id, version, 'draft', revision);
    });
  }
}

function refuseUnstorable(content: DraftContent): void {
  const faults = checkFigures(content).filter(
    (finding) => finding.kind === 'refusal' && NEVER_STORED.includes(finding.rule),
  );
  if (faults.length === 0) return;
  throw new Problem('invalid-input', {
    errors: faults.slice(0, 200).map(({ pointer, rule, params }) => ({ pointer, rule, params })),
  });
}

const saveHeader = (
  tx: Transaction,
  id: string,
  version: number,
  content: DraftContent,
): Promise<unknown> =>
  tx.manager.update(
    ArrivalReportVersionEntity,
    { reportId: id, version },
    {
      ...{ state: 'draft', direction: content.direction, coverage: content.coverage },
      ...{ coveragePercent: content.coveragePercent, sampleSize: content.sampleSize },
      ...{ method: content.method, confidence: content.confidence, finality: content.finality },
      ...{ nil: content.nil, registerTotal: content.registerTotal, note: content.note },
    },
  );
