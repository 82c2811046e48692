import { Injectable } from '@nestjs/common';
import type { ShareAnswer, ShareRequest } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { audienceTarget, readerArguments, stateIds } from './audience-target.js';
import { ownedReport } from './owned-report.js';
import { checkLastDay, openingOf } from './share-period.js';
import { shareById } from './share.mapper.js';

/** Gives a report to an audience and tells those it names. */
@Injectable()
export class CreateShare {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Refuses an audience above the classification (422) and one that reaches nobody. */
  execute(
    actor: ActingActor,
    request: IdempotentRequest,
    reportId: string,
    input: ShareRequest,
  ): Promise<ShareAnswer> {
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () =>
        this.create(tx, actor, reportId, input),
      );
      const share = await shareById(tx, id);
      if (!share) throw new Problem('not-found');
      return share;
    });
  }

  private async create(
    tx: Transaction,
    actor: ActingActor,
    reportId: string,
    input: ShareRequest,
  ): Promise<string> {
    const report = await ownedReport(tx, actor, reportId);
    const target = await audienceTarget(tx, actor, report, input);
    const withheld = await stateIds(tx, input.withheldFrom, '/withheldFrom');
    if (withheld.includes(report.stateId)) throw invalid('/withheldFrom', 'not-accepted');
    const { timeZone } = actor.organization;
    const opening = openingOf(input, await tx.now());
    checkLastDay(input, opening, timeZone);
    const inserted = await tx.maybe<{ id: string }>(
      `with reached as (
         select coalesce(array_agg(reader order by reader), '{}') as readers,
                coalesce(array_agg(reader_detail order by reader), '{}') as details
         from share_readers($1, $2::smallint[], $3::uuid[], $4::uuid, $5::int, $6::uuid, $7::text[], $8::smallint))
       insert into share (report_id, organization_id, kind, states, organizations, group_id, group_edition,
         forum_id, forum_roles, detail, purpose, onward, opens_at, ends_at, withheld, readers,
         reader_details, created_by)
       select $9::uuid, $10::uuid, $1, $2::smallint[], $3::uuid[], $4::uuid, $5::int, $6::uuid, $7::text[],
         $8::smallint, $11, $12, $13::timestamptz, ($14::date + 1)::timestamp at time zone $15,
         $16::smallint[], readers, details, $17::uuid
       from reached returning id`,
      [
        ...readerArguments(target, input.detail === 'exact' ? 1 : 0),
        reportId,
        actor.organization.id,
        input.purpose,
        input.onward,
        opening,
        input.endsOn,
        timeZone,
        withheld,
        actor.personId,
      ],
    );
    if (!inserted) throw invalid('/audience', 'audience-empty');
    await tx.rows('select refresh_report_audience($1)', [reportId]);
    await tx.rows(`select notify_recipients($1, 'shared')`, [reportId]);
    await this.audit.append(tx, actor, {
      action: 'arrivals.share',
      record: 'share',
      recordId: inserted.id,
      after: { report: reportId, ...input },
    });
    return inserted.id;
  }
}
