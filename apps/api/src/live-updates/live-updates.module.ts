import { Module } from '@nestjs/common';
import { ChangeFeed } from './change-feed.js';
import { LiveUpdatesController } from './live-updates.controller.js';
import { SeenChanges } from './seen-changes.js';

@Module({ controllers: [LiveUpdatesController], providers: [ChangeFeed, SeenChanges] })
export class LiveUpdatesModule {}
