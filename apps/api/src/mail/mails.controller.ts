import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  mailAnswer,
  mailsPage,
  mailsQuery,
  recordId,
  type MailAnswer,
  type MailsPage,
  type MailsQuery,
} from '@enlace/contract';
import {
  acting,
  CurrentActor,
  IfMatch,
  MayAnswer,
  RequirePermission,
  type Actor,
} from '../access/index.js';
import { MailsRepository } from './mails.repository.js';
import { RetryMail } from './retry-mail.js';

function answer(reply: FastifyReply, mail: MailAnswer): MailAnswer {
  void reply.header('etag', `"${mail.etag}"`);
  return mail;
}

/** How mails fared, for administrators, who try those again that were given up on. */
@ApiTags('system')
@Controller('v1/system/mails')
export class MailsController {
  constructor(
    private readonly mails: MailsRepository,
    private readonly retryMail: RetryMail,
  ) {}

  @Get()
  @RequirePermission('system.read-mails')
  @ApiResponse({ status: 200, standardSchema: mailsPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: mailsQuery }) query: MailsQuery,
  ): Promise<MailsPage> {
    return this.mails.page(actor, query);
  }

  @Get(':id')
  @RequirePermission('system.read-mails')
  @ApiResponse({ status: 200, standardSchema: mailAnswer })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MailAnswer> {
    return answer(reply, await this.mails.get(actor, id));
  }

  @Post(':id/retry')
  @HttpCode(200)
  @RequirePermission('system.retry-mails')
  @ApiResponse({ status: 200, standardSchema: mailAnswer })
  @MayAnswer('state-conflict')
  async retry(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MailAnswer> {
    return answer(reply, await this.retryMail.execute(acting(actor), id, version));
  }
}
