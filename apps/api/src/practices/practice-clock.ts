import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { JobQueue, JobRegister, portalActor } from '../jobs/index.js';

/** Asks again for every practice that waits for reviewers or for their decision, and tells people what is new. */
@Injectable()
export class PracticeClock {
  constructor(
    register: JobRegister,
    private readonly database: Database,
    private readonly queue: JobQueue,
  ) {
    register.handle('practices.clock', () => this.execute());
  }

  private async execute(): Promise<void> {
    await this.database.write(await portalActor(this.database), async (tx) => {
      const waiting = await tx.rows<{ organizationId: string; practiceId: string }>(
        'select organization_id as "organizationId", practice_id as "practiceId" from practice_work()',
      );
      for (const payload of waiting) {
        await this.queue.enqueue(tx, 'practices.review', payload, payload.practiceId);
      }
      const { made } = await tx.one<{ made: number }>('select plan_practice_reminders() as made');
      // The clock of reminders looks at once: they go into the one mail of the day.
      if (made > 0) await this.queue.enqueue(tx, 'reminders.clock', {}, 'again');
    });
  }
}
