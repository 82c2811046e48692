import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  importDryRun,
  importRequest,
  importStatus,
  recordId,
  type ImportDryRun,
  type ImportRequest,
  type ImportStatus,
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
import { CancelImport } from './cancel-import.js';
import { DryRunImport } from './dry-run-import.js';
import { ImportsRepository } from './imports.repository.js';
import { StartImport } from './start-import.js';

/** Imports of files with figures. */
@ApiTags('arrivals')
@Controller('v1/arrivals/imports')
export class ImportsController {
  constructor(
    private readonly cancelImport: CancelImport,
    private readonly dryRunImport: DryRunImport,
    private readonly startImport: StartImport,
    private readonly imports: ImportsRepository,
  ) {}

  @Post('dry-run')
  @HttpCode(200)
  @RequirePermission('arrivals.import')
  @ApiResponse({ status: 200, standardSchema: importDryRun })
  dryRun(
    @CurrentActor() actor: Actor,
    @Body({ schema: importRequest }) input: ImportRequest,
  ): Promise<ImportDryRun> {
    return this.dryRunImport.execute(acting(actor), input);
  }

  @Post()
  @HttpCode(202)
  @RequirePermission('arrivals.import')
  @ApiResponse({ status: 202, standardSchema: importStatus })
  async start(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Body({ schema: importRequest }) input: ImportRequest,
  ): Promise<ImportStatus> {
    const { id } = await this.startImport.execute(acting(actor), request, input);
    return this.imports.status(acting(actor), id);
  }

  @Get(':id')
  @RequirePermission('arrivals.import')
  @ApiResponse({ status: 200, standardSchema: importStatus })
  status(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<ImportStatus> {
    return this.imports.status(acting(actor), id);
  }

  @Post(':id/cancellation')
  @HttpCode(202)
  @RequirePermission('arrivals.import')
  @ApiResponse({ status: 202, standardSchema: importStatus })
  @MayAnswer('state-conflict')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<ImportStatus> {
    await this.cancelImport.execute(acting(actor), id);
    return this.imports.status(acting(actor), id);
  }
}
