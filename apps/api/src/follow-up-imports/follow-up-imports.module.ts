import { Module } from '@nestjs/common';
import { CheckFollowUpImport } from './check-follow-up-import.js';
import { FollowUpImportsController } from './follow-up-imports.controller.js';
import { FollowUpTemplates } from './follow-up-templates.js';
import { ImportFollowUp } from './import-follow-up.js';

@Module({
  controllers: [FollowUpImportsController],
  providers: [CheckFollowUpImport, FollowUpTemplates, ImportFollowUp],
})
export class FollowUpImportsModule {}
