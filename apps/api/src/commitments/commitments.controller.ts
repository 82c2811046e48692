import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  commitmentEventsQuery,
  commitmentEventsResponse,
  commitmentResponse,
  commitmentsQuery,
  commitmentsResponse,
  readersQuery,
  readersResponse,
  recordId,
  type CommitmentEventsResponse,
  type CommitmentResponse,
  type CommitmentsQuery,
  type CommitmentsResponse,
  type ReadersResponse,
} from '@enlace/contract';
import type { z } from 'zod';
import { acting, CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import { CommitmentsRepository } from './commitments.repository.js';

/** Reading commitments; the public sees public ones. */
@ApiTags('commitments')
@Controller('v1/commitments')
export class CommitmentsController {
  constructor(private readonly commitments: CommitmentsRepository) {}

  @Get()
  @RequirePermission('commitments.read')
  @ApiResponse({ status: 200, standardSchema: commitmentsResponse })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: commitmentsQuery }) query: CommitmentsQuery,
  ): Promise<CommitmentsResponse> {
    return this.commitments.list(actor, query);
  }

  @Get(':id')
  @RequirePermission('commitments.read')
  @ApiResponse({ status: 200, standardSchema: commitmentResponse })
  byId(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<CommitmentResponse> {
    return this.commitments.byId(actor, id);
  }

  @Get(':id/events')
  @RequirePermission('commitments.read')
  @ApiResponse({ status: 200, standardSchema: commitmentEventsResponse })
  events(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Query({ schema: commitmentEventsQuery }) query: z.infer<typeof commitmentEventsQuery>,
  ): Promise<CommitmentEventsResponse> {
    return this.commitments.events(actor, id, query.after ?? null);
  }

  @Get(':id/readers')
  @RequirePermission('commitments.read-readers')
  @ApiResponse({ status: 200, standardSchema: readersResponse })
  readers(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Query({ schema: readersQuery }) { cursor }: z.infer<typeof readersQuery>,
  ): Promise<ReadersResponse> {
    return this.commitments.readers(acting(actor), id, cursor ?? null);
  }
}
