import { Injectable } from '@nestjs/common';
import type { MailAnswer } from '@enlace/contract';
import { requireVersion, type ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { JobQueue } from '../jobs/index.js';
import { Problem } from '../problems/index.js';
import { mailById } from './mails.repository.js';

/** Tries a mail again that was given up on: the same lines under the same Message-ID. */
@Injectable()
export class RetryMail {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly audit: Audit,
  ) {}

  execute(actor: ActingActor, id: string, version: string): Promise<MailAnswer> {
    return this.database.write(actor, async (tx) => {
      const before = await mailById(tx, id);
      requireVersion(version, before.etag, { current: before });
      const { whose: organizationId } = await tx.one<{ whose: string | null }>(
        'select retry_mail($1) as whose',
        [id],
      );
      // It was not given up on, or another mail to the person goes first.
      if (organizationId === null) throw new Problem('state-conflict');
      await this.queue.enqueue(tx, 'digests.send', { organizationId, mailId: id }, id);
      await this.audit.append(tx, actor, {
        ...{ action: 'system.retry-mails', record: 'mail', recordId: id },
        before: { state: before.state, failure: before.failure },
        after: { state: 'queued' },
      });
      return mailById(tx, id);
    });
  }
}
