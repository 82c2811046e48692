import {
  PROGRESS_REPORT_MACHINE,
  stateAfter,
  type CommitmentState,
  type ProgressReportAct,
  type ProgressReportState,
} from '@enlace/domain';
import { requireVersion, type ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { reportAnswer } from './progress-reports.repository.js';

/** A report that a write works on, with its commitment and due date. */
export interface WorkedReport {
  readonly id: string;
  readonly commitmentId: string;
  readonly dueDateId: string;
  readonly organizationId: string;
  readonly secretariatId: string;
  readonly commitmentState: CommitmentState;
  readonly dueOn: string;
  readonly waived: boolean;
  readonly state: ProgressReportState;
  readonly version: number;
  readonly revision: number;
  readonly language: string;
  readonly body: string;
  readonly percent: number | null;
  /** In the time zone of the actor organization. */
  readonly today: string;
}

const FOUND = `select r.id, r.commitment_id as "commitmentId", r.due_date_id as "dueDateId",
    r.organization_id as "organizationId", c.secretariat_id as "secretariatId",
    c.state as "commitmentState", to_char(d.due_on, 'YYYY-MM-DD') as "dueOn",
    d.waived_at is not null as waived, r.state, r.version, r.revision, r.language, r.body, r.percent,
    to_char((enlace_now() at time zone o.time_zone)::date, 'YYYY-MM-DD') as today
  from progress_report r join commitment c on c.id = r.commitment_id
  join due_date d on d.id = r.due_date_id join organization o on o.id = r.organization_id
  where r.id = $1`;

/** What a write asks of a report. */
export interface ReportWrite {
  readonly id: string;
  readonly act: ProgressReportAct;
  /** Left out where the write does not replace what somebody may have read. */
  readonly ifMatch?: string;
  readonly yours?: unknown;
}

/**
 * The report, locked with its commitment, and the state it comes to. 404 where the actor may not see
 * it, 403 where it is not theirs to write, 412 with both versions where it changed, 409 where its
 * state does not allow the act.
 */
export async function workedReport(
  tx: Transaction,
  actor: ActingActor,
  { id, act, ifMatch, yours }: ReportWrite,
): Promise<WorkedReport & { readonly next: ProgressReportState }> {
  const seen = await tx.maybe<WorkedReport>(FOUND, [id]);
  if (!seen) throw new Problem('not-found');
  const isOwners = act === 'edit' || act === 'submit';
  const writer = isOwners ? seen.organizationId : seen.secretariatId;
  if (writer !== actor.organization.id) throw new Problem('not-permitted');
  await tx.rows('select 1 from commitment where id = $1 for update', [seen.commitmentId]);
  await tx.rows('select 1 from progress_report where id = $1 for update', [id]);
  const report = await tx.one<WorkedReport>(FOUND, [id]);
  if (ifMatch !== undefined) {
    const current = await reportAnswer(tx, actor, id);
    requireVersion(ifMatch, current.etag, { current, ...(yours === undefined ? {} : { yours }) });
  }
  const next = stateAfter(PROGRESS_REPORT_MACHINE, report.state, act);
  if (next === null || (isOwners && !takesReports(report))) throw new Problem('state-conflict');
  return { ...report, next };
}

/** A closed commitment and a waived date take no report any more. */
const takesReports = ({ commitmentState, waived }: WorkedReport): boolean =>
  !waived && (commitmentState === 'accepted' || commitmentState === 'in-progress');

/** Counts the change, so that the ETag moves. */
export async function touchReport(
  tx: Transaction,
  id: string,
  state: ProgressReportState,
): Promise<void> {
  await tx.rows('update progress_report set revision = revision + 1, state = $2 where id = $1', [
    ...[id, state],
  ]);
}
