import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  adoptionAnswer,
  adoptionResultRequest,
  adoptionsResponse,
  adoptRequest,
  changeAdoptionRequest,
  pageQuery,
  recordId,
  type AdoptionAnswer,
  type AdoptionResultRequest,
  type AdoptionsResponse,
  type AdoptRequest,
  type ChangeAdoptionRequest,
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
import { AdoptPractice } from './adopt-practice.js';
import { AdoptionsRepository } from './adoptions.repository.js';
import { KeepAdoption } from './keep-adoption.js';

/** The ledger of who took up a practice, how, and what came of it. */
@ApiTags('practices')
@Controller('v1')
export class AdoptionsController {
  constructor(
    private readonly adoptions: AdoptionsRepository,
    private readonly adoptPractice: AdoptPractice,
    private readonly keepAdoption: KeepAdoption,
  ) {}

  @Get('practices/:id/adoptions')
  @RequirePermission('practices.read')
  @ApiResponse({ status: 200, standardSchema: adoptionsResponse })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Query({ schema: pageQuery }) { after }: z.infer<typeof pageQuery>,
  ): Promise<AdoptionsResponse> {
    return this.adoptions.list(actor, id, after ?? null);
  }

  @Post('practices/:id/adoptions')
  @RequirePermission('practices.adopt')
  @ApiResponse({ status: 201, standardSchema: adoptionAnswer })
  @MayAnswer('state-conflict')
  adopt(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: adoptRequest }) input: AdoptRequest,
  ): Promise<AdoptionAnswer> {
    return this.adoptPractice.execute(acting(actor), request, id, input);
  }

  @Put('adoptions/:id')
  @RequirePermission('practices.adopt')
  @ApiResponse({ status: 200, standardSchema: adoptionAnswer })
  @MayAnswer('state-conflict')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: changeAdoptionRequest }) input: ChangeAdoptionRequest,
  ): Promise<AdoptionAnswer> {
    return this.keepAdoption.change(acting(actor), id, ifMatch, input);
  }

  @Post('adoptions/:id/confirmation')
  @HttpCode(200)
  @RequirePermission('practices.adopt')
  @ApiResponse({ status: 200, standardSchema: adoptionAnswer })
  @MayAnswer('state-conflict')
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
  ): Promise<AdoptionAnswer> {
    return this.keepAdoption.confirm(acting(actor), id, ifMatch);
  }

  @Post('adoptions/:id/result')
  @HttpCode(200)
  @RequirePermission('practices.adopt')
  @ApiResponse({ status: 200, standardSchema: adoptionAnswer })
  @MayAnswer('state-conflict')
  reportResult(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: adoptionResultRequest }) input: AdoptionResultRequest,
  ): Promise<AdoptionAnswer> {
    return this.keepAdoption.reportResult(acting(actor), id, ifMatch, input);
  }
}
