import { Module } from '@nestjs/common';
import { ClassifyReport } from './classify-report.js';
import { CreateShare } from './create-share.js';
import { PreviewShare } from './preview-share.js';
import { RevokeShare } from './revoke-share.js';
import { SharesRepository } from './shares.repository.js';
import { SharingController } from './sharing.controller.js';

@Module({
  controllers: [SharingController],
  providers: [ClassifyReport, CreateShare, PreviewShare, RevokeShare, SharesRepository],
})
export class SharingModule {}
