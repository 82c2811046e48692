import { Injectable } from '@nestjs/common';
import type { ReportWritten, SendReportRequest } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { checkVersion, refuseFaults } from './draft-check.js';
import { changeReport, workedReport, written } from './worked-report.js';

/** Sends a draft to be cleared; from then on the own State sees it. */
@Injectable()
export class SendReport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Refusals are 422 at their cells; each warning rule needs one comment. */
  execute(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    { confirmations }: SendReportRequest,
  ): Promise<ReportWritten> {
    return this.database.write(actor, async (tx) => {
      const report = await workedReport(tx, actor, {
        ...{ id, ifMatch, act: 'send', owner: 'organization' },
      });
      const { version } = report;
      const findings = await checkVersion(tx, id, version);
      refuseFaults(
        findings,
        confirmations.map(({ rule }) => rule),
      );
      await tx.rows(
        `update arrival_report_version set state = 'submitted', submitted_at = enlace_now(),
           confirmations = $3, return_reason = null
         where report_id = $1 and version = $2`,
        [id, version, JSON.stringify(confirmations)],
      );
      await shareWithOwnState(tx, actor, [id]);
      const revision = await changeReport(tx, report);
      await this.audit.append(tx, actor, {
        action: 'arrivals.send',
        record: 'arrival-report',
        recordId: id,
        after: { version, confirmations },
      });
      return written(tx, id, version, 'submitted', revision);
    });
  }
}

/** The irrevocable exact share to the own State, which every report carries once it was sent. */
export async function shareWithOwnState(
  tx: Transaction,
  actor: ActingActor,
  ids: readonly string[],
): Promise<void> {
  await tx.rows(
    `with reached as (
       select array_agg(reader) as readers, array_agg(reader_detail) as details
       from share_readers('own-state', array[$2::smallint], '{}', null, null, null, '{}', 1::smallint))
     insert into share (report_id, organization_id, kind, states, detail, purpose, opens_at, readers,
       reader_details, created_by)
     select r.id, r.organization_id, 'own-state', array[$2::smallint], 1, 'own State', enlace_now(),
       readers, details, $3::uuid
     from arrival_report r, reached
     where r.id = any($1::uuid[]) and not exists (
       select 1 from share s where s.report_id = r.id and s.kind = 'own-state')`,
    [ids, actor.organization.stateId, actor.personId],
  );
  await tx.rows('select refresh_report_audience(id) from unnest($1::uuid[]) id', [ids]);
}
