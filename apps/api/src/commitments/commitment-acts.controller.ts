import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  actionRequest,
  changeCommitmentRequest,
  commitmentActRequest,
  commitmentWritten,
  indicatorRequest,
  recordCommitmentRequest,
  recordId,
  scheduleRequest,
  waiverRequest,
  type ActionRequest,
  type ChangeCommitmentRequest,
  type CommitmentActRequest,
  type CommitmentWritten,
  type IndicatorRequest,
  type RecordCommitmentRequest,
  type ScheduleRequest,
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
import { ActOnCommitment } from './act-on-commitment.js';
import { ChangeCommitment } from './change-commitment.js';
import { KeepAction } from './keep-action.js';
import { KeepIndicator } from './keep-indicator.js';
import { RecordCommitment } from './record-commitment.js';
import { SetSchedule } from './set-schedule.js';
import { WaiveDueDate } from './waive-due-date.js';

/** Recording commitments and keeping them: the work of a forum's secretariat. */
@ApiTags('commitments')
@Controller('v1/commitments')
export class CommitmentActsController {
  constructor(
    private readonly recordCommitment: RecordCommitment,
    private readonly changeCommitment: ChangeCommitment,
    private readonly actOnCommitment: ActOnCommitment,
    private readonly keepAction: KeepAction,
    private readonly keepIndicator: KeepIndicator,
    private readonly setSchedule: SetSchedule,
    private readonly waiveDueDate: WaiveDueDate,
  ) {}

  @Post()
  @RequirePermission('commitments.record')
  @ApiResponse({ status: 201, standardSchema: commitmentWritten })
  record(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Body({ schema: recordCommitmentRequest }) input: RecordCommitmentRequest,
  ): Promise<CommitmentWritten> {
    return this.recordCommitment.execute(acting(actor), request, input);
  }

  @Put(':id')
  @RequirePermission('commitments.record')
  @ApiResponse({ status: 200, standardSchema: commitmentWritten })
  @MayAnswer('state-conflict')
  change(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: changeCommitmentRequest }) input: ChangeCommitmentRequest,
  ): Promise<CommitmentWritten> {
    return this.changeCommitment.execute(acting(actor), id, version, input);
  }

  @Post(':id/acts')
  @HttpCode(200)
  @RequirePermission('commitments.record')
  @ApiResponse({ status: 200, standardSchema: commitmentWritten })
  @MayAnswer('state-conflict')
  act(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: commitmentActRequest }) input: CommitmentActRequest,
  ): Promise<CommitmentWritten> {
    return this.actOnCommitment.execute(acting(actor), id, version, input);
  }

  @Put(':id/schedule')
  @RequirePermission('commitments.record')
  @ApiResponse({ status: 200, standardSchema: commitmentWritten })
  @MayAnswer('state-conflict')
  schedule(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: scheduleRequest }) input: ScheduleRequest,
  ): Promise<CommitmentWritten> {
    return this.setSchedule.execute(acting(actor), id, version, input);
  }

  @Post(':id/due-dates/:dueDate/waiver')
  @HttpCode(200)
  @RequirePermission('commitments.record')
  @ApiResponse({ status: 200, standardSchema: commitmentWritten })
  @MayAnswer('state-conflict')
  waive(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Param('dueDate', { schema: recordId }) dueDate: string,
    @Body({ schema: waiverRequest }) input: z.infer<typeof waiverRequest>,
  ): Promise<CommitmentWritten> {
    return this.waiveDueDate.execute(acting(actor), id, dueDate, version, input.reason);
  }

  @Post(':id/actions')
  @RequirePermission('commitments.record')
  @ApiResponse({ status: 201, standardSchema: commitmentWritten })
  @MayAnswer('state-conflict')
  addAction(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: actionRequest }) input: ActionRequest,
  ): Promise<CommitmentWritten> {
    return this.keepAction.add(acting(actor), request, id, version, input);
  }

  @Put(':id/actions/:action')
  @RequirePermission('commitments.record')
  @ApiResponse({ status: 200, standardSchema: commitmentWritten })
  @MayAnswer('state-conflict')
  changeAction(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Param('action', { schema: recordId }) action: string,
    @Body({ schema: actionRequest }) input: ActionRequest,
  ): Promise<CommitmentWritten> {
    return this.keepAction.change(acting(actor), id, action, version, input);
  }

  @Post(':id/indicators')
  @RequirePermission('commitments.record')
  @ApiResponse({ status: 201, standardSchema: commitmentWritten })
  @MayAnswer('state-conflict')
  addIndicator(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: indicatorRequest }) input: IndicatorRequest,
  ): Promise<CommitmentWritten> {
    return this.keepIndicator.add(acting(actor), request, id, version, input);
  }

  @Put(':id/indicators/:indicator')
  @RequirePermission('commitments.record')
  @ApiResponse({ status: 200, standardSchema: commitmentWritten })
  @MayAnswer('state-conflict')
  changeIndicator(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Param('indicator', { schema: recordId }) indicator: string,
    @Body({ schema: indicatorRequest }) input: IndicatorRequest,
  ): Promise<CommitmentWritten> {
    return this.keepIndicator.change(acting(actor), id, indicator, version, input);
  }
}
