import { Injectable } from '@nestjs/common';
import type { ProgressReportAnswer } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { tellTimeline, touch } from '../commitments/index.js';
import { Database } from '../database/index.js';
import { decideVersion } from './decide-version.js';
import { reportAnswer } from './progress-reports.repository.js';
import { touchReport, workedReport } from './worked-report.js';

/** A secretariat accepts a report: from then on its commitment's signed-in readers see it. */
@Injectable()
export class AcceptReport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 412 where another version was submitted meanwhile. */
  execute(actor: ActingActor, id: string, ifMatch: string): Promise<ProgressReportAnswer> {
    return this.database.write(actor, async (tx) => {
      const report = await workedReport(tx, actor, { id, act: 'accept', ifMatch });
      await decideVersion(tx, report, 'accepted');
      await tx.rows('update progress_report set accepted_at = enlace_now() where id = $1', [id]);
      await tellTimeline(tx, actor, {
        commitmentId: report.commitmentId,
        kind: 'report-accepted',
        facts: { report: id, dueOn: report.dueOn },
      });
      await touchReport(tx, id, report.next);
      await touch(tx, report.commitmentId);
      await this.audit.append(tx, actor, {
        action: 'commitments.accept-report',
        record: 'progress-report',
        recordId: id,
        before: { state: report.state },
        after: { state: report.next, version: report.version },
      });
      return reportAnswer(tx, actor, id);
    });
  }
}
