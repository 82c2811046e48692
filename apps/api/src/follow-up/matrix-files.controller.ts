import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { matrixFileQuery, type MatrixFileQuery } from '@enlace/contract';
import { CurrentActor, MayAnswer, RequirePermission, type Actor } from '../access/index.js';
import { AnswersFile } from '../openapi/index.js';
import { ExportMatrix } from './export-matrix.js';
import { matrixCsv, matrixXlsx, type AskedMatrix } from './matrix-files.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The matrix as files, with what its reader may see and the filters leave. */
@ApiTags('follow-up')
@Controller('v1/follow-up')
export class MatrixFilesController {
  constructor(private readonly exportMatrix: ExportMatrix) {}

  @Get('matrix.csv')
  @RequirePermission('commitments.export')
  @AnswersFile('text/csv', 'A row for each provision, a column for each State')
  @MayAnswer('not-found')
  async csv(
    @CurrentActor() actor: Actor,
    @Query({ schema: matrixFileQuery }) query: MatrixFileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const asked = await this.exportMatrix.execute(actor, query);
    void reply.headers(attachment(asked, 'csv', 'text/csv; charset=utf-8'));
    return matrixCsv(asked);
  }

  @Get('matrix.xlsx')
  @RequirePermission('commitments.export')
  @AnswersFile(XLSX, 'The matrix, and a sheet with its counts')
  @MayAnswer('not-found')
  async xlsx(
    @CurrentActor() actor: Actor,
    @Query({ schema: matrixFileQuery }) query: MatrixFileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const asked = await this.exportMatrix.execute(actor, query);
    void reply.headers(attachment(asked, 'xlsx', XLSX));
    return new StreamableFile(await matrixXlsx(asked), { type: XLSX });
  }
}

const attachment = ({ rows }: AskedMatrix, extension: string, type: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="enlace-${rows.instrument.symbol.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}-${rows.today}.${extension}"`,
  'x-content-type-options': 'nosniff',
});
