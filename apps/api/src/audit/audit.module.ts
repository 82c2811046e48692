import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditRepository } from './audit.repository.js';
import { Audit } from './audit.js';
import { HeadLog } from './head-log.js';

/** The trace that every write appends to. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [Audit, HeadLog, AuditRepository],
  exports: [Audit],
})
export class AuditModule {}
