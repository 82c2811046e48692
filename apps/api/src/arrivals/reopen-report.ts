import { Injectable } from '@nestjs/common';
import type { ReportWritten } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { noteAuthor } from './draft-check.js';
import { copyVersion } from './figures.js';
import { changeReport, workedReport, written } from './worked-report.js';

/** Makes the next version of a cleared report, a draft with the same figures; readers keep the cleared one. */
@Injectable()
export class ReopenReport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  execute(actor: ActingActor, id: string, ifMatch: string, reason: string): Promise<ReportWritten> {
    return this.database.write(actor, async (tx) => {
      const report = await workedReport(tx, actor, {
        ...{ id, ifMatch, act: 'reopen', owner: 'organization' },
      });
      if (report.openVersion !== null) throw new Problem('state-conflict');
      const next = report.version + 1;
      await copyVersion(tx, id, report.version, next, reason);
      await noteAuthor(tx, actor, id, next);
      await tx.rows(`select notify_recipients($1, 'reopened')`, [id]);
      const revision = await changeReport(tx, report, { open: next });
      await this.audit.append(tx, actor, {
        action: 'arrivals.reopen',
        record: 'arrival-report',
        recordId: id,
        after: { version: next, reason },
      });
      return written(tx, id, next, 'draft', revision);
    });
  }
}
