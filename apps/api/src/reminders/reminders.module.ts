import { Module } from '@nestjs/common';
import { MailModule } from '../mail/index.js';
import { OpenDigests } from './open-digests.js';
import { OverdueController } from './overdue.controller.js';
import { PlanReminders } from './plan-reminders.js';
import { PreviewReminders } from './preview-reminders.js';
import { ReminderClock } from './reminder-clock.js';
import { RemindSeveral } from './remind-several.js';
import { Remind } from './remind.js';
import { RemindersController } from './reminders.controller.js';
import { SendDigest } from './send-digest.js';
import { SnoozeDueDate } from './snooze-due-date.js';

/** Reminders of due dates: by the clock and by the secretariat, in one digest a person and day. */
@Module({
  imports: [MailModule],
  controllers: [OverdueController, RemindersController],
  providers: [
    ReminderClock,
    PlanReminders,
    OpenDigests,
    SendDigest,
    SnoozeDueDate,
    Remind,
    PreviewReminders,
    RemindSeveral,
  ],
})
export class RemindersModule {}
