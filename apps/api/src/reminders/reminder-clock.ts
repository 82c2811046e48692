import { Injectable } from '@nestjs/common';
import { DEFAULT_REMINDER_STEPS } from '@enlace/domain';
import { Database } from '../database/index.js';
import { JobQueue, JobRegister, portalActor } from '../jobs/index.js';

interface Work {
  readonly organization_id: string;
  readonly mail_id: string | null;
}

/** Looks what is due and asks for a job of each organization; what an outage left undone is found again. */
@Injectable()
export class ReminderClock {
  constructor(
    register: JobRegister,
    private readonly database: Database,
    private readonly queue: JobQueue,
  ) {
    register.handle('reminders.clock', () => this.execute());
  }

  private async execute(): Promise<void> {
    await this.database.write(await portalActor(this.database), async (tx) => {
      const organizations = await tx.rows<{ id: string }>(
        'select reminder_organizations($1::smallint[]) as id',
        [DEFAULT_REMINDER_STEPS],
      );
      for (const { id } of organizations) {
        await this.queue.enqueue(tx, 'reminders.plan', { organizationId: id }, id);
      }
      const work = await tx.rows<Work>('select organization_id, mail_id from mail_work()');
      for (const { organization_id: organizationId, mail_id: mailId } of work) {
        await (mailId === null
          ? this.queue.enqueue(tx, 'digests.open', { organizationId }, organizationId)
          : this.queue.enqueue(tx, 'digests.send', { organizationId, mailId }, mailId));
      }
    });
  }
}
