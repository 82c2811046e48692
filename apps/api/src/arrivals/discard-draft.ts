import { Injectable } from '@nestjs/common';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { readFigures } from './figures.js';
import { changeReport, workedReport } from './worked-report.js';

/** Throws a draft away that was never sent; a report that never had another version goes with it. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  execute(actor: ActingActor, id: string, ifMatch: string): Promise<void> {
    return this.database.write(actor, async (tx) => {
      const report = await workedReport(tx, actor, {
        ...{ id, ifMatch, act: 'discard', owner: 'organization' },
      });
      const { version } = report;
      const { sent } = await tx.one<{ sent: boolean }>(
        `select submitted_at is not null as sent from arrival_report_version
         where report_id = $1 and version = $2`,
        [id, version],
      );
      // Whatever the State has seen is history: it is corrected and sent again.
      if (sent) throw new Problem('state-conflict');
      const before = { version, ...(await readFigures(tx, id, version, [])) };
      if (report.currentVersion === null) {
        await tx.rows('delete from arrival_report where id = $1', [id]);
      } else {
        await tx.rows('delete from arrival_report_version where report_id = $1 and version = $2', [
          id,
          version,
        ]);
        await changeReport(tx, report, { open: null });
      }
      await this.audit.append(tx, actor, {
        action: 'arrivals.discard',
        record: 'arrival-report',
        recordId: id,
        before,
      });
    });
  }
}
