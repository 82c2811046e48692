import { Injectable } from '@nestjs/common';
import type { ProgressReportAnswer } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { tellTimeline, touch } from '../commitments/index.js';
import { Database } from '../database/index.js';
import { reportAnswer } from './progress-reports.repository.js';
import { touchReport, workedReport } from './worked-report.js';

/** A secretariat opens an accepted report to all readers of its commitment. */
@Injectable()
export class PublishReport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 409 before it was accepted. */
  execute(actor: ActingActor, id: string, ifMatch: string): Promise<ProgressReportAnswer> {
    return this.database.write(actor, async (tx) => {
      const report = await workedReport(tx, actor, { id, act: 'publish', ifMatch });
      await tx.rows('update progress_report set published_at = enlace_now() where id = $1', [id]);
      await tellTimeline(tx, actor, {
        commitmentId: report.commitmentId,
        kind: 'report-published',
        facts: { report: id, dueOn: report.dueOn },
      });
      await touchReport(tx, id, report.next);
      await touch(tx, report.commitmentId);
      await this.audit.append(tx, actor, {
        action: 'commitments.publish-report',
        record: 'progress-report',
        recordId: id,
        before: { state: report.state },
        after: { state: report.next },
      });
      return reportAnswer(tx, actor, id);
    });
  }
}
