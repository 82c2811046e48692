import { Module } from '@nestjs/common';
import { ScorecardsController } from './scorecards.controller.js';
import { ScorecardsRepository } from './scorecards.repository.js';

@Module({ controllers: [ScorecardsController], providers: [ScorecardsRepository] })
export class ScorecardsModule {}
