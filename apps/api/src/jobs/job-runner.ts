import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { JOB_NAMES, type JobName } from '@enlace/contract';
import { JobQueue } from './job-queue.js';
import { JobRegister } from './job-register.js';

/** When the clock jobs are put into the queue, once for all instances. */
const CLOCK_JOBS: readonly { readonly name: JobName; readonly cron: string }[] = [
  { name: 'reminders.clock', cron: '*/5 * * * *' },
  { name: 'files.sweep', cron: '17 3 * * *' },
  { name: 'practices.clock', cron: '*/5 * * * *' },
];
const RETRY_MILLISECONDS = 5_000;
const BATCH = 20;

/** Takes jobs out of the queue and runs them, one of each name at a time in each instance. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private ending = false;
  private again: NodeJS.Timeout | undefined;

  constructor(
    private readonly queue: JobQueue,
    private readonly register: JobRegister,
  ) {}

  /** Works from now on until the application ends; a database that is not there yet is waited for. */
  start(): void {
    this.register.checkComplete();
    void this.work().catch((error: unknown) => {
      this.log.warn(error, 'Jobs do not run yet');
      if (this.ending) return;
      this.again = setTimeout(() => {
        this.start();
      }, RETRY_MILLISECONDS);
    });
  }

  /** Runs what waits until nothing is left; returns how many jobs ran. */
  async drain(): Promise<number> {
    this.register.checkComplete();
    const boss = await this.queue.open();
    let ran = 0;
    for (;;) {
      const names = await this.queue.waiting();
      if (names.length === 0) return ran;
      for (const name of names) {
        for (const job of await boss.fetch<object>(name, { batchSize: BATCH })) {
          ran += 1;
          await this.run(name, job.data).then(
            () => boss.complete(name, job.id),
            (error: unknown) => boss.fail(name, job.id, { message: String(error) }),
          );
        }
      }
    }
  }

  /** One strike of the clock: all clock jobs, and what follows from them. For tests, proofs and the command line. */
  async strike(): Promise<number> {
    const boss = await this.queue.open();
    for (const { name } of CLOCK_JOBS) await boss.send(name, {}, { singletonKey: 'strike' });
    return this.drain();
  }

  beforeApplicationShutdown(): void {
    this.ending = true;
    clearTimeout(this.again);
  }

  private async work(): Promise<void> {
    const boss = await this.queue.open();
    for (const name of JOB_NAMES) {
      await boss.work<object>(name, { pollingIntervalSeconds: 2 }, async (jobs) => {
        for (const job of jobs) await this.run(name, job.data);
      });
    }
    for (const { name, cron } of CLOCK_JOBS) await boss.schedule(name, cron, {}, { tz: 'UTC' });
  }

  /** The queue keeps what a handler throws, so it gets no more than the job's name. */
  private async run(name: JobName, payload: unknown): Promise<void> {
    const failed = await this.register.run(name, payload).then(
      () => false,
      (error: unknown) => {
        this.log.error(error, `The job ${name} failed`);
        return true;
      },
    );
    if (failed) throw new Error(`${name} failed`);
  }
}
