import type { Classification, VersionState } from '@enlace/domain';
import { exactReport, ownReport, visibleReport } from '../audience/index.js';

/** Everything a reader may be told of one version, before it is shaped to their detail. */
export interface ReportRow {
  readonly id: string;
  readonly state: string;
  readonly organization: string;
  readonly crossingPoint: string;
  readonly period: string;
  readonly periodLength: 'month' | 'year';
  readonly unit: string;
  readonly observation: string;
  readonly sourceKind: string;
  readonly revision: number;
  readonly classification: Classification;
  readonly version: number;
  readonly versionState: VersionState;
  readonly isOwnOrganization: boolean;
  readonly isOwn: boolean;
  readonly isExact: boolean;
  readonly isPublic: boolean;
  readonly isAuthor: boolean;
  /** Whether the version was ever sent, if it was returned since too. */
  readonly wasSent: boolean;
  readonly hasOpenVersion: boolean;
  readonly clearedAt: string | null;
  readonly header: VersionHeader;
}

/** The header of a version as its own State wrote it. */
export interface VersionHeader {
  readonly direction: string;
  readonly coverage: string;
  readonly coveragePercent: number | null;
  readonly sampleSize: number | null;
  readonly method: string | null;
  readonly confidence: string | null;
  readonly finality: string;
  readonly nil: boolean;
  readonly registerTotal: number | null;
  readonly note: string | null;
  readonly definitionVersion: string;
  readonly returnReason: string | null;
  readonly reopenReason: string | null;
  readonly retractReason: string | null;
}

/** An instant as answers write it. */
export const instantOf = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A period as answers write it: `2026-10`, or `2019` for a year. */
export const periodOf = (report: string): string =>
  `to_char(lower(${report}.period), case ${report}.period_length when 'year' then 'YYYY' else 'YYYY-MM' end)`;

const OWN = ownReport('r');

/**
 * The version somebody works on or may read: one's own organization its open one, the own State the open one
 * once it was sent, everybody else the last cleared. $6 names another; row security decides whether it exists.
 */
const CHOSEN = `coalesce($6::int,
  case when r.organization_id = $1::uuid then coalesce(r.open_version, r.current_version)
       when r.state_id = $2::smallint and exists (select 1 from arrival_report_version o
         where o.report_id = r.id and o.version = r.open_version) then r.open_version
       else r.current_version end)`;

/** One report; parameters: sight ($1 to $4), report, version or null, person. */
export const REPORT = `select r.id, s.code as state, r.organization_id as organization,
    r.crossing_point_id as "crossingPoint", ${periodOf('r')} as period, r.period_length as "periodLength", r.unit,
    r.observation, r.source_kind as "sourceKind", r.revision, r.classification, v.version,
    v.state as "versionState", r.organization_id = $1::uuid is true as "isOwnOrganization", ${OWN} is true as "isOwn",
    (${OWN} or (${exactReport('r')} and (v.state <> 'superseded'
      or cleared_while_shared(r.id, v.cleared_at, 1::smallint)))) is true as "isExact",
    exists (select 1 from audience_reader x where x.audience_id = r.audience_id and x.reader = 1
      and enlace_now() >= x.from_at and enlace_now() < x.until_at) as "isPublic",
    exists (select 1 from version_author a where a.report_id = r.id and a.version = v.version
      and a.person_id = $7::uuid) as "isAuthor",
    v.submitted_at is not null as "wasSent", r.open_version is not null as "hasOpenVersion", ${instantOf('v.cleared_at')} as "clearedAt",
    json_build_object('direction', v.direction, 'coverage', v.coverage, 'coveragePercent', v.coverage_percent,
      'sampleSize', v.sample_size, 'method', v.method, 'confidence', v.confidence, 'finality', v.finality,
      'nil', v.nil, 'registerTotal', v.register_total, 'note', v.note, 'definitionVersion', v.definition_version,
      'returnReason', v.return_reason, 'reopenReason', v.reopen_reason, 'retractReason', v.retract_reason) as header
  from arrival_report r
  join state s on s.id = r.state_id
  join arrival_report_version v on v.report_id = r.id and v.version = ${CHOSEN}
  where r.id = $5::uuid and ${visibleReport('r')}`;

/** The protected twin of a version; $3: States behind the firewall, whose nationals hide the share tables. */
export const TWIN = `select
  (select coalesce(json_agg(json_build_object('nationality', nationality, 'low', low, 'middle', middle,
     'high', high) order by nationality), '[]')
   from twin_count where report_id = $1 and version = $2) as counts,
  (select coalesce(json_agg(json_build_object('table', share_table, 'key', key,
     'band', json_build_object('low', low, 'high', high)) order by share_table, key), '[]')
   from twin_share where report_id = $1 and version = $2 and not exists (select 1 from twin_count c
     where c.report_id = $1 and c.version = $2 and c.nationality = any($3::text[]) and c.high > 0)) as shares`;
