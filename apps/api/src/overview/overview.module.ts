import { Module } from '@nestjs/common';
import { ExportOverview } from './export-overview.js';
import { OverviewController } from './overview.controller.js';
import { OverviewRepository } from './overview.repository.js';

/** Figures of arrivals and their export. */
@Module({
  controllers: [OverviewController],
  providers: [OverviewRepository, ExportOverview],
})
export class OverviewModule {}
