import { Injectable } from '@nestjs/common';
import type { ProgressReportAnswer } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { tellTimeline } from '../commitments/index.js';
import { Database } from '../database/index.js';
import { decideVersion } from './decide-version.js';
import { reportAnswer } from './progress-reports.repository.js';
import { touchReport, workedReport } from './worked-report.js';

/** A secretariat gives a report back and says why; the version it read stays as it was. */
@Injectable()
export class ReturnReport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 412 where another version was submitted meanwhile. */
  execute(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    reason: string,
  ): Promise<ProgressReportAnswer> {
    return this.database.write(actor, async (tx) => {
      const write = { id, act: 'return', ifMatch, yours: { reason } } as const;
      const report = await workedReport(tx, actor, write);
      await decideVersion(tx, report, 'returned', reason);
      await tx.rows(
        'update progress_report set return_reason = $2, version = version + 1 where id = $1',
        [id, reason],
      );
      await tellTimeline(tx, actor, {
        commitmentId: report.commitmentId,
        kind: 'report-returned',
        partiesOnly: true,
        facts: { report: id, dueOn: report.dueOn, version: report.version, reason },
      });
      await touchReport(tx, id, report.next);
      await this.audit.append(tx, actor, {
        action: 'commitments.return-report',
        record: 'progress-report',
        recordId: id,
        before: { state: report.state },
        after: { state: report.next, version: report.version, reason },
      });
      return reportAnswer(tx, actor, id);
    });
  }
}
