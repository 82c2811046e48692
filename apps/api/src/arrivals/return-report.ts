import { Injectable } from '@nestjs/common';
import type { ReportWritten } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { ArrivalReportVersionEntity } from './arrival-report-version.entity.js';
import { changeReport, workedReport, written } from './worked-report.js';

/** Gives a submitted version back to its organization, with a reason. */
@Injectable()
export class ReturnReport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  execute(actor: ActingActor, id: string, ifMatch: string, reason: string): Promise<ReportWritten> {
    return this.database.write(actor, async (tx) => {
      const report = await workedReport(tx, actor, {
        ...{ id, ifMatch, act: 'return', owner: 'state' },
      });
      const { version } = report;
      const returned = { state: 'returned', returnReason: reason };
      await tx.manager.update(ArrivalReportVersionEntity, { reportId: id, version }, returned);
      const revision = await changeReport(tx, report);
      await this.audit.append(tx, actor, {
        action: 'arrivals.return',
        record: 'arrival-report',
        recordId: id,
        after: { version, reason },
      });
      return written(tx, id, version, 'returned', revision);
    });
  }
}
