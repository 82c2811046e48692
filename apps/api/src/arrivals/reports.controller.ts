import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  recordId,
  reportListQuery,
  reportListResponse,
  reportQuery,
  reportResponse,
  versionListResponse,
  type ReportListQuery,
  type ReportQuery,
  type ReportResponse,
  type ReportSummary,
} from '@enlace/contract';
import { CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import { ReportListsRepository } from './report-lists.repository.js';
import { ReportsRepository } from './reports.repository.js';

/** Reading arrival reports, with and without sign-in. */
@ApiTags('arrivals')
@Controller('v1/arrivals/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly lists: ReportListsRepository,
  ) {}

  @Get()
  @RequirePermission('arrivals.read')
  @ApiResponse({ status: 200, standardSchema: reportListResponse })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: reportListQuery }) query: ReportListQuery,
  ): Promise<{ reports: ReportSummary[]; next: string | null }> {
    return this.lists.list(actor, query);
  }

  @Get(':id')
  @RequirePermission('arrivals.read')
  @ApiResponse({ status: 200, standardSchema: reportResponse })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Query({ schema: reportQuery }) { version }: ReportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportResponse> {
    const { report, etag } = await this.reports.get(actor, id, version ?? null);
    if (etag !== null) void reply.header('etag', `"${etag}"`);
    return report;
  }

  @Get(':id/versions')
  @RequirePermission('arrivals.read')
  @ApiResponse({ status: 200, standardSchema: versionListResponse })
  versions(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<{ versions: object[] }> {
    return this.lists.versions(actor, id);
  }
}
