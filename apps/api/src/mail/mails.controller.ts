import { Controller, Get, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { mailsPage, mailsQuery, type MailsPage, type MailsQuery } from '@enlace/contract';
import { CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import { MailsRepository } from './mails.repository.js';

/** How mails fared, for administrators. */
@ApiTags('system')
@Controller('v1/system/mails')
export class MailsController {
  constructor(private readonly mails: MailsRepository) {}

  @Get()
  @RequirePermission('system.read-mails')
  @ApiResponse({ status: 200, standardSchema: mailsPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: mailsQuery }) query: MailsQuery,
  ): Promise<MailsPage> {
    return this.mails.page(actor, query);
  }
}
