import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  forumAlias,
  forumPageResponse,
  instrumentsResponse,
  matrixQuery,
  matrixResponse,
  provisionResponse,
  recordId,
  stateResponseAnswer,
  stateResponseRequest,
  type ForumPageResponse,
  type InstrumentsResponse,
  type MatrixQuery,
  type MatrixResponse,
  type ProvisionResponse,
  type StateResponseAnswer,
  type StateResponseRequest,
} from '@enlace/contract';
import {
  acting,
  CurrentActor,
  IfMatchOrNone,
  MayAnswer,
  RequirePermission,
  type Actor,
} from '../access/index.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { matrixAnswer } from './matrix.mapper.js';
import { RespondToProvision } from './respond-to-provision.js';

/** What forums agreed and how far it is; the public sees public commitments. */
@ApiTags('follow-up')
@Controller('v1')
export class FollowUpController {
  constructor(
    private readonly followUp: FollowUpRepository,
    private readonly respondToProvision: RespondToProvision,
  ) {}

  @Get('follow-up/matrix')
  @RequirePermission('commitments.read')
  @ApiResponse({ status: 200, standardSchema: matrixResponse })
  @MayAnswer('not-found')
  async matrix(
    @CurrentActor() actor: Actor,
    @Query({ schema: matrixQuery }) query: MatrixQuery,
  ): Promise<MatrixResponse> {
    return matrixAnswer(await this.followUp.matrix(actor, query), actor.language);
  }

  @Get('instruments')
  @RequirePermission('forums.read')
  @ApiResponse({ status: 200, standardSchema: instrumentsResponse })
  instruments(@CurrentActor() actor: Actor): Promise<InstrumentsResponse> {
    return this.followUp.instruments(actor);
  }

  @Get('provisions/:id')
  @RequirePermission('commitments.read')
  @ApiResponse({ status: 200, standardSchema: provisionResponse })
  provision(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<ProvisionResponse> {
    return this.followUp.provision(actor, id);
  }

  @Put('provisions/:id/response')
  @RequirePermission('provisions.respond')
  @ApiResponse({ status: 200, standardSchema: stateResponseAnswer })
  @MayAnswer('state-conflict')
  respond(
    @CurrentActor() actor: Actor,
    @IfMatchOrNone() version: string | null,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: stateResponseRequest }) input: StateResponseRequest,
  ): Promise<StateResponseAnswer> {
    return this.respondToProvision.execute(acting(actor), id, version, input);
  }

  @Get('forums/:alias')
  @RequirePermission('forums.read')
  @ApiResponse({ status: 200, standardSchema: forumPageResponse })
  forum(
    @CurrentActor() actor: Actor,
    @Param('alias', { schema: forumAlias }) alias: string,
  ): Promise<ForumPageResponse> {
    return this.followUp.forum(actor, alias);
  }
}
