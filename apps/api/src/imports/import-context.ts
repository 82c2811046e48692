import type { ImportSettings } from '@enlace/contract';
import { parsePeriod, type ImportSetting, type MonthTotals, type Period } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { invalid } from '../problems/index.js';

type Key = Pick<ImportSettings, 'crossingPoint' | 'unit' | 'observation' | 'sourceKind'>;

interface PointRow {
  readonly state: string;
  readonly activeFrom: string;
  readonly activeTo: string | null;
}

const PERIOD = `to_char(lower(r.period), case r.period_length when 'year' then 'YYYY' else 'YYYY-MM' end)`;

/** Open reports with which one of the same key would collide: the same point, or the whole border. */
const TAKEN = `select ${PERIOD} as period from arrival_report r, crossing_point p
  where p.id = $1 and r.state_id = p.state_id and r.unit = $2 and r.observation = $3 and r.source_kind = $4
    and r.retracted_at is null and r.point_span && case p.kind when 'whole-border'
      then int4range(0, 2147483647) else int4range(p.number, p.number + 1) end`;

const REPORTED = `select ${PERIOD} as period, json_object_agg(c.nationality, c.value) as totals
  from arrival_report r join arrival_count c on c.report_id = r.id and c.version = r.current_version
  where r.crossing_point_id = $1 and r.unit = $2 and r.observation = $3 and r.source_kind = $4
    and r.organization_id = $5 and r.period_length = 'month' and r.retracted_at is null
  group by r.id`;

async function pointOf(tx: Transaction, actor: ActingActor, id: string): Promise<PointRow> {
  const point = await tx.maybe<PointRow>(
    `select s.code as state, p.active_from::text as "activeFrom", p.active_to::text as "activeTo"
     from crossing_point p join state s on s.id = p.state_id where p.id = $1`,
    [id],
  );
  const pointer = '/settings/crossingPoint';
  if (!point) throw invalid(pointer, 'unknown-record');
  if (point.state !== actor.organization.stateCode) {
    throw invalid(pointer, 'crossing-point-of-another-state');
  }
  if (actor.seatPoints && !actor.seatPoints.includes(id)) {
    throw invalid(pointer, 'crossing-point-outside-seat');
  }
  return point;
}

async function takenPeriods(tx: Transaction, key: readonly unknown[]): Promise<Period[]> {
  const rows = await tx.rows<{ period: string }>(TAKEN, key);
  return rows.flatMap(({ period }) => parsePeriod(period) ?? []);
}

async function reportedMonths(tx: Transaction, key: readonly unknown[]): Promise<MonthTotals> {
  const rows = await tx.rows<{ period: string; totals: Record<string, number> }>(REPORTED, key);
  return new Map(rows.map(({ period, totals }) => [period, new Map(Object.entries(totals))]));
}

/** What a file for this key is checked against; refuses a point that is not the actor's. */
export async function importContext(
  tx: Transaction,
  actor: ActingActor,
  { crossingPoint, unit, observation, sourceKind }: Key,
): Promise<ImportSetting> {
  const point = await pointOf(tx, actor, crossingPoint);
  const key = [crossingPoint, unit, observation, sourceKind];
  return {
    state: point.state,
    timeZone: actor.organization.timeZone,
    at: await tx.now(),
    crossingPoint: point,
    reported: await reportedMonths(tx, [...key, actor.organization.id]),
    taken: await takenPeriods(tx, key),
  };
}
