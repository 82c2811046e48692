import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AccessModule } from './access/index.js';
import { ArrivalsModule } from './arrivals/index.js';
import { AuditModule } from './audit/index.js';
import { CommitmentsModule } from './commitments/index.js';
import { Config, ConfigModule } from './config/index.js';
import { DatabaseModule } from './database/index.js';
import { DeskModule } from './desk/index.js';
import { FollowUpModule } from './follow-up/index.js';
import { FollowUpImportsModule } from './follow-up-imports/index.js';
import { FilesModule } from './files/index.js';
import { HealthModule } from './health/index.js';
import { JobsModule } from './jobs/index.js';
import { loggingOf } from './logging.js';
import { HolidaysModule } from './holidays/index.js';
import { ImportsModule } from './imports/index.js';
import { MailModule } from './mail/index.js';
import { MetricsModule } from './metrics/index.js';
import { LiveUpdatesModule } from './live-updates/index.js';
import { OpenApiModule } from './openapi/index.js';
import { OverviewModule } from './overview/index.js';
import { PracticesModule } from './practices/index.js';
import { ProgressReportsModule } from './progress-reports/index.js';
import { RatingsModule } from './ratings/index.js';
import { ReferenceModule } from './reference/index.js';
import { RemindersModule } from './reminders/index.js';
import { ScorecardsModule } from './scorecards/index.js';
import { SearchModule } from './search/index.js';
import { SessionModule } from './session/index.js';
import { SharingModule } from './sharing/index.js';
import { SharingGroupsModule } from './sharing-groups/index.js';

/** Everything the API is made of; a feature adds its module here. */
@Module({
  imports: [
    ConfigModule,
    LoggerModule.forRootAsync({ inject: [Config], useFactory: loggingOf }),
    DatabaseModule,
    AccessModule,
    AuditModule,
    JobsModule,
    MailModule,
    RemindersModule,
    HolidaysModule,
    HealthModule,
    MetricsModule,
    SessionModule,
    ReferenceModule,
    ArrivalsModule,
    CommitmentsModule,
    ProgressReportsModule,
    PracticesModule,
    FilesModule,
    RatingsModule,
    FollowUpModule,
    FollowUpImportsModule,
    ScorecardsModule,
    SearchModule,
    OpenApiModule,
    LiveUpdatesModule,
    OverviewModule,
    DeskModule,
    ImportsModule,
    SharingModule,
    SharingGroupsModule,
  ],
})
export class AppModule {}
