import { Module } from '@nestjs/common';
import { SessionController } from './session.controller.js';

/** The session's one route. */
@Module({ controllers: [SessionController] })
export class SessionModule {}
