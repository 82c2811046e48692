import { Injectable } from '@nestjs/common';
import { requireVersion, type ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { ownedReport } from './owned-report.js';
import { ShareEntity } from './share.entity.js';
import { sharesOf } from './share.mapper.js';

/** Takes a share back: its readers find nothing from their next request on, and those named are told. */
@Injectable()
export class RevokeShare {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Revoking what is revoked already changes nothing. */
  execute(actor: ActingActor, reportId: string, shareId: string, version: string): Promise<void> {
    return this.database.write(actor, async (tx) => {
      await ownedReport(tx, actor, reportId);
      const share = (await sharesOf(tx, reportId)).find(({ id }) => id === shareId);
      if (!share) throw new Problem('not-found');
      requireVersion(version, share.etag, { current: share });
      if (share.revokedAt !== null) return;
      const revoked = { revokedAt: () => 'enlace_now()', revokedBy: actor.personId };
      await tx.manager.update(ShareEntity, { id: shareId }, revoked);
      await tx.rows(`select notify_recipients($1, 'revoked')`, [reportId]);
      await tx.rows('select refresh_report_audience($1)', [reportId]);
      await this.audit.append(tx, actor, {
        action: 'arrivals.revoke-share',
        record: 'share',
        recordId: shareId,
        before: { report: reportId },
      });
    });
  }
}
