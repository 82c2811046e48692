import { Module } from '@nestjs/common';
import { AcceptReport } from './accept-report.js';
import { AddEvidence } from './add-evidence.js';
import { BeginReport } from './begin-report.js';
import { ProgressReportsController } from './progress-reports.controller.js';
import { ProgressReportsRepository } from './progress-reports.repository.js';
import { PublishReport } from './publish-report.js';
import { RemoveEvidence } from './remove-evidence.js';
import { ReportReviewController } from './report-review.controller.js';
import { ReportWritingController } from './report-writing.controller.js';
import { ReturnReport } from './return-report.js';
import { SaveDraft } from './save-draft.js';
import { SubmitReport } from './submit-report.js';

@Module({
  controllers: [ProgressReportsController, ReportWritingController, ReportReviewController],
  providers: [
    AcceptReport,
    AddEvidence,
    BeginReport,
    ProgressReportsRepository,
    PublishReport,
    RemoveEvidence,
    ReturnReport,
    SaveDraft,
    SubmitReport,
  ],
})
export class ProgressReportsModule {}
