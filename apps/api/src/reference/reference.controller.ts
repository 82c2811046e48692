import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  organizationsResponse,
  recommendationsResponse,
  referenceResponse,
  type OrganizationSummary,
} from '@enlace/contract';
import { CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import { MayBeUnchanged, sendCached } from './cached-answer.js';
import { ReferenceRepository } from './reference.repository.js';

/** States, crossing points, fora, the recommendations, and the directory of organizations. */
@ApiTags('reference')
@Controller('v1')
export class ReferenceController {
  constructor(private readonly repository: ReferenceRepository) {}

  @Get('reference')
  @RequirePermission('reference.read')
  @ApiResponse({ status: 200, standardSchema: referenceResponse })
  @MayBeUnchanged()
  async reference(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendCached(request, reply, await this.repository.reference(actor));
  }

  @Get('recommendations')
  @RequirePermission('reference.read')
  @ApiResponse({ status: 200, standardSchema: recommendationsResponse })
  @MayBeUnchanged()
  async recommendations(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendCached(request, reply, await this.repository.recommendations(actor));
  }

  @Get('organizations')
  @RequirePermission('organizations.read')
  @ApiResponse({ status: 200, standardSchema: organizationsResponse })
  organizations(@CurrentActor() actor: Actor): Promise<{ organizations: OrganizationSummary[] }> {
    return this.repository.organizations(actor);
  }
}
