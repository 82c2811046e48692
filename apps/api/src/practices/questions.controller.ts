import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  answerQuestionRequest,
  askRequest,
  pageQuery,
  questionAnswer,
  questionsResponse,
  recordId,
  type AnswerQuestionRequest,
  type AskRequest,
  type QuestionAnswer,
  type QuestionsResponse,
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
import { KeepQuestion } from './keep-question.js';
import { QuestionsRepository } from './questions.repository.js';

/** Questions that readers ask on a practice's page, and their answers. */
@ApiTags('practices')
@Controller('v1')
export class QuestionsController {
  constructor(
    private readonly questions: QuestionsRepository,
    private readonly keepQuestion: KeepQuestion,
  ) {}

  @Get('practices/:id/questions')
  @RequirePermission('practices.read')
  @ApiResponse({ status: 200, standardSchema: questionsResponse })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Query({ schema: pageQuery }) { after }: z.infer<typeof pageQuery>,
  ): Promise<QuestionsResponse> {
    return this.questions.list(actor, id, after ?? null);
  }

  @Post('practices/:id/questions')
  @RequirePermission('practices.ask')
  @ApiResponse({ status: 201, standardSchema: questionAnswer })
  @MayAnswer('state-conflict')
  ask(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: askRequest }) input: AskRequest,
  ): Promise<QuestionAnswer> {
    return this.keepQuestion.ask(acting(actor), request, id, input);
  }

  @Post('questions/:id/answer')
  @HttpCode(200)
  @RequirePermission('practices.post')
  @ApiResponse({ status: 200, standardSchema: questionAnswer })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: answerQuestionRequest }) input: AnswerQuestionRequest,
  ): Promise<QuestionAnswer> {
    return this.keepQuestion.answer(acting(actor), id, ifMatch, input);
  }
}
