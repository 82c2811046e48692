import type { Transaction } from '../database/index.js';
import type { WorkedReport } from './worked-report.js';

/** Writes what the secretariat decided on the version that was submitted. */
export async function decideVersion(
  tx: Transaction,
  { id, version }: WorkedReport,
  outcome: 'returned' | 'accepted',
  reason: string | null = null,
): Promise<void> {
  await tx.rows(
    `update progress_report_version set outcome = $3, reason = $4, decided_at = enlace_now()
     where report_id = $1 and version = $2`,
    [id, version, outcome, reason],
  );
}
