import { Module } from '@nestjs/common';
import { DeskController } from './desk.controller.js';
import { DeskRepository } from './desk.repository.js';

/** What is due and what is new. */
@Module({ controllers: [DeskController], providers: [DeskRepository] })
export class DeskModule {}
