import { Injectable } from '@nestjs/common';
import type { EvidenceRequest, ProgressReportAnswer } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid } from '../problems/index.js';
import { reportAnswer } from './progress-reports.repository.js';
import { touchReport, workedReport } from './worked-report.js';

/** More pieces of evidence than this nobody reads. */
const MAX_EVIDENCE = 20;

/** Adds evidence to a report that is being written: a link, or a file uploaded before. */
@Injectable()
export class AddEvidence {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 422 for a file of another commitment or one not confirmed; a repeated request adds none. */
  execute(
    actor: ActingActor,
    request: IdempotentRequest,
    id: string,
    input: EvidenceRequest,
  ): Promise<ProgressReportAnswer> {
    return this.database.write(actor, async (tx) => {
      await createOnce(tx, actor, request, () => this.add(tx, actor, id, input));
      return reportAnswer(tx, actor, id);
    });
  }

  private async add(
    tx: Transaction,
    actor: ActingActor,
    id: string,
    input: EvidenceRequest,
  ): Promise<string> {
    const report = await workedReport(tx, actor, { id, act: 'edit' });
    if (input.kind === 'file') await checkFile(tx, report.commitmentId, input.file);
    const { held } = await tx.one<{ held: number }>(
      'select count(*)::int as held from evidence where report_id = $1',
      [id],
    );
    if (held >= MAX_EVIDENCE) throw invalid('', 'too-long', { limit: MAX_EVIDENCE });
    const added = await tx.one<{ id: string }>(
      `insert into evidence (commitment_id, report_id, kind, title, url, file_id, created_by)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        ...[report.commitmentId, id, input.kind, input.title],
        ...[input.kind === 'link' ? input.url : null, input.kind === 'file' ? input.file : null],
        actor.personId,
      ],
    );
    await touchReport(tx, id, report.next);
    await this.audit.append(tx, actor, {
      action: 'commitments.add-evidence',
      record: 'progress-report',
      recordId: id,
      after: input,
    });
    return added.id;
  }
}

async function checkFile(tx: Transaction, commitmentId: string, fileId: string): Promise<void> {
  const file = await tx.maybe<{ confirmed: boolean }>(
    `select confirmed_at is not null as confirmed from stored_file where id = $1 and commitment_id = $2`,
    [fileId, commitmentId],
  );
  if (!file) throw invalid('/file', 'unknown-record');
  if (!file.confirmed) throw invalid('/file', 'not-confirmed');
}
