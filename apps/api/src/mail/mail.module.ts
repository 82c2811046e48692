import { Module } from '@nestjs/common';
import { Mailer } from './mailer.js';
import { MailsController } from './mails.controller.js';
import { MailsRepository } from './mails.repository.js';
import { RetryMail } from './retry-mail.js';

/** Mail: its hand-over and what administrators see of it. */
@Module({
  controllers: [MailsController],
  providers: [Mailer, MailsRepository, RetryMail],
  exports: [Mailer],
})
export class MailModule {}
