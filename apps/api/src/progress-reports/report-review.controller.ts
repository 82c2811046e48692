import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  progressReportAnswer,
  recordId,
  returnProgressRequest,
  type ProgressReportAnswer,
} from '@enlace/contract';
import type { z } from 'zod';
import {
  acting,
  CurrentActor,
  IfMatch,
  MayAnswer,
  RequirePermission,
  type Actor,
} from '../access/index.js';
import { AcceptReport } from './accept-report.js';
import { PublishReport } from './publish-report.js';
import { ReturnReport } from './return-report.js';

/** Reviewing reports: the work of the secretariat that recorded the commitment. */
@ApiTags('progress reports')
@Controller('v1/progress-reports')
export class ReportReviewController {
  constructor(
    private readonly returnReport: ReturnReport,
    private readonly acceptReport: AcceptReport,
    private readonly publishReport: PublishReport,
  ) {}

  @Post(':id/return')
  @HttpCode(200)
  @RequirePermission('commitments.accept-report')
  @ApiResponse({ status: 200, standardSchema: progressReportAnswer })
  @MayAnswer('state-conflict')
  return(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: returnProgressRequest }) { reason }: z.infer<typeof returnProgressRequest>,
  ): Promise<ProgressReportAnswer> {
    return this.returnReport.execute(acting(actor), id, version, reason);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @RequirePermission('commitments.accept-report')
  @ApiResponse({ status: 200, standardSchema: progressReportAnswer })
  @MayAnswer('state-conflict')
  accept(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<ProgressReportAnswer> {
    return this.acceptReport.execute(acting(actor), id, version);
  }

  @Post(':id/publication')
  @HttpCode(200)
  @RequirePermission('commitments.accept-report')
  @ApiResponse({ status: 200, standardSchema: progressReportAnswer })
  @MayAnswer('state-conflict')
  publish(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<ProgressReportAnswer> {
    return this.publishReport.execute(acting(actor), id, version);
  }
}
