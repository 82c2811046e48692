import { Injectable } from '@nestjs/common';
import type { ProgressReportAnswer } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { reportAnswer } from './progress-reports.repository.js';
import { touchReport, workedReport } from './worked-report.js';

/** Takes evidence out of a report that is being written. */
@Injectable()
export class RemoveEvidence {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 404 where the report has no such evidence. */
  execute(
    actor: ActingActor,
    id: string,
    evidenceId: string,
    ifMatch: string,
  ): Promise<ProgressReportAnswer> {
    return this.database.write(actor, async (tx) => {
      const report = await workedReport(tx, actor, { id, act: 'edit', ifMatch });
      const before = await tx.maybe<Record<string, unknown>>(
        `delete from evidence where id = $1 and report_id = $2
         returning kind, title, url, file_id as file`,
        [evidenceId, id],
      );
      if (!before) throw new Problem('not-found');
      await touchReport(tx, id, report.next);
      await this.audit.append(tx, actor, {
        action: 'commitments.remove-evidence',
        record: 'progress-report',
        recordId: id,
        before,
      });
      return reportAnswer(tx, actor, id);
    });
  }
}
