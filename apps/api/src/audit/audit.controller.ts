import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { auditPage, auditQuery, type AuditPage, type AuditQuery } from '@enlace/contract';
import { CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import { AuditRepository } from './audit.repository.js';

/** The trace of the acting organization. */
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly entries: AuditRepository) {}

  @Get()
  @RequirePermission('audit.read')
  @ApiOkResponse({ standardSchema: auditPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: auditQuery }) query: AuditQuery,
  ): Promise<AuditPage> {
    return this.entries.page(actor, query);
  }
}
