import { Injectable } from '@nestjs/common';
import type { ReadersResponse, ShareAnswer } from '@enlace/contract';
import type { Classification } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { readersOf } from '../audience/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { sharesOf } from './share.mapper.js';

/** What the owner of a report knows of its shares and readers. */
@Injectable()
export class SharesRepository {
  constructor(private readonly database: Database) {}

  /** All shares; 404 where the report is not visible, 403 where it is somebody else's. */
  list(
    actor: ActingActor,
    reportId: string,
  ): Promise<{ classification: Classification; shares: ShareAnswer[] }> {
    return this.database.read(actor, async (tx) => {
      const report = await tx.maybe<{ owner: string; classification: Classification }>(
        'select organization_id as owner, classification from arrival_report where id = $1',
        [reportId],
      );
      if (!report) throw new Problem('not-found');
      if (report.owner !== actor.organization.id) throw new Problem('not-permitted');
      return {
        classification: report.classification,
        shares: await sharesOf(tx, reportId),
      };
    });
  }

  /** Who read the report, newest first, in pages; the same refusals as `list`. */
  readers(actor: ActingActor, reportId: string, after: string | null): Promise<ReadersResponse> {
    return this.database.read(actor, async (tx) => {
      const report = await tx.maybe<{ organization: string }>(
        'select organization_id as organization from arrival_report where id = $1',
        [reportId],
      );
      const record = { kind: 'arrival-report', id: reportId } as const;
      return readersOf(tx, actor, { ...record, organization: report?.organization }, after);
    });
  }
}
