import { Injectable } from '@nestjs/common';
import type { Classification } from '@enlace/domain';
import { requireVersion, type ActingActor } from '../access/index.js';
import { ArrivalReportEntity } from '../arrivals/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { allows } from './audience-target.js';
import { ownedReport } from './owned-report.js';

/** Says how sensitive a report is; refused (422) while a share reaches further than that. */
@Injectable()
export class ClassifyReport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  execute(
    actor: ActingActor,
    reportId: string,
    version: string,
    classification: Classification,
  ): Promise<void> {
    return this.database.write(actor, async (tx) => {
      const report = await ownedReport(tx, actor, reportId);
      requireVersion(version, tx.etag(reportId, report.revision), {
        current: { classification: report.classification },
        yours: { classification },
      });
      const open = await tx.rows<{ kind: string }>(
        `select distinct kind from share where report_id = $1 and kind <> 'own-state'
           and revoked_at is null and coalesce(ends_at, 'infinity') > enlace_now()`,
        [reportId],
      );
      if (open.some(({ kind }) => !allows(classification, kind))) {
        throw new Problem('audience-above-classification');
      }
      await tx.manager.update(
        ArrivalReportEntity,
        { id: reportId },
        {
          classification,
          revision: () => 'revision + 1',
          updatedAt: () => 'enlace_now()',
        },
      );
      await this.audit.append(tx, actor, {
        action: 'arrivals.classify',
        record: 'arrival-report',
        recordId: reportId,
        before: { classification: report.classification },
        after: { classification },
      });
    });
  }
}
