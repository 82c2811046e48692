import {
  applyDecorators,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { fileAnswer, recordId, type FileAnswer } from '@enlace/contract';
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
import { AnswersFile, ANY_TYPE } from '../openapi/index.js';
import { ConfirmFile } from './confirm-file.js';
import { FileUpload, type UploadedFile } from './file-upload.js';
import { FilesRepository } from './files.repository.js';
import { KeepFile } from './keep-file.js';

/** The name for old clients in ASCII, for all others as it is. */
const disposition = (name: string): string => {
  const ascii = name.normalize('NFD').replaceAll(/[^\w .()-]/g, '') || 'file';
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${hex(one)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
};

const hex = (one: string): string => one.charCodeAt(0).toString(16).toUpperCase();

/** A route whose whole body is a file. */
const TakesFile = (): MethodDecorator =>
  applyDecorators(
    ApiConsumes('application/octet-stream'),
    ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'At most 10 MB' }),
    ApiHeader({
      name: 'X-File-Name',
      required: true,
      description: 'Its name, percent-encoded as UTF-8',
    }),
    ApiResponse({ status: 201, standardSchema: fileAnswer }),
    MayAnswer(
      'state-conflict',
      'body-too-large',
      'media-type-not-supported',
      'file-type-not-supported',
      'invalid-input',
      'files-busy',
    ),
  );

/** Files that are evidence: handed in, confirmed, and sent as attachments only. */
@ApiTags('files')
@Controller('v1')
export class FilesController {
  constructor(
    private readonly keepFile: KeepFile,
    private readonly confirmFile: ConfirmFile,
    private readonly files: FilesRepository,
  ) {}

  @Post('commitments/:id/files')
  @RequirePermission('commitments.report')
  @TakesFile()
  keepOfCommitment(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Param('id', { schema: recordId }) id: string,
    @FileUpload() file: UploadedFile,
  ): Promise<FileAnswer> {
    return this.keepFile.execute(acting(actor), request, { kind: 'commitment', id }, file);
  }

  @Post('practices/:id/files')
  @RequirePermission('practices.post')
  @TakesFile()
  keepOfPractice(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Param('id', { schema: recordId }) id: string,
    @FileUpload() file: UploadedFile,
  ): Promise<FileAnswer> {
    return this.keepFile.execute(acting(actor), request, { kind: 'practice', id }, file);
  }

  @Post('files/:id/confirmation')
  @HttpCode(200)
  @RequirePermission('files.confirm')
  @ApiResponse({ status: 200, standardSchema: fileAnswer })
  confirm(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<FileAnswer> {
    return this.confirmFile.execute(acting(actor), id, version);
  }

  @Get('files/:id')
  @RequirePermission('files.read')
  @AnswersFile(ANY_TYPE, 'The file, to be saved and never shown in the page')
  async download(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, mediaType, bytes } = await this.files.byId(actor, id);
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
    return new StreamableFile(bytes, {
      type: mediaType,
      disposition: disposition(name),
      length: bytes.length,
    });
  }
}
