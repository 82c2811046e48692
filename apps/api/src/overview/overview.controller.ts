import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  overviewCsvQuery,
  overviewQuery,
  overviewResponse,
  type OverviewCsvQuery,
  type OverviewQuery,
  type OverviewResponse,
} from '@enlace/contract';
import { CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import { AnswersFile } from '../openapi/index.js';
import { ExportOverview } from './export-overview.js';
import { OverviewRepository } from './overview.repository.js';

/** Arrivals across reports, as the reader may see them. */
@ApiTags('arrivals')
@Controller('v1/arrivals')
export class OverviewController {
  constructor(
    private readonly overview: OverviewRepository,
    private readonly exportOverview: ExportOverview,
  ) {}

  @Get('overview')
  @RequirePermission('arrivals.read-overview')
  @ApiResponse({ status: 200, standardSchema: overviewResponse })
  read(
    @CurrentActor() actor: Actor,
    @Query({ schema: overviewQuery }) query: OverviewQuery,
  ): Promise<OverviewResponse> {
    return this.overview.read(actor, query);
  }

  @Get('overview.csv')
  @RequirePermission('arrivals.export')
  @AnswersFile('text/csv', 'The rows that the overview adds up')
  async download(
    @CurrentActor() actor: Actor,
    @Query({ schema: overviewCsvQuery }) { language, ...query }: OverviewCsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.exportOverview.execute(actor, query, language ?? actor.language);
    void reply.header('x-content-type-options', 'nosniff');
    return new StreamableFile(file.content, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${file.name}"`,
    });
  }
}
