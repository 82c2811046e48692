import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  matrixQuery,
  remindersPreview,
  remindSeveralRequest,
  remindSeveralResponse,
  type MatrixQuery,
  type RemindersPreview,
  type RemindSeveralRequest,
  type RemindSeveralResponse,
} from '@enlace/contract';
import {
  acting,
  CurrentActor,
  Idempotent,
  MayAnswer,
  RequirePermission,
  type Actor,
  type IdempotentRequest,
} from '../access/index.js';
import { PreviewReminders } from './preview-reminders.js';
import { RemindSeveral } from './remind-several.js';

/** Reminding of everything that is overdue: first what it would do, then the act. */
@ApiTags('follow-up')
@Controller('v1/follow-up/reminders')
export class OverdueController {
  constructor(
    private readonly preview: PreviewReminders,
    private readonly remindSeveral: RemindSeveral,
  ) {}

  @Get()
  @RequirePermission('commitments.remind')
  @ApiResponse({ status: 200, standardSchema: remindersPreview })
  overdue(
    @CurrentActor() actor: Actor,
    @Query({ schema: matrixQuery }) query: MatrixQuery,
  ): Promise<RemindersPreview> {
    return this.preview.execute(acting(actor), query);
  }

  @Post()
  @RequirePermission('commitments.remind')
  @ApiResponse({ status: 201, standardSchema: remindSeveralResponse })
  @MayAnswer('not-found')
  remind(
    @CurrentActor() actor: Actor,
    @Body({ schema: remindSeveralRequest }) input: RemindSeveralRequest,
    @Idempotent() request: IdempotentRequest,
  ): Promise<RemindSeveralResponse> {
    return this.remindSeveral.execute(acting(actor), input, request);
  }
}
