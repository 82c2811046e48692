import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  classificationRequest,
  readersQuery,
  readersResponse,
  recordId,
  shareAnswer,
  shareListResponse,
  sharePreviewResponse,
  shareRequest,
  type ReadersResponse,
  type ShareAnswer,
  type SharePreviewResponse,
  type ShareRequest,
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
import { ClassifyReport } from './classify-report.js';
import { CreateShare } from './create-share.js';
import { PreviewShare } from './preview-share.js';
import { RevokeShare } from './revoke-share.js';
import { SharesRepository } from './shares.repository.js';

/** Sharing of one report, for its owner. */
@ApiTags('arrivals')
@Controller('v1/arrivals/reports/:id')
export class SharingController {
  constructor(
    private readonly classifyReport: ClassifyReport,
    private readonly createShare: CreateShare,
    private readonly previewShare: PreviewShare,
    private readonly revokeShare: RevokeShare,
    private readonly shares: SharesRepository,
  ) {}

  @Put('classification')
  @HttpCode(204)
  @RequirePermission('arrivals.share')
  @ApiResponse({ status: 204 })
  @MayAnswer('audience-above-classification')
  classify(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: classificationRequest }) input: z.infer<typeof classificationRequest>,
  ): Promise<void> {
    return this.classifyReport.execute(acting(actor), id, version, input.classification);
  }

  @Get('shares')
  @RequirePermission('arrivals.share')
  @ApiResponse({ status: 200, standardSchema: shareListResponse })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<z.infer<typeof shareListResponse>> {
    return this.shares.list(acting(actor), id);
  }

  @Post('shares')
  @RequirePermission('arrivals.share')
  @ApiResponse({ status: 201, standardSchema: shareAnswer })
  @MayAnswer('audience-above-classification', 'state-conflict')
  create(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: shareRequest }) input: ShareRequest,
  ): Promise<ShareAnswer> {
    return this.createShare.execute(acting(actor), request, id, input);
  }

  @Post('shares/preview')
  @HttpCode(200)
  @RequirePermission('arrivals.share')
  @ApiResponse({ status: 200, standardSchema: sharePreviewResponse })
  @MayAnswer('audience-above-classification', 'state-conflict')
  preview(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: shareRequest }) input: ShareRequest,
  ): Promise<SharePreviewResponse> {
    return this.previewShare.execute(acting(actor), id, input);
  }

  @Delete('shares/:share')
  @HttpCode(204)
  @RequirePermission('arrivals.share')
  @ApiResponse({ status: 204 })
  revoke(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Param('share', { schema: recordId }) share: string,
  ): Promise<void> {
    return this.revokeShare.execute(acting(actor), id, share, version);
  }

  @Get('readers')
  @RequirePermission('arrivals.read-readers')
  @ApiResponse({ status: 200, standardSchema: readersResponse })
  readers(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Query({ schema: readersQuery }) { cursor }: z.infer<typeof readersQuery>,
  ): Promise<ReadersResponse> {
    return this.shares.readers(acting(actor), id, cursor ?? null);
  }
}
