import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { jobActor, JobQueue, JobRegister } from '../jobs/index.js';
import { Mailer } from '../mail/index.js';

/** Puts the waiting reminders of an organization's people into one mail a person and day. */
@Injectable()
export class OpenDigests {
  constructor(
    register: JobRegister,
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly mailer: Mailer,
  ) {
    register.handle('digests.open', ({ organizationId }) => this.execute(organizationId));
  }

  private async execute(organizationId: string): Promise<void> {
    const actor = await jobActor(this.database, organizationId);
    if (!actor) return;
    await this.database.write(actor, async (tx) => {
      const mails = await tx.rows<{ id: string }>('select open_digests($1) as id', [
        this.mailer.domain,
      ]);
      for (const { id } of mails) {
        await this.queue.enqueue(tx, 'digests.send', { organizationId, mailId: id }, id);
      }
    });
  }
}
