import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  beginReportRequest,
  evidenceRequest,
  progressDraft,
  progressReportAnswer,
  recordId,
  type EvidenceRequest,
  type ProgressDraft,
  type ProgressReportAnswer,
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
import { AddEvidence } from './add-evidence.js';
import { BeginReport } from './begin-report.js';
import { RemoveEvidence } from './remove-evidence.js';
import { SaveDraft } from './save-draft.js';
import { SubmitReport } from './submit-report.js';

/** Writing a report: the work of whoever does the commitment. */
@ApiTags('progress reports')
@Controller('v1')
export class ReportWritingController {
  constructor(
    private readonly beginReport: BeginReport,
    private readonly saveDraft: SaveDraft,
    private readonly addEvidence: AddEvidence,
    private readonly removeEvidence: RemoveEvidence,
    private readonly submitReport: SubmitReport,
  ) {}

  @Post('commitments/:id/reports')
  @RequirePermission('commitments.report')
  @ApiResponse({ status: 201, standardSchema: progressReportAnswer })
  @MayAnswer('state-conflict')
  begin(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: beginReportRequest }) { dueDate }: z.infer<typeof beginReportRequest>,
  ): Promise<ProgressReportAnswer> {
    return this.beginReport.execute(acting(actor), request, id, dueDate);
  }

  @Put('progress-reports/:id/draft')
  @RequirePermission('commitments.report')
  @ApiResponse({ status: 200, standardSchema: progressReportAnswer })
  @MayAnswer('state-conflict')
  save(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: progressDraft }) input: ProgressDraft,
  ): Promise<ProgressReportAnswer> {
    return this.saveDraft.execute(acting(actor), id, version, input);
  }

  @Post('progress-reports/:id/evidence')
  @RequirePermission('commitments.report')
  @ApiResponse({ status: 201, standardSchema: progressReportAnswer })
  @MayAnswer('state-conflict')
  add(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: evidenceRequest }) input: EvidenceRequest,
  ): Promise<ProgressReportAnswer> {
    return this.addEvidence.execute(acting(actor), request, id, input);
  }

  @Delete('progress-reports/:id/evidence/:evidence')
  @RequirePermission('commitments.report')
  @ApiResponse({ status: 200, standardSchema: progressReportAnswer })
  @MayAnswer('state-conflict')
  remove(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Param('evidence', { schema: recordId }) evidence: string,
  ): Promise<ProgressReportAnswer> {
    return this.removeEvidence.execute(acting(actor), id, evidence, version);
  }

  @Post('progress-reports/:id/submission')
  @HttpCode(200)
  @RequirePermission('commitments.report')
  @ApiResponse({ status: 200, standardSchema: progressReportAnswer })
  @MayAnswer('state-conflict')
  submit(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<ProgressReportAnswer> {
    return this.submitReport.execute(acting(actor), id, version);
  }
}
