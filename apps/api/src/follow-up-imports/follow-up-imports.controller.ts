import { Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  followUpImport,
  followUpImportCheck,
  forumAlias,
  templateQuery,
  type FollowUpImport,
  type FollowUpImportCheck,
  type TemplateQuery,
} from '@enlace/contract';
import {
  acting,
  CurrentActor,
  Idempotent,
  MayAnswer,
  RequirePermission,
  type Actor,
  type IdempotentRequest,
} from '../access/index.js';
import { FileUpload, type UploadedFile } from '../files/index.js';
import { AnswersFile } from '../openapi/index.js';
import { CheckFollowUpImport } from './check-follow-up-import.js';
import { FollowUpTemplates } from './follow-up-templates.js';
import { ImportFollowUp } from './import-follow-up.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = { type: 'string', format: 'binary' } as const;
const FILE_NAME = {
  name: 'X-File-Name',
  required: true,
  description: 'Its name, percent-encoded as UTF-8',
} as const;

const attachment = (name: string, type: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});

/** Files of agreements, provisions, commitments and due dates, by the secretariat of a forum. */
@ApiTags('follow-up')
@Controller('v1/forums/:alias/imports')
export class FollowUpImportsController {
  constructor(
    private readonly check: CheckFollowUpImport,
    private readonly imports: ImportFollowUp,
    private readonly templates: FollowUpTemplates,
  ) {}

  @Get('template.xlsx')
  @RequirePermission('commitments.import')
  @AnswersFile(XLSX, 'A sheet for each kind, and one with explanations')
  async xlsx(
    @CurrentActor() actor: Actor,
    @Param('alias', { schema: forumAlias }) alias: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.templates.xlsx(acting(actor), alias);
    void reply.headers(attachment(`enlace-${alias}.xlsx`, XLSX));
    return new StreamableFile(file, { type: XLSX });
  }

  @Get('template.csv')
  @RequirePermission('commitments.import')
  @AnswersFile('text/csv', 'The headings of one sheet')
  async csv(
    @CurrentActor() actor: Actor,
    @Param('alias', { schema: forumAlias }) alias: string,
    @Query({ schema: templateQuery }) { sheet }: TemplateQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.templates.csv(acting(actor), alias, sheet);
    void reply.headers(attachment(`enlace-${alias}-${sheet}.csv`, 'text/csv; charset=utf-8'));
    return file;
  }

  @Post('dry-run')
  @HttpCode(200)
  @RequirePermission('commitments.import')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: FILE, description: 'XLSX or CSV, at most 10 MB and 10,000 rows' })
  @ApiHeader(FILE_NAME)
  @ApiResponse({ status: 200, standardSchema: followUpImportCheck })
  @MayAnswer('body-too-large', 'media-type-not-supported', 'invalid-input')
  dryRun(
    @CurrentActor() actor: Actor,
    @Param('alias', { schema: forumAlias }) alias: string,
    @FileUpload() file: UploadedFile,
  ): Promise<FollowUpImportCheck> {
    return this.check.execute(acting(actor), alias, file);
  }

  @Post()
  @RequirePermission('commitments.import')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: FILE, description: 'XLSX or CSV, at most 10 MB and 10,000 rows' })
  @ApiHeader(FILE_NAME)
  @ApiResponse({ status: 201, standardSchema: followUpImport })
  @MayAnswer('state-conflict', 'body-too-large', 'media-type-not-supported', 'invalid-input')
  take(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Param('alias', { schema: forumAlias }) alias: string,
    @FileUpload() file: UploadedFile,
  ): Promise<FollowUpImport> {
    return this.imports.execute(acting(actor), request, alias, file);
  }
}
