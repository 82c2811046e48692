import type { ReportListQuery } from '@enlace/contract';
import { audiencesOf, exactReport, ownReport, visibleReport } from '../audience/index.js';
import { instantOf, periodOf } from './report-row.js';

const OWN = ownReport('r');
const FIGURE = `json_build_object('low', coalesce(sum(c.low), 0), 'middle', coalesce(sum(c.middle), 0),
  'high', coalesce(sum(c.high), 0))`;
/** No counts are a figure only in a nil report, which says by itself that nobody came. */
const reported = (nil: string): string => `having count(*) > 0 or ${nil}`;

const KNOWS_OPEN = `exists (select 1 from arrival_report_version o
           where o.report_id = r.id and o.version = r.open_version)`;

/** A report with the version that the actor is shown: the open one where it may know of that. */
const SHOWN = `arrival_report r
  join arrival_report_version v on v.report_id = r.id and v.version =
    case when r.organization_id = $1::uuid then coalesce(r.open_version, r.current_version)
         when r.state_id = $2::smallint and ${KNOWS_OPEN} then r.open_version
         else r.current_version end`;

/** The months asked for and what comes after the cursor, in terms that reach an index whatever their values. */
const SPAN = `r.starts_on >= $5::date and r.starts_on <= $6::date
    and (r.starts_on, r.id) < ($7::date, $8::uuid)`;
const NEWEST = 'order by r.starts_on desc, r.id desc limit';

/** One page: the reports first, then the figures of the page alone. */
const page = (where: string): string => `page as materialized (
  select r.id, r.organization_id, r.state_id, r.crossing_point_id, r.period, r.starts_on, r.period_length, r.unit,
    r.observation, r.source_kind, r.classification, r.updated_at, v.version, v.state, v.coverage, v.finality,
    v.nil, v.definition_version, v.cleared_at, ${OWN} is true as is_own, ${exactReport('r')} is true as is_exact,
    exists (select 1 from audience_reader x where x.audience_id = r.audience_id and x.reader = 1
      and enlace_now() >= x.from_at and enlace_now() < x.until_at) as is_public
  from ${SHOWN}
  where ${visibleReport('r')} and ${where}
  ${NEWEST} $9
)
select p.id, p.starts_on::text as "from", s.code as state, p.organization_id as organization,
  p.crossing_point_id as "crossingPoint", ${periodOf('p')} as period, p.period_length as "periodLength",
  p.unit, p.observation, p.source_kind as "sourceKind", p.coverage, p.finality, p.nil,
  p.definition_version as "definitionVersion", p.version, p.state as "versionState",
  ${instantOf('p.cleared_at')} as "clearedAt", case when p.is_exact then 'exact' else 'protected' end as detail,
  case when p.is_own or (not p.is_exact and p.is_public) then null else (
    select f from unnest($10::text[]) f where exists (
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
order by p.starts_on desc, p.id desc`;

const OF_AUDIENCE = `select r.id, r.starts_on from arrival_report r
      where r.audience_id = a.audience_id and r.current_version is not null and ${SPAN} ${NEWEST}`;
const ownOf = (owner: string): string =>
  `(select r.id, r.starts_on from arrival_report r where ${owner} and ${SPAN} ${NEWEST} $9)`;

/**
 * The page found from the actor's audiences, organization and State, so that nobody waits for what
 * others report. Only the audiences whose own newest reports are the newest can have a part in it.
 */
const ALL = `with reached as materialized (select distinct x.audience_id from (${audiencesOf('any')}) x),
  newest as materialized (
    select a.audience_id from reached a cross join lateral (${OF_AUDIENCE} 1) r ${NEWEST} $9
  ), candidate as (
    select r.id, r.starts_on from newest a cross join lateral (${OF_AUDIENCE} $9) r
    union ${ownOf(`r.organization_id = $1::uuid and coalesce(r.open_version, r.current_version) is not null`)}
    union ${ownOf(`r.state_id = $2::smallint and r.sent_at is not null
      and (r.current_version is not null or ${KNOWS_OPEN})`)}
  ), found as materialized (select r.id from candidate r ${NEWEST} $9),
  ${page('r.id in (select f.id from found f)')}`;

/** Filters under which the page is a walk along their index until it is full. */
const FILTERS = [
  ['state', (at: string) => `r.state_id = (select s.id from state s where s.code = ${at})`],
  ['crossingPoint', (at: string) => `r.crossing_point_id = ${at}::uuid`],
  ['versionState', (at: string) => `v.state = ${at}`],
] as const;

/** The statement of a list's page and its parameters from $11 on, which are the filters asked for. */
export function listStatement(query: Pick<ReportListQuery, (typeof FILTERS)[number][0]>): {
  readonly text: string;
  readonly filters: readonly string[];
} {
  const asked = FILTERS.flatMap(([name, condition]) => {
    const value = query[name];
    return value === undefined ? [] : [{ value, condition }];
  });
  const conditions = asked.map(({ condition }, index) => condition(`$${index + 11}`));
  return {
    text: asked.length === 0 ? ALL : `with ${page([...conditions, SPAN].join(' and '))}`,
    filters: asked.map(({ value }) => value),
  };
}

/** The versions of report $5 that the actor may read. */
export const VERSIONS = `select v.version, v.state as "versionState", v.finality, ${instantOf('v.cleared_at')} as "clearedAt",
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
