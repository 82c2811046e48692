import { Module } from '@nestjs/common';
import { CheckReport } from './check-report.js';
import { ClearReports } from './clear-reports.js';
import { CreateReport } from './create-report.js';
import { DiscardDraft } from './discard-draft.js';
import { ReopenReport } from './reopen-report.js';
import { ReportActsController } from './report-acts.controller.js';
import { ReportListsRepository } from './report-lists.repository.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { RetractReport } from './retract-report.js';
import { ReturnReport } from './return-report.js';
import { SaveDraft } from './save-draft.js';
import { SendReport } from './send-report.js';

@Module({
  controllers: [ReportsController, ReportActsController],
  providers: [
    ...[CreateReport, SaveDraft, DiscardDraft, CheckReport, SendReport],
    ...[ClearReports, ReturnReport, ReopenReport, RetractReport],
    ...[ReportsRepository, ReportListsRepository],
  ],
  exports: [ClearReports],
})
export class ArrivalsModule {}
