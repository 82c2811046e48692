import { Global, Module } from '@nestjs/common';
import { JobQueue } from './job-queue.js';
import { JobRegister } from './job-register.js';
import { JobRunner } from './job-runner.js';

/** Jobs in the database. */
@Global()
@Module({
  providers: [JobQueue, JobRegister, JobRunner],
  exports: [JobQueue, JobRegister, JobRunner],
})
export class JobsModule {}
