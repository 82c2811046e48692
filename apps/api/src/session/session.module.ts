import { Module } from '@nestjs/common';
import { BackChannelLogoutController } from './back-channel-logout.controller.js';
import { SessionController } from './session.controller.js';

/** The session of somebody signed in, and its end. */
@Module({ controllers: [SessionController, BackChannelLogoutController] })
export class SessionModule {}
