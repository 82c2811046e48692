import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  ratingAnswer,
  ratingRequest,
  ratingsResponse,
  recordId,
  replyRequest,
  type RatingAnswer,
  type RatingRequest,
  type RatingsResponse,
} from '@enlace/contract';
import type { z } from 'zod';
import {
  acting,
  CurrentActor,
  Idempotent,
  IfMatch,
  IfMatchOrNone,
  MayAnswer,
  RequirePermission,
  type Actor,
  type IdempotentRequest,
} from '../access/index.js';
import { KeepRating } from './keep-rating.js';
import { RatingsRepository } from './ratings.repository.js';
import { ReplyToRating } from './reply-to-rating.js';
import { SendRating } from './send-rating.js';

/** How three voices rate a commitment: side by side, never averaged. */
@ApiTags('ratings')
@Controller('v1/commitments/:id')
export class RatingsController {
  constructor(
    private readonly ratings: RatingsRepository,
    private readonly keepRating: KeepRating,
    private readonly sendRating: SendRating,
    private readonly replyToRating: ReplyToRating,
  ) {}

  @Get('ratings')
  @RequirePermission('commitments.read')
  @ApiResponse({ status: 200, standardSchema: ratingsResponse })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<RatingsResponse> {
    return this.ratings.list(actor, id);
  }

  @Put('rating')
  @RequirePermission('commitments.rate')
  @ApiResponse({ status: 200, standardSchema: ratingAnswer })
  @MayAnswer('state-conflict')
  keep(
    @CurrentActor() actor: Actor,
    @IfMatchOrNone() version: string | null,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: ratingRequest }) input: RatingRequest,
  ): Promise<RatingAnswer> {
    return this.keepRating.execute(acting(actor), id, version, input);
  }

  @Post('rating/sending')
  @HttpCode(200)
  @RequirePermission('commitments.rate')
  @ApiResponse({ status: 200, standardSchema: ratingAnswer })
  @MayAnswer('state-conflict')
  send(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<RatingAnswer> {
    return this.sendRating.execute(acting(actor), request, id);
  }

  @Post('ratings/:rating/reply')
  @HttpCode(200)
  @RequirePermission('commitments.reply-rating')
  @ApiResponse({ status: 200, standardSchema: ratingAnswer })
  @MayAnswer('state-conflict')
  reply(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Param('rating', { schema: recordId }) rating: string,
    @Body({ schema: replyRequest }) input: z.infer<typeof replyRequest>,
  ): Promise<RatingAnswer> {
    return this.replyToRating.execute(acting(actor), id, { rating, version }, input);
  }
}
