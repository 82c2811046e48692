import { Injectable } from '@nestjs/common';
import { formatPeriod, lastEndedMonth } from '@enlace/domain';
import type { OverviewQuery, OverviewResponse } from '@enlace/contract';
import type { Actor } from '../access/index.js';
import { sightParameters, visibleReport } from '../audience/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid } from '../problems/index.js';
import { rangeBefore, rangeOf, trendRange, type MonthRange } from './month-range.js';
import { overviewAnswer, type OverviewRows } from './overview.mapper.js';
import { OVERVIEW } from './overview.sql.js';
import { seenParameters } from './seen-parts.sql.js';

const MONTHS = `select distinct to_char(lower(r.period), 'YYYY-MM') as month
  from arrival_report r
  where ${visibleReport('r')} and r.counted and r.retracted_at is null and r.current_version is not null
    and r.period_length = 'month' and r.unit = $5 and r.observation = $6
  order by 1 desc limit 600`;

/** Months with a report the actor may see, newest first. */
export async function visibleMonths(
  tx: Transaction,
  actor: Actor,
  query: OverviewQuery,
): Promise<string[]> {
  const parameters = [...sightParameters(actor), query.unit, query.observation];
  const rows = await tx.rows<{ month: string }>(MONTHS, parameters);
  return rows.map(({ month }) => month);
}

/** The months asked for; the newest visible one, or else the last that has ended, where none is. */
export async function rangeAsked(
  tx: Transaction,
  actor: Actor,
  query: OverviewQuery,
  months: readonly string[],
): Promise<MonthRange> {
  const newest = months[0] ?? formatPeriod(lastEndedMonth(zoneOf(actor), await tx.now()));
  const last = query.to ?? (query.from && query.from > newest ? query.from : newest);
  const first = query.from ?? last;
  if (first > last) throw invalid('/query/from', 'too-large', { limit: last });
  return rangeOf(first, last);
}

const zoneOf = (actor: Actor): string => actor.organization?.timeZone ?? 'UTC';

/** Figures of arrivals, added up from what the actor may see of each report. */
@Injectable()
export class OverviewRepository {
  constructor(private readonly database: Database) {}

  /** The overview of a range of months; 422 where it ends before it begins. */
  read(actor: Actor, query: OverviewQuery): Promise<OverviewResponse> {
    return this.database.read(actor, async (tx) => {
      const months = await visibleMonths(tx, actor, query);
      const range = await rangeAsked(tx, actor, query, months);
      const before = rangeBefore(range);
      const trend = trendRange(range);
      const from = before.from < trend.from ? before.from : trend.from;
      const { answer } = await tx.one<{ answer: OverviewRows }>(OVERVIEW, [
        ...seenParameters(actor, { query, span: { from, to: range.to } }),
        range.from,
        range.to,
        before.from,
        trend.from,
      ]);
      return overviewAnswer(answer, range, months);
    });
  }
}
