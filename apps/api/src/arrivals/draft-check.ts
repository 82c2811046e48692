import {
  checkDraft,
  parsePeriod,
  type CheckFinding,
  type DraftFigures,
  type DraftSetting,
} from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem, type ProblemFault } from '../problems/index.js';
import { readFigures } from './figures.js';

interface SettingRow {
  readonly period: string;
  readonly timeZone: string;
  readonly state: string;
  readonly pointState: string;
  readonly activeFrom: string;
  readonly activeTo: string | null;
  readonly at: Date;
  readonly history: Record<string, number[]>;
  readonly nil: boolean;
  readonly registerTotal: number | null;
  readonly note: string | null;
}

/** What a draft is checked against: its key, its header and its own State's 12 months before. */
const SETTING = `select
  to_char(lower(r.period), case r.period_length when 'year' then 'YYYY' else 'YYYY-MM' end) as period,
  o.time_zone as "timeZone", s.code as state, ps.code as "pointState", p.active_from::text as "activeFrom",
  p.active_to::text as "activeTo", enlace_now() as at, v.nil, v.register_total as "registerTotal", v.note,
  (select coalesce(json_object_agg(nationality, values), '{}') from (
     select c.nationality, json_agg(c.value) as values
     from arrival_report b join arrival_count c on c.report_id = b.id and c.version = b.current_version
     where b.organization_id = r.organization_id and b.crossing_point_id = r.crossing_point_id
       and b.unit = r.unit and b.observation = r.observation and b.source_kind = r.source_kind
       and b.period_length = 'month' and r.period_length = 'month' and b.retracted_at is null
       and lower(b.period) >= lower(r.period) - interval '12 months' and lower(b.period) < lower(r.period)
     group by c.nationality) as before) as history
from arrival_report r
join arrival_report_version v on v.report_id = r.id and v.version = $2
join organization o on o.id = r.organization_id
join state s on s.id = r.state_id
join crossing_point p on p.id = r.crossing_point_id
join state ps on ps.id = p.state_id
where r.id = $1`;

/** Everything the checks say of a stored version as it would be sent now. */
export async function checkVersion(
  tx: Transaction,
  reportId: string,
  version: number,
): Promise<readonly CheckFinding[]> {
  const row = await tx.one<SettingRow>(SETTING, [reportId, version]);
  const period = parsePeriod(row.period);
  if (!period) throw new Error(`A stored period is not one: ${row.period}`);
  const setting: DraftSetting = {
    period,
    state: row.state,
    timeZone: row.timeZone,
    at: row.at,
    crossingPoint: {
      state: row.pointState,
      activeFrom: row.activeFrom,
      activeTo: row.activeTo,
    },
    history: new Map(Object.entries(row.history)),
  };
  const figures: DraftFigures = {
    ...(await readFigures(tx, reportId, version, [])),
    nil: row.nil,
    registerTotal: row.registerTotal,
    note: row.note,
  };
  return checkDraft(figures, setting);
}

const fault = ({ pointer, rule, params }: CheckFinding): ProblemFault => ({
  pointer,
  rule,
  params,
});

/** Refuses (422) a draft with a refusal, or with a warning rule that nobody commented on. */
export function refuseFaults(
  findings: readonly CheckFinding[],
  confirmed: readonly string[],
): void {
  const refusals = findings.filter(({ kind }) => kind === 'refusal');
  if (refusals.length > 0) {
    throw new Problem('checks-not-passed', { errors: refusals.slice(0, 200).map(fault) });
  }
  const open = findings.filter(({ rule }) => !confirmed.includes(rule));
  if (open.length > 0) {
    throw new Problem('warnings-not-confirmed', { errors: open.slice(0, 200).map(fault) });
  }
}

/** Notes somebody as an author of the version: whoever changed a value of it never clears it. */
export const noteAuthor = (
  tx: Transaction,
  actor: ActingActor,
  reportId: string,
  version: number,
): Promise<unknown> =>
  tx.rows(
    `insert into version_author (report_id, version, person_id) values ($1, $2, $3) on conflict do nothing`,
    [reportId, version, actor.personId],
  );
