import { Controller, Get, Param } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  progressReportAnswer,
  progressReportsResponse,
  recordId,
  type ProgressReportAnswer,
} from '@enlace/contract';
import type { z } from 'zod';
import { CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import { ProgressReportsRepository } from './progress-reports.repository.js';

/** Reading progress reports; the public sees published ones of public commitments. */
@ApiTags('progress reports')
@Controller('v1')
export class ProgressReportsController {
  constructor(private readonly reports: ProgressReportsRepository) {}

  @Get('commitments/:id/reports')
  @RequirePermission('commitments.read')
  @ApiResponse({ status: 200, standardSchema: progressReportsResponse })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<z.infer<typeof progressReportsResponse>> {
    return this.reports.ofCommitment(actor, id);
  }

  @Get('progress-reports/:id')
  @RequirePermission('commitments.read')
  @ApiResponse({ status: 200, standardSchema: progressReportAnswer })
  byId(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<ProgressReportAnswer> {
    return this.reports.byId(actor, id);
  }
}
