import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  checksResponse,
  clearManyRequest,
  clearManyResponse,
  createReportRequest,
  draftContent,
  reasonRequest,
  recordId,
  reportWritten,
  sendReportRequest,
  type ChecksResponse,
  type CreateReportRequest,
  type DraftContent,
  type ReportWritten,
  type SendReportRequest,
} from '@enlace/contract';
import type { z } from 'zod';
import {
  acting,
  CurrentActor,
  Idempotent,
  IfMatch,
  MayAnswer,
  RequirePermission,
  type Actor,
  type IdempotentRequest,
} from '../access/index.js';
import { CheckReport } from './check-report.js';
import { ClearReports } from './clear-reports.js';
import { CreateReport } from './create-report.js';
import { DiscardDraft } from './discard-draft.js';
import { ReopenReport } from './reopen-report.js';
import { RetractReport } from './retract-report.js';
import { ReturnReport } from './return-report.js';
import { SaveDraft } from './save-draft.js';
import { SendReport } from './send-report.js';

type Reason = z.infer<typeof reasonRequest>;

/** Working on arrival reports of the own State. */
@ApiTags('arrivals')
@Controller('v1/arrivals')
export class ReportActsController {
  constructor(
    private readonly createReport: CreateReport,
    private readonly saveDraft: SaveDraft,
    private readonly discardDraft: DiscardDraft,
    private readonly checkReport: CheckReport,
    private readonly sendReport: SendReport,
    private readonly clearReports: ClearReports,
    private readonly returnReport: ReturnReport,
    private readonly reopenReport: ReopenReport,
    private readonly retractReport: RetractReport,
  ) {}

  @Post('reports')
  @RequirePermission('arrivals.enter')
  @ApiResponse({ status: 201, standardSchema: reportWritten })
  @MayAnswer('report-exists')
  create(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Body({ schema: createReportRequest }) input: CreateReportRequest,
  ): Promise<ReportWritten> {
    return this.createReport.execute(acting(actor), request, input);
  }

  @Put('reports/:id/draft')
  @RequirePermission('arrivals.enter')
  @ApiResponse({ status: 200, standardSchema: reportWritten })
  @MayAnswer('state-conflict')
  save(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: draftContent }) content: DraftContent,
  ): Promise<ReportWritten> {
    return this.saveDraft.execute(acting(actor), id, version, content);
  }

  @Delete('reports/:id/draft')
  @HttpCode(204)
  @RequirePermission('arrivals.enter')
  @ApiResponse({ status: 204 })
  @MayAnswer('state-conflict')
  discard(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<void> {
    return this.discardDraft.execute(acting(actor), id, version);
  }

  @Post('reports/:id/checks')
  @HttpCode(200)
  @RequirePermission('arrivals.enter')
  @ApiResponse({ status: 200, standardSchema: checksResponse })
  @MayAnswer('state-conflict')
  check(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<ChecksResponse> {
    return this.checkReport.execute(acting(actor), id);
  }

  @Post('reports/:id/submission')
  @HttpCode(200)
  @RequirePermission('arrivals.send')
  @ApiResponse({ status: 200, standardSchema: reportWritten })
  @MayAnswer('state-conflict', 'checks-not-passed', 'warnings-not-confirmed')
  send(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: sendReportRequest }) input: SendReportRequest,
  ): Promise<ReportWritten> {
    return this.sendReport.execute(acting(actor), id, version, input);
  }

  @Post('reports/:id/clearance')
  @HttpCode(200)
  @RequirePermission('arrivals.clear')
  @ApiResponse({ status: 200, standardSchema: reportWritten })
  @MayAnswer('state-conflict', 'own-report')
  clear(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<ReportWritten> {
    return this.clearReports.execute(acting(actor), id, version);
  }

  @Post('clearances')
  @HttpCode(200)
  @RequirePermission('arrivals.clear')
  @ApiResponse({ status: 200, standardSchema: clearManyResponse })
  @MayAnswer('not-found', 'state-conflict', 'own-report')
  clearMany(
    @CurrentActor() actor: Actor,
    @Body({ schema: clearManyRequest }) { reports }: z.infer<typeof clearManyRequest>,
  ): Promise<{ cleared: number }> {
    return this.clearReports.executeMany(acting(actor), reports);
  }

  @Post('reports/:id/return')
  @HttpCode(200)
  @RequirePermission('arrivals.clear')
  @ApiResponse({ status: 200, standardSchema: reportWritten })
  @MayAnswer('state-conflict')
  giveBack(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: reasonRequest }) { reason }: Reason,
  ): Promise<ReportWritten> {
    return this.returnReport.execute(acting(actor), id, version, reason);
  }

  @Post('reports/:id/reopening')
  @HttpCode(200)
  @RequirePermission('arrivals.reopen')
  @ApiResponse({ status: 200, standardSchema: reportWritten })
  @MayAnswer('state-conflict')
  reopen(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: reasonRequest }) { reason }: Reason,
  ): Promise<ReportWritten> {
    return this.reopenReport.execute(acting(actor), id, version, reason);
  }

  @Post('reports/:id/retraction')
  @HttpCode(200)
  @RequirePermission('arrivals.retract')
  @ApiResponse({ status: 200, standardSchema: reportWritten })
  @MayAnswer('state-conflict')
  retract(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: reasonRequest }) { reason }: Reason,
  ): Promise<ReportWritten> {
    return this.retractReport.execute(acting(actor), id, version, reason);
  }
}
