import { Module } from '@nestjs/common';
import { AdoptPractice } from './adopt-practice.js';
import { AdoptionsController } from './adoptions.controller.js';
import { AdoptionsRepository } from './adoptions.repository.js';
import { BeginPractice } from './begin-practice.js';
import { KeepAdoption } from './keep-adoption.js';
import { KeepPublished } from './keep-published.js';
import { KeepQuestion } from './keep-question.js';
import { KeepReview } from './keep-review.js';
import { LibraryRepository } from './library.repository.js';
import { PracticeClock } from './practice-clock.js';
import { PracticeEventsRepository } from './practice-events.repository.js';
import { PracticesController } from './practices.controller.js';
import { PracticesRepository } from './practices.repository.js';
import { QuestionsController } from './questions.controller.js';
import { QuestionsRepository } from './questions.repository.js';
import { ReviewPractice } from './review-practice.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsRepository } from './reviews.repository.js';
import { RevisePractice } from './revise-practice.js';
import { SavePracticeDraft } from './save-draft.js';
import { SubmitPractice } from './submit-practice.js';

/** The exchange of good practices. */
@Module({
  controllers: [PracticesController, ReviewsController, AdoptionsController, QuestionsController],
  providers: [
    AdoptPractice,
    AdoptionsRepository,
    KeepAdoption,
    KeepQuestion,
    QuestionsRepository,
    BeginPractice,
    KeepPublished,
    KeepReview,
    LibraryRepository,
    PracticeClock,
    PracticeEventsRepository,
    PracticesRepository,
    ReviewPractice,
    ReviewsRepository,
    RevisePractice,
    SavePracticeDraft,
    SubmitPractice,
  ],
})
export class PracticesModule {}
