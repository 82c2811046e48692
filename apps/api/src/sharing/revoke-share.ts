import { Injectable } from '@nestjs/common';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { ownedReport } from './owned-report.js';
import { ShareEntity } from './share.entity.js';

/** Takes a share back: its readers find nothing from their next request on, and those named are told. */
@Injectable()
export class RevokeShare {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Revoking what is revoked already changes nothing. */
  execute(actor: ActingActor, reportId: string, shareId: string): Promise<void> {
    return this.database.write(actor, async (tx) => {
      await ownedReport(tx, actor, reportId);
      const share = await tx.maybe<{ revoked: boolean }>(
        `select revoked_at is not null as revoked from share
         where id = $1 and report_id = $2 and kind <> 'own-state'`,
        [shareId, reportId],
      );
      if (!share) throw new Problem('not-found');
      if (share.revoked) return;
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
