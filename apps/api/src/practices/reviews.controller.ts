import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  declineReviewRequest,
  recordId,
  reviewAnswer,
  reviewDraft,
  reviewsQuery,
  reviewsResponse,
  type DeclineReviewRequest,
  type ReviewAnswer,
  type ReviewDraft,
  type ReviewsResponse,
} from '@enlace/contract';
import type { z } from 'zod';
import {
  acting,
  CurrentActor,
  IfMatch,
  MayAnswer,
  RequirePermission,
  type Actor,
} from '../access/index.js';
import { KeepReview } from './keep-review.js';
import { ReviewsRepository } from './reviews.repository.js';

/** The reviewer's own reviews; nobody else's exist here. */
@ApiTags('practices')
@Controller('v1/practice-reviews')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsRepository,
    private readonly keepReview: KeepReview,
  ) {}

  @Get()
  @RequirePermission('practices.review')
  @ApiResponse({ status: 200, standardSchema: reviewsResponse })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: reviewsQuery }) { after }: z.infer<typeof reviewsQuery>,
  ): Promise<ReviewsResponse> {
    return this.reviews.list(acting(actor), after ?? null);
  }

  @Get(':id')
  @RequirePermission('practices.review')
  @ApiResponse({ status: 200, standardSchema: reviewAnswer })
  byId(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<ReviewAnswer> {
    return this.reviews.byId(acting(actor), id);
  }

  @Put(':id')
  @RequirePermission('practices.review')
  @ApiResponse({ status: 200, standardSchema: reviewAnswer })
  @MayAnswer('state-conflict')
  save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: reviewDraft }) input: ReviewDraft,
  ): Promise<ReviewAnswer> {
    return this.keepReview.save(acting(actor), id, ifMatch, input);
  }

  @Post(':id/refusal')
  @HttpCode(204)
  @RequirePermission('practices.review')
  @ApiResponse({ status: 204, description: 'Somebody else is asked' })
  @MayAnswer('state-conflict')
  decline(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: declineReviewRequest }) input: DeclineReviewRequest,
  ): Promise<void> {
    return this.keepReview.decline(acting(actor), id, ifMatch, input);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @RequirePermission('practices.review')
  @ApiResponse({ status: 200, standardSchema: reviewAnswer })
  @MayAnswer('state-conflict', 'invalid-input')
  send(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
  ): Promise<ReviewAnswer> {
    return this.keepReview.send(acting(actor), id, ifMatch);
  }
}
