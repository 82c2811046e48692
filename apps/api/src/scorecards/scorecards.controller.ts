import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  scorecardQuery,
  scorecardResponse,
  stateCode,
  type ScorecardQuery,
} from '@enlace/contract';
import type { Language } from '@enlace/domain';
import { CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import { AnswersFile } from '../openapi/index.js';
import { readerLanguage } from '../problems/index.js';
import { MayBeUnchanged, sendCached, sendCachedText } from '../reference/index.js';
import { scorecardCsv } from './scorecard-csv.js';
import { ScorecardsRepository } from './scorecards.repository.js';

const BY_LANGUAGE = ['Accept-Language'];

/** What everybody may know of a State's commitments, at addresses that stay. */
@ApiTags('scorecards')
@Controller('v1/scorecards')
export class ScorecardsController {
  constructor(private readonly scorecards: ScorecardsRepository) {}

  @Get(':state.csv')
  @RequirePermission('commitments.export')
  @AnswersFile('text/csv', 'One line for each record of each provision')
  @MayBeUnchanged()
  async download(
    @CurrentActor() actor: Actor,
    @Param('state', { schema: stateCode }) state: string,
    @Query({ schema: scorecardQuery }) query: ScorecardQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(request, query);
    const answer = await this.scorecards.read(actor, state, query, language);
    const name = [
      'enlace-scorecard',
      state,
      answer.instrument.symbol,
      ...(answer.group ? [answer.group] : []),
    ];
    void reply
      .header('content-disposition', `attachment; filename="${name.join('-')}.csv"`)
      .header('x-content-type-options', 'nosniff');
    const text = scorecardCsv(answer, language);
    sendCachedText(request, reply, { text, type: 'text/csv; charset=utf-8', vary: BY_LANGUAGE });
  }

  @Get(':state')
  @RequirePermission('commitments.read')
  @ApiResponse({ status: 200, standardSchema: scorecardResponse })
  @MayBeUnchanged()
  async read(
    @CurrentActor() actor: Actor,
    @Param('state', { schema: stateCode }) state: string,
    @Query({ schema: scorecardQuery }) query: ScorecardQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(request, query);
    const answer = await this.scorecards.read(actor, state, query, language);
    sendCached(request, reply, answer, BY_LANGUAGE);
  }
}

/** Of the request alone, never of the person's own, so that shared caches may keep the answer. */
const languageOf = (request: FastifyRequest, query: ScorecardQuery): Language =>
  query.language ?? readerLanguage(request.headers['accept-language']);
