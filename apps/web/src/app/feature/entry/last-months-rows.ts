import { Injectable, inject } from '@angular/core';
import { reportListResponse, reportResponse } from '@enlace/contract';
import { formatPeriod, parsePeriod, previousPeriod } from '@enlace/domain';
import { Api } from '../../core/api/api';
import type { ExactReport } from './model/draft-mapping';

/** The nationalities of the month before, without their figures. */
@Injectable({ providedIn: 'root' })
export class LastMonthsRows {
  private readonly api = inject(Api);

  /** The month before, or null where the report is not of a month. */
  monthBefore({ period }: ExactReport): string | null {
    const parsed = parsePeriod(period);
    return parsed?.length === 'month' ? formatPeriod(previousPeriod(parsed)) : null;
  }

  /** Nationalities of the same point, unit, observation and source a month earlier. */
  async read(report: ExactReport): Promise<readonly string[]> {
    const month = this.monthBefore(report);
    if (month === null) return [];
    const { state, crossingPoint } = report;
    const query = { state, crossingPoint, from: month, to: month, limit: 100 };
    const { reports } = await this.api.get('arrivals/reports', reportListResponse, query);
    const before = reports.find(
      ({ unit, observation, sourceKind, organization }) =>
        unit === report.unit &&
        observation === report.observation &&
        sourceKind === report.sourceKind &&
        organization === report.organization,
    );
    if (before === undefined) return [];
    const { counts } = await this.api.get(`arrivals/reports/${before.id}`, reportResponse);
    return counts.map(({ nationality }) => nationality);
  }
}
