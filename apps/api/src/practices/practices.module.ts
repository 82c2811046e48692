import { Module } from '@nestjs/common';
import { BeginPractice } from './begin-practice.js';
import { KeepPublished } from './keep-published.js';
import { KeepReview } from './keep-review.js';
import { PracticeClock } from './practice-clock.js';
import { PracticesController } from './practices.controller.js';
import { PracticesRepository } from './practices.repository.js';
import { ReviewPractice } from './review-practice.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsRepository } from './reviews.repository.js';
import { RevisePractice } from './revise-practice.js';
import { SavePracticeDraft } from './save-draft.js';
import { SubmitPractice } from './submit-practice.js';

/** The exchange of good practices. */
@Module({
  controllers: [PracticesController, ReviewsController],
  providers: [
    BeginPractice,
    KeepPublished,
    KeepReview,
    PracticeClock,
    PracticesRepository,
    ReviewPractice,
    ReviewsRepository,
    RevisePractice,
    SavePracticeDraft,
    SubmitPractice,
  ],
})
export class PracticesModule {}
