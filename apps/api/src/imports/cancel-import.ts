import { Injectable } from '@nestjs/common';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { ImportJobEntity } from './import-job.entity.js';

/** Asks a running import to stop; it does so after the reports it is writing, and leaves nothing. */
@Injectable()
export class CancelImport {
  constructor(private readonly database: Database) {}

  /** One that has ended already cannot be cancelled (409). */
  async execute(actor: ActingActor, id: string): Promise<void> {
    await this.database.write(actor, async (tx) => {
      const job = await tx.maybe<{ running: boolean }>(
        `select state in ('waiting', 'running') as running from import_job
         where id = $1 and organization_id = $2 for update`,
        [id, actor.organization.id],
      );
      if (!job) throw new Problem('not-found');
      if (!job.running) throw new Problem('state-conflict');
      const requested = () => 'coalesce(cancel_requested_at, enlace_now())';
      await tx.manager.update(ImportJobEntity, { id }, { cancelRequestedAt: requested });
    });
  }
}
