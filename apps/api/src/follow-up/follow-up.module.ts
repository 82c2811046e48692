import { Module } from '@nestjs/common';
import { ExportMatrix } from './export-matrix.js';
import { FollowUpController } from './follow-up.controller.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { MatrixFilesController } from './matrix-files.controller.js';
import { RespondToProvision } from './respond-to-provision.js';

/** The matrix and its files, provisions, instruments and forums. */
@Module({
  controllers: [FollowUpController, MatrixFilesController],
  providers: [ExportMatrix, FollowUpRepository, RespondToProvision],
})
export class FollowUpModule {}
