import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  recordId,
  remindResponse,
  snoozeRequest,
  snoozeResponse,
  type RemindResponse,
  type SnoozeRequest,
  type SnoozeResponse,
} from '@enlace/contract';
import {
  acting,
  CurrentActor,
  Idempotent,
  RequirePermission,
  type Actor,
  type IdempotentRequest,
} from '../access/index.js';
import { Remind } from './remind.js';
import { SnoozeDueDate } from './snooze-due-date.js';

/** What people do with reminders. */
@ApiTags('commitments')
@Controller('v1/commitments')
export class RemindersController {
  constructor(
    private readonly snooze: SnoozeDueDate,
    private readonly remind: Remind,
  ) {}

  @Post(':id/due-dates/:dueDate/snooze')
  @RequirePermission('commitments.report')
  @ApiResponse({ status: 201, standardSchema: snoozeResponse })
  snoozeDueDate(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) commitment: string,
    @Param('dueDate', { schema: recordId }) dueDate: string,
    @Body({ schema: snoozeRequest }) input: SnoozeRequest,
    @Idempotent() request: IdempotentRequest,
  ): Promise<SnoozeResponse> {
    return this.snooze.execute(acting(actor), { commitment, dueDate }, input, request);
  }

  @Post(':id/reminders')
  @RequirePermission('commitments.remind')
  @ApiResponse({ status: 201, standardSchema: remindResponse })
  remindNow(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) commitment: string,
    @Idempotent() request: IdempotentRequest,
  ): Promise<RemindResponse> {
    return this.remind.execute(acting(actor), commitment, request);
  }
}
