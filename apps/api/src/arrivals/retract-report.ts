import { Injectable } from '@nestjs/common';
import type { ReportWritten } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { changeReport, workedReport, written } from './worked-report.js';

/** Takes a cleared report back: readers keep its header and the reason, no figures, and it leaves every sum. */
@Injectable()
export class RetractReport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** A report with an open draft is retracted only after the draft was sent or discarded (409). */
  execute(actor: ActingActor, id: string, ifMatch: string, reason: string): Promise<ReportWritten> {
    return this.database.write(actor, async (tx) => {
      const report = await workedReport(tx, actor, {
        ...{ id, ifMatch, act: 'retract', owner: 'organization' },
      });
      const { version } = report;
      await tx.rows(
        `update arrival_report_version set state = 'retracted', retract_reason = $3
         where report_id = $1 and version = $2`,
        [id, version, reason],
      );
      await tx.rows(`select notify_recipients($1, 'retracted')`, [id]);
      const revision = await changeReport(tx, report, { retracted: true });
      await this.audit.append(tx, actor, {
        action: 'arrivals.retract',
        record: 'arrival-report',
        recordId: id,
        after: { version, reason },
      });
      return written(tx, id, version, 'retracted', revision);
    });
  }
}
