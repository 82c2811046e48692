import { Module } from '@nestjs/common';
import { KeepRating } from './keep-rating.js';
import { RatingsController } from './ratings.controller.js';
import { RatingsRepository } from './ratings.repository.js';
import { ReplyToRating } from './reply-to-rating.js';
import { SendRating } from './send-rating.js';

@Module({
  controllers: [RatingsController],
  providers: [KeepRating, RatingsRepository, ReplyToRating, SendRating],
})
export class RatingsModule {}
