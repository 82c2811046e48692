import { Module } from '@nestjs/common';
import { ActOnCommitment } from './act-on-commitment.js';
import { ChangeCommitment } from './change-commitment.js';
import { CommitmentActsController } from './commitment-acts.controller.js';
import { CommitmentsController } from './commitments.controller.js';
import { CommitmentsRepository } from './commitments.repository.js';
import { KeepAction } from './keep-action.js';
import { KeepIndicator } from './keep-indicator.js';
import { RecordCommitment } from './record-commitment.js';
import { SetSchedule } from './set-schedule.js';
import { WaiveDueDate } from './waive-due-date.js';

@Module({
  controllers: [CommitmentsController, CommitmentActsController],
  providers: [
    ActOnCommitment,
    ChangeCommitment,
    CommitmentsRepository,
    KeepAction,
    KeepIndicator,
    RecordCommitment,
    SetSchedule,
    WaiveDueDate,
  ],
  exports: [RecordCommitment],
})
export class CommitmentsModule {}
