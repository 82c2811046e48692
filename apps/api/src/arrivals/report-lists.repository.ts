import { Injectable } from '@nestjs/common';
import type { ReportListQuery, ReportSummary } from '@enlace/contract';
import { tellFigure, type Figure } from '@enlace/domain';
import type { Actor } from '../access/index.js';
import { exactReport, ownReport, sightParameters, visibleReport } from '../audience/index.js';
import { Database } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { instantOf, periodOf } from './report-row.js';

interface ListRow extends Record<string, unknown> {
  readonly id: string;
  readonly from: string;
  readonly figure: Figure | null;
}

const OWN = ownReport('r');
const FIGURE = `json_build_object('low', coalesce(sum(c.low), 0), 'middle', coalesce(sum(c.middle), 0),
  'high', coalesce(sum(c.high), 0))`;
/** No counts are a figure only in a nil report, which says by itself that nobody came. */
const reported = (nil: string): string => `having count(*) > 0 or ${nil}`;

/** One page: the reports first, by their index, then the figures of the page alone. */
const LIST = `with page as materialized (
  select r.id, r.organization_id, r.state_id, r.crossing_point_id, r.period, r.period_length, r.unit,
    r.observation, r.source_kind, r.classification, r.updated_at, v.version, v.state, v.coverage, v.finality,
    v.nil, v.definition_version, v.cleared_at, ${OWN} is true as is_own, ${exactReport('r')} is true as is_exact,
    exists (select 1 from audience_reader x where x.audience_id = r.audience_id and x.reader = 1
      and enlace_now() >= x.from_at and enlace_now() < x.until_at) as is_public
  from arrival_report r
  join arrival_report_version v on v.report_id = r.id and v.version =
    case when r.organization_id = $1::uuid then coalesce(r.open_version, r.current_version)
         when r.state_id = $2::smallint and exists (select 1 from arrival_report_version o
           where o.report_id = r.id and o.version = r.open_version) then r.open_version
         else r.current_version end
  where ${visibleReport('r')}
    and ($5::text is null or r.state_id = (select id from state where code = $5))
    and ($6::uuid is null or r.crossing_point_id = $6::uuid)
    and ($7::date is null or lower(r.period) >= $7::date)
    and ($8::date is null or lower(r.period) <= $8::date)
    and ($9::text is null or v.state = $9)
    and ($10::date is null or (lower(r.period), r.id) < ($10::date, $11::uuid))
  order by lower(r.period) desc, r.id desc limit $12
)
select p.id, lower(p.period)::text as "from", s.code as state, p.organization_id as organization,
  p.crossing_point_id as "crossingPoint", ${periodOf('p')} as period, p.period_length as "periodLength",
  p.unit, p.observation, p.source_kind as "sourceKind", p.coverage, p.finality, p.nil,
  p.definition_version as "definitionVersion", p.version, p.state as "versionState",
  ${instantOf('p.cleared_at')} as "clearedAt", case when p.is_exact then 'exact' else 'protected' end as detail,
  case when p.is_own or (not p.is_exact and p.is_public) then null else (
    select f from unnest($13::text[]) f where exists (
      select 1 from twin_count t where t.report_id = p.id and t.version = p.version and t.nationality = f and t.high > 0)
    limit 1) end as "withoutNationalsOf",
  case when p.is_exact then p.classification end as classification,
  case when p.is_own then ${instantOf('p.updated_at')} end as "updatedAt",
  case when p.state = 'retracted' and not p.is_own then null
       when p.is_exact then (select ${FIGURE} from (
         select value as low, value as middle, value as high from arrival_count e
         where e.report_id = p.id and e.version = p.version) c ${reported('p.nil')})
       else (select ${FIGURE} from twin_count c where c.report_id = p.id and c.version = p.version
         ${reported('p.nil')}) end as figure
from page p join state s on s.id = p.state_id
order by p.period desc, p.id desc`;

const VERSIONS = `select v.version, v.state as "versionState", v.finality, ${instantOf('v.cleared_at')} as "clearedAt",
  case when ${OWN} then ${instantOf('v.submitted_at')} end as "submittedAt",
  case when ${OWN} then coalesce(v.return_reason, v.retract_reason, v.reopen_reason)
       when v.state = 'retracted' then v.retract_reason end as reason,
  case when v.state = 'retracted' and not coalesce(${OWN}, false) then null
       when ${OWN} or (${exactReport('r')} and (v.state <> 'superseded' or cleared_while_shared(r.id, v.cleared_at, 1::smallint)))
       then (select ${FIGURE} from (select value as low, value as middle, value as high from arrival_count e
         where e.report_id = v.report_id and e.version = v.version) c ${reported('v.nil')})
       else (select ${FIGURE} from twin_count c where c.report_id = v.report_id and c.version = v.version
         ${reported('v.nil')}) end as figure
from arrival_report r join arrival_report_version v on v.report_id = r.id
where r.id = $5::uuid and ${visibleReport('r')} order by v.version desc`;

/** Lists of reports and versions, each in one statement. */
@Injectable()
export class ReportListsRepository {
  constructor(private readonly database: Database) {}

  /** A page of the reports the actor may see, newest period first. */
  list(
    actor: Actor,
    query: ReportListQuery,
  ): Promise<{ reports: ReportSummary[]; next: string | null }> {
    const after = query.cursor === undefined ? null : positionOf(query.cursor);
    return this.database.read(actor, async (tx) => {
      const rows = await tx.rows<ListRow>(LIST, [
        ...sightParameters(actor),
        query.state ?? null,
        query.crossingPoint ?? null,
        query.from ? `${query.from}-01` : null,
        query.to ? `${query.to}-01` : null,
        query.versionState ?? null,
        after?.from ?? null,
        after?.id ?? null,
        query.limit + 1,
        actor.firewall,
      ]);
      const page = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? page.at(-1) : undefined;
      return { reports: page.map(summary), next: last ? cursorOf(last) : null };
    });
  }

  /** The versions the actor may read; 404 where the report is not visible. */
  versions(actor: Actor, id: string): Promise<{ versions: object[] }> {
    return this.database.read(actor, async (tx) => {
      const rows = await tx.rows<{ figure: Figure | null }>(VERSIONS, [
        ...sightParameters(actor),
        id,
      ]);
      if (rows.length === 0) throw new Problem('not-found');
      return {
        versions: rows.map(({ figure, ...version }) => ({ ...version, total: tellFigure(figure) })),
      };
    });
  }
}

// The answer's schema is what says the columns; `from` is the cursor's alone.
const summary = ({ figure, ...row }: ListRow): ReportSummary =>
  ({ ...row, from: undefined, total: tellFigure(figure) }) as unknown as ReportSummary;

const cursorOf = ({ from, id }: ListRow): string =>
  Buffer.from(`${from}/${id}`).toString('base64url');

function positionOf(cursor: string): { from: string; id: string } {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, from, id] = /^(\d{4}-\d\d-\d\d)\/([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!from || !id) throw invalid('/query/cursor', 'wrong-format');
  return { from, id };
}
