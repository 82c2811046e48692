import { Injectable } from '@nestjs/common';
import type { ProgressReportAnswer } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { reportAnswer } from './progress-reports.repository.js';

/** Whoever does a commitment begins the report of one of its due dates. */
@Injectable()
export class BeginReport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** The report of a date is one: a second request finds it. */
  execute(
    actor: ActingActor,
    request: IdempotentRequest,
    commitmentId: string,
    dueDateId: string,
  ): Promise<ProgressReportAnswer> {
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () =>
        this.begin(tx, actor, commitmentId, dueDateId),
      );
      return reportAnswer(tx, actor, id);
    });
  }

  private async begin(
    tx: Transaction,
    actor: ActingActor,
    commitmentId: string,
    dueDateId: string,
  ): Promise<string> {
    await requireActor(tx, actor, commitmentId);
    const date = await tx.maybe<{ waived: boolean; report: string | null; dueOn: string }>(
      `select d.waived_at is not null as waived, r.id as report, to_char(d.due_on, 'YYYY-MM-DD') as "dueOn"
       from due_date d left join progress_report r on r.due_date_id = d.id
       where d.id = $1 and d.commitment_id = $2`,
      [dueDateId, commitmentId],
    );
    if (!date) throw invalid('/dueDate', 'unknown-record');
    if (date.report) return date.report;
    if (date.waived) throw invalid('/dueDate', 'date-waived');
    const { id } = await tx.one<{ id: string }>(
      `insert into progress_report (commitment_id, due_date_id, organization_id, state, language, created_by)
       values ($1, $2, $3, 'draft', $4, $5) returning id`,
      [commitmentId, dueDateId, actor.organization.id, actor.language, actor.personId],
    );
    await this.audit.append(tx, actor, {
      action: 'commitments.begin-report',
      record: 'progress-report',
      recordId: id,
      after: { commitment: commitmentId, dueOn: date.dueOn },
    });
    return id;
  }
}

/** 404 where it is not visible, 403 for anybody but the actor, 409 where it is closed or none yet. */
async function requireActor(
  tx: Transaction,
  actor: ActingActor,
  commitmentId: string,
): Promise<void> {
  const commitment = await tx.maybe<{ actorId: string; state: string }>(
    'select organization_id as "actorId", state from commitment where id = $1',
    [commitmentId],
  );
  if (!commitment) throw new Problem('not-found');
  if (commitment.actorId !== actor.organization.id) throw new Problem('not-permitted');
  await tx.rows('select 1 from commitment where id = $1 for update', [commitmentId]);
  if (!['accepted', 'in-progress'].includes(commitment.state)) throw new Problem('state-conflict');
}
