import { Injectable } from '@nestjs/common';
import type { CreateReportRequest, ReportWritten } from '@enlace/contract';
import { hasEnded, isBeforeEarliest, parsePeriod, type Period } from '@enlace/domain';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { sightParameters, visibleReport } from '../audience/index.js';
import { Audit } from '../audit/index.js';
import { constraintOf, Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { noteAuthor } from './draft-check.js';
import { written } from './worked-report.js';

interface Point {
  readonly number: number;
  readonly stateId: number;
  readonly kind: string;
  readonly isActive: boolean;
  readonly firstEntry: boolean;
}

const EXISTING = `select r.id from arrival_report r join crossing_point p on p.id = $5::uuid
  where r.state_id = p.state_id and r.unit = $6 and r.observation = $7 and r.source_kind = $8
    and r.point_span && case p.kind when 'whole-border' then '[0,2147483647)'::int4range
                                    else int4range(p.number, p.number + 1) end
    and r.period && daterange($9::date, $10::date) and r.retracted_at is null and ${visibleReport('r')}
  order by lower(r.period), r.id limit 1`;

/** Begins a report with an empty draft. */
@Injectable()
export class CreateReport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** A second open report of the same key is 409 `report-exists`. */
  async execute(
    actor: ActingActor,
    request: IdempotentRequest,
    input: CreateReportRequest,
  ): Promise<ReportWritten> {
    try {
      return await this.begin(actor, request, input);
    } catch (error) {
      if (constraintOf(error) !== 'arrival_report_key') throw error;
      throw new Problem('report-exists', {
        cause: error,
        ...(await this.existing(actor, input)),
      });
    }
  }

  /** The report in the way, where the actor may see it. */
  private async existing(
    actor: ActingActor,
    input: CreateReportRequest,
  ): Promise<{ current?: { id: string } }> {
    const period = parsePeriod(input.period);
    const found = await this.database.read(actor, (tx) =>
      tx.rows<{ id: string }>(EXISTING, [
        ...sightParameters(actor),
        ...[input.crossingPoint, input.unit, input.observation, input.sourceKind],
        ...[period?.from ?? null, period?.to ?? null],
      ]),
    );
    const [first] = found;
    return first ? { current: { id: first.id } } : {};
  }

  private begin(
    actor: ActingActor,
    request: IdempotentRequest,
    input: CreateReportRequest,
  ): Promise<ReportWritten> {
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () => this.insert(tx, actor, input));
      const row = await tx.maybe<{ version: number; state: 'draft'; revision: number }>(
        `select v.version, v.state, r.revision from arrival_report r join arrival_report_version v
           on v.report_id = r.id and v.version = coalesce(r.open_version, r.current_version)
         where r.id = $1`,
        [id],
      );
      // A repeated request whose report was discarded meanwhile.
      if (!row) throw new Problem('not-found');
      return written(tx, id, row.version, row.state, row.revision);
    });
  }

  private async insert(
    tx: Transaction,
    actor: ActingActor,
    input: CreateReportRequest,
  ): Promise<string> {
    const period = await periodOf(tx, actor, input);
    const point = await pointOf(tx, actor, input, period);
    const span =
      point.kind === 'whole-border' ? '[0,2147483647)' : `[${point.number},${point.number + 1})`;
    const { id } = await tx.one<{ id: string }>(
      `insert into arrival_report (organization_id, state_id, crossing_point_id, point_span, unit, observation,
         source_kind, period, period_length, counted, first_entry, open_version)
       select $1::uuid, $2::smallint, $3::uuid, $4::int4range, $5, $6, $7, daterange($8::date, $9::date), $10,
         not exists (select 1 from arrival_report o where o.state_id = $2::smallint and o.unit = $5
           and o.observation = $6 and o.point_span && $4::int4range and o.period && daterange($8::date, $9::date)
           and o.counted and o.retracted_at is null), $11, 1
       returning id`,
      [
        actor.organization.id,
        point.stateId,
        input.crossingPoint,
        span,
        input.unit,
        input.observation,
        input.sourceKind,
        period.from,
        period.to,
        period.length,
        point.firstEntry,
      ],
    );
    await tx.rows(
      `insert into arrival_report_version (report_id, version, state) values ($1, 1, 'draft')`,
      [id],
    );
    await noteAuthor(tx, actor, id, 1);
    await this.audit.append(tx, actor, {
      action: 'arrivals.enter',
      record: 'arrival-report',
      recordId: id,
      after: input,
    });
    return id;
  }
}

async function periodOf(
  tx: Transaction,
  actor: ActingActor,
  input: CreateReportRequest,
): Promise<Period> {
  const period = parsePeriod(input.period);
  if (!period) throw invalid('/period', 'wrong-format');
  if (isBeforeEarliest(period)) throw invalid('/period', 'period-before-1990');
  if (!hasEnded(period, actor.organization.timeZone, await tx.now())) {
    throw invalid('/period', 'period-not-ended');
  }
  return period;
}

async function pointOf(
  tx: Transaction,
  actor: ActingActor,
  { crossingPoint }: CreateReportRequest,
  period: Period,
): Promise<Point> {
  const point = await tx.maybe<Point>(
    `select number, state_id as "stateId", kind,
       active_from < $3::date and coalesce(active_to > $2::date, true) as "isActive",
       coalesce(first_entry_from < $3::date and coalesce(first_entry_to > $2::date, true), false) as "firstEntry"
     from crossing_point where id = $1`,
    [crossingPoint, period.from, period.to],
  );
  if (!point) throw invalid('/crossingPoint', 'unknown-record');
  if (point.stateId !== actor.organization.stateId) {
    throw invalid('/crossingPoint', 'crossing-point-of-another-state');
  }
  if (!point.isActive) throw invalid('/crossingPoint', 'crossing-point-not-active');
  if (actor.seatPoints && !actor.seatPoints.includes(crossingPoint)) {
    throw invalid('/crossingPoint', 'crossing-point-outside-seat');
  }
  return point;
}
