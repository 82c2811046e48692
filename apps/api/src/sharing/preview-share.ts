import { Injectable } from '@nestjs/common';
import type { SharePreviewResponse, ShareRequest } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { audienceTarget, readerArguments, stateIds } from './audience-target.js';
import { ownedReport } from './owned-report.js';

interface Reach {
  readonly public: boolean;
  readonly reached: SharePreviewResponse['reached'];
  readonly leftOut: SharePreviewResponse['leftOut'];
}

/**
 * Tells before a share is made whom it would reach and with what, from the same tokens that sight
 * reads. It runs as a write because tokens of an audience nobody used before are made on the way.
 */
@Injectable()
export class PreviewShare {
  constructor(private readonly database: Database) {}

  /** Left out: those withheld, and organizations of a State suspended from the forum. */
  execute(
    actor: ActingActor,
    reportId: string,
    input: ShareRequest,
  ): Promise<SharePreviewResponse> {
    return this.database.write(actor, async (tx) => {
      const report = await ownedReport(tx, actor, reportId);
      const target = await audienceTarget(tx, actor, report, input);
      const withheld = await stateIds(tx, input.withheldFrom, '/withheldFrom');
      // A statement of its own: tokens made by a statement are not yet visible to the functions it calls.
      const tokens = await tx.rows<{ reader: number; detail: number }>(
        `select reader, reader_detail as detail
         from share_readers($1, $2::smallint[], $3::uuid[], $4::uuid, $5::int, $6::uuid, $7::text[], $8::smallint)`,
        readerArguments(target, input.detail === 'exact' ? 1 : 0),
      );
      const reach = await tx.one<Reach>(
        `with token as (
           select * from unnest($1::int[], $2::smallint[]) as t (reader, reader_detail)
         ), counted as (
           select array(select c.nationality from arrival_count c join arrival_report r on r.id = c.report_id
             where c.report_id = $3 and c.version = coalesce(r.current_version, r.open_version) and c.value > 0) as codes
         ), reach as (
           select o.id, o.alias, s.code, o.kind, coalesce(o.state_id = any($4::smallint[]), false) as withheld,
             (select max(t.reader_detail) from token t where t.reader = any(actor_readers(o.id)) and t.reader <> 1) as detail,
             exists (select 1 from token where reader = 1) as open
           from organization o left join state s on s.id = o.state_id
           where o.kind <> 'portal' and o.id <> $5
             and (o.kind <> 'state' or o.state_id is distinct from $6::smallint)
         ), suspended as (
           select o.id, o.alias from organization o join forum_member m
             on m.state_id = o.state_id and o.kind = 'state'
           where m.forum_id = $7 and m.role = any($8::text[]) and m.suspended_from <= enlace_now()::date
             and coalesce(m.suspended_to, 'infinity') > enlace_now()::date
         )
         select exists (select 1 from token where reader = 1) as public,
           (select coalesce(json_agg(json_build_object('organization', id,
                'detail', case coalesce(detail, 0) when 1 then 'exact' else 'protected' end,
                'withoutOwnNationals', kind in ('state', 'judiciary', 'legislature') and code = any(codes))
              order by alias), '[]')
            from reach, counted where (detail is not null or open) and not withheld) as reached,
           (select coalesce(json_agg(json_build_object('organization', id, 'reason', reason) order by alias), '[]')
            from (select id, alias, 'withheld' as reason from reach where withheld and (detail is not null or open)
                  union all select id, alias, 'suspended' from suspended) as out) as "leftOut"`,
        [
          tokens.map(({ reader }) => reader),
          tokens.map(({ detail }) => detail),
          reportId,
          withheld,
          actor.organization.id,
          report.stateId,
          target.forumId,
          target.forumRoles,
        ],
      );
      return {
        public: reach.public ? 'protected' : 'nothing',
        reached: reach.reached,
        leftOut: reach.leftOut,
      };
    });
  }
}
