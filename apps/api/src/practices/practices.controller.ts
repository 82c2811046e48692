import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  beginPracticeRequest,
  language as languageCode,
  libraryQuery,
  libraryResponse,
  pageQuery,
  practiceAudience,
  practiceDraft,
  practiceQuery,
  practiceEventsResponse,
  practiceResponse,
  practiceTranslation,
  practiceWritten,
  readersQuery,
  readersResponse,
  recordId,
  withdrawPracticeRequest,
  type BeginPracticeRequest,
  type LibraryQuery,
  type LibraryResponse,
  type PracticeAudience,
  type PracticeDraft,
  type PracticeEventsResponse,
  type PracticeResponse,
  type PracticeTranslation,
  type PracticeWritten,
  type ReadersResponse,
} from '@enlace/contract';
import type { Language } from '@enlace/domain';
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
import { BeginPractice } from './begin-practice.js';
import { KeepPublished } from './keep-published.js';
import { LibraryRepository } from './library.repository.js';
import { PracticeEventsRepository } from './practice-events.repository.js';
import { PracticesRepository } from './practices.repository.js';
import { RevisePractice } from './revise-practice.js';
import { SavePracticeDraft } from './save-draft.js';
import { SubmitPractice } from './submit-practice.js';

/** Good practices: reading them, and writing those of one's own organization. */
@ApiTags('practices')
@Controller('v1/practices')
export class PracticesController {
  constructor(
    private readonly library: LibraryRepository,
    private readonly practices: PracticesRepository,
    private readonly practiceEvents: PracticeEventsRepository,
    private readonly beginPractice: BeginPractice,
    private readonly saveDraft: SavePracticeDraft,
    private readonly submitPractice: SubmitPractice,
    private readonly revisePractice: RevisePractice,
    private readonly keepPublished: KeepPublished,
  ) {}

  @Get()
  @RequirePermission('practices.read')
  @ApiResponse({ status: 200, standardSchema: libraryResponse })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: libraryQuery }) query: LibraryQuery,
  ): Promise<LibraryResponse> {
    return this.library.page(actor, query);
  }

  @Post()
  @RequirePermission('practices.post')
  @ApiResponse({ status: 201, standardSchema: practiceWritten })
  begin(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Body({ schema: beginPracticeRequest }) input: BeginPracticeRequest,
  ): Promise<PracticeWritten> {
    return this.beginPractice.execute(acting(actor), request, input);
  }

  @Get(':id')
  @RequirePermission('practices.read')
  @ApiResponse({ status: 200, standardSchema: practiceResponse })
  byId(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Query({ schema: practiceQuery }) { version }: z.infer<typeof practiceQuery>,
  ): Promise<PracticeResponse> {
    return this.practices.byId(actor, id, version ?? null);
  }

  @Get(':id/events')
  @RequirePermission('practices.read')
  @ApiResponse({ status: 200, standardSchema: practiceEventsResponse })
  events(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Query({ schema: pageQuery }) { after }: z.infer<typeof pageQuery>,
  ): Promise<PracticeEventsResponse> {
    return this.practiceEvents.list(actor, id, after ?? null);
  }

  @Get(':id/readers')
  @RequirePermission('practices.read-readers')
  @ApiResponse({ status: 200, standardSchema: readersResponse })
  readers(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Query({ schema: readersQuery }) { cursor }: z.infer<typeof readersQuery>,
  ): Promise<ReadersResponse> {
    return this.practices.readers(acting(actor), id, cursor ?? null);
  }

  @Put(':id/draft')
  @RequirePermission('practices.post')
  @ApiResponse({ status: 200, standardSchema: practiceWritten })
  @MayAnswer('state-conflict')
  save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: practiceDraft }) input: PracticeDraft,
  ): Promise<PracticeWritten> {
    return this.saveDraft.execute(acting(actor), id, ifMatch, input);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @RequirePermission('practices.post')
  @ApiResponse({ status: 200, standardSchema: practiceWritten })
  @MayAnswer('state-conflict', 'invalid-input')
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
  ): Promise<PracticeWritten> {
    return this.submitPractice.execute(acting(actor), id, ifMatch);
  }

  @Post(':id/revision')
  @RequirePermission('practices.post')
  @ApiResponse({ status: 201, standardSchema: practiceWritten })
  @MayAnswer('state-conflict')
  revise(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Param('id', { schema: recordId }) id: string,
  ): Promise<PracticeWritten> {
    return this.revisePractice.execute(acting(actor), request, id);
  }

  @Post(':id/reconfirmation')
  @HttpCode(200)
  @RequirePermission('practices.post')
  @ApiResponse({ status: 200, standardSchema: practiceWritten })
  @MayAnswer('state-conflict')
  reconfirm(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
  ): Promise<PracticeWritten> {
    return this.keepPublished.reconfirm(acting(actor), id, ifMatch);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @RequirePermission('practices.post')
  @ApiResponse({ status: 200, standardSchema: practiceWritten })
  @MayAnswer('state-conflict')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: withdrawPracticeRequest }) { reason }: z.infer<typeof withdrawPracticeRequest>,
  ): Promise<PracticeWritten> {
    return this.keepPublished.withdraw(acting(actor), id, ifMatch, reason);
  }

  @Put(':id/audience')
  @RequirePermission('practices.post')
  @ApiResponse({ status: 200, standardSchema: practiceWritten })
  share(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: practiceAudience }) audience: PracticeAudience,
  ): Promise<PracticeWritten> {
    return this.keepPublished.share(acting(actor), id, ifMatch, audience);
  }

  @Put(':id/translations/:language')
  @RequirePermission('practices.post')
  @ApiResponse({ status: 200, standardSchema: practiceWritten })
  translate(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Param('language', { schema: languageCode }) language: Language,
    @IfMatch() ifMatch: string,
    @Body({ schema: practiceTranslation }) input: PracticeTranslation,
  ): Promise<PracticeWritten> {
    return this.keepPublished.translate(acting(actor), { id, language, ifMatch }, input);
  }
}
