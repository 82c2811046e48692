import { Injectable } from '@nestjs/common';
import type { ProgressReportAnswer } from '@enlace/contract';
import { COMMITMENT_MACHINE, stateAfter } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { tellTimeline, touch } from '../commitments/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid } from '../problems/index.js';
import { reportAnswer } from './progress-reports.repository.js';
import { touchReport, workedReport, type WorkedReport } from './worked-report.js';

/** Hands a report in to the secretariat; the first submission stops the clock of its due date. */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 422 without a text. What is submitted stays as a version, whatever becomes of it. */
  execute(actor: ActingActor, id: string, ifMatch: string): Promise<ProgressReportAnswer> {
    return this.database.write(actor, async (tx) => {
      const report = await workedReport(tx, actor, { id, act: 'submit', ifMatch });
      if (report.body === '') throw invalid('/body', 'required');
      await keepVersion(tx, actor, report);
      await tx.rows('update due_date set reported_on = $2 where id = $1 and reported_on is null', [
        report.dueDateId,
        report.today,
      ]);
      await startCommitment(tx, actor, report);
      await tellTimeline(tx, actor, {
        commitmentId: report.commitmentId,
        kind: 'report-submitted',
        partiesOnly: true,
        facts: { report: id, dueOn: report.dueOn, version: report.version },
      });
      await touchReport(tx, id, report.next);
      await this.audit.append(tx, actor, {
        action: 'commitments.submit-report',
        record: 'progress-report',
        recordId: id,
        before: { state: report.state },
        after: { state: report.next, version: report.version },
      });
      return reportAnswer(tx, actor, id);
    });
  }
}

async function keepVersion(
  tx: Transaction,
  actor: ActingActor,
  { id, version, language, body, percent }: WorkedReport,
): Promise<void> {
  await tx.rows(
    `insert into progress_report_version (report_id, version, language, body, percent, indicator_values,
       evidence, submitted_by)
     select $1, $2, $3, $4, $5, (select coalesce(jsonb_agg(jsonb_build_object('indicator', indicator_id,
         'value', value) order by indicator_id), '[]') from indicator_value where report_id = $1),
       array(select e.id from evidence e where e.report_id = $1 order by e.created_at, e.id), $6`,
    [id, version, language, body, percent, actor.personId],
  );
  await tx.rows(
    `update progress_report set submitted_at = coalesce(submitted_at, enlace_now()),
       submitted_by = $2, return_reason = null where id = $1`,
    [id, actor.personId],
  );
}

/** Whoever reports has begun: an accepted commitment is in progress from its first report on. */
async function startCommitment(
  tx: Transaction,
  actor: ActingActor,
  { commitmentId, commitmentState }: WorkedReport,
): Promise<void> {
  const started = stateAfter(COMMITMENT_MACHINE, commitmentState, 'start');
  if (started) await tellTimeline(tx, actor, { commitmentId, kind: 'started' });
  await touch(tx, commitmentId, started ?? undefined);
}
