import { Injectable } from '@nestjs/common';
import type { ProgressDraft, ProgressReportAnswer } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid } from '../problems/index.js';
import { reportAnswer } from './progress-reports.repository.js';
import { touchReport, workedReport } from './worked-report.js';

/** Keeps what was written so far; screens do so by themselves. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 412 with both where somebody else wrote meanwhile; 422 for an indicator of another commitment. */
  execute(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    input: ProgressDraft,
  ): Promise<ProgressReportAnswer> {
    return this.database.write(actor, async (tx) => {
      const report = await workedReport(tx, actor, { id, act: 'edit', ifMatch, yours: input });
      await checkIndicators(tx, report.commitmentId, input);
      await tx.rows(
        'update progress_report set language = $2, body = $3, percent = $4 where id = $1',
        [id, input.language, input.body, input.percent],
      );
      await tx.rows('delete from indicator_value where report_id = $1', [id]);
      await tx.rows(
        `insert into indicator_value (report_id, indicator_id, value)
         select $1, * from unnest($2::uuid[], $3::numeric[])`,
        [
          ...[id, input.values.map((given) => given.indicator)],
          input.values.map((given) => given.value),
        ],
      );
      await touchReport(tx, id, report.next);
      await this.audit.append(tx, actor, {
        action: 'commitments.save-report',
        record: 'progress-report',
        recordId: id,
        before: { language: report.language, body: report.body, percent: report.percent },
        after: input,
      });
      return reportAnswer(tx, actor, id);
    });
  }
}

async function checkIndicators(
  tx: Transaction,
  commitmentId: string,
  { values }: ProgressDraft,
): Promise<void> {
  const rows = await tx.rows<{ id: string }>('select id from indicator where commitment_id = $1', [
    commitmentId,
  ]);
  const known = new Set(rows.map((row) => row.id));
  const given = values.map((value) => value.indicator);
  given.forEach((indicator, index) => {
    const pointer = `/values/${index}/indicator`;
    if (!known.has(indicator)) throw invalid(pointer, 'unknown-record');
    if (given.indexOf(indicator) !== index) throw invalid(pointer, 'already-exists');
  });
}
