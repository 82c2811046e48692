import { Injectable } from '@nestjs/common';
import type { JobPayload } from '@enlace/contract';
import { Audit } from '../audit/index.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { jobActor, JobRegister, type JobActor } from '../jobs/index.js';
import { Mailer } from '../mail/index.js';
import { claimedMail, type ClaimedMail } from './digest.js';
import { digestLetter } from './digest-letter.js';

/** With the waits between them this is nine days: longer than any server is down. */
const ATTEMPTS = 40;

/** Hands one digest over; each attempt is taken before it begins and settled after it. */
@Injectable()
export class SendDigest {
  constructor(
    register: JobRegister,
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
    private readonly config: Config,
  ) {
    register.handle('digests.send', (payload) => this.execute(payload));
  }

  private async execute({ organizationId, mailId }: JobPayload<'digests.send'>): Promise<void> {
    const actor = await jobActor(this.database, organizationId);
    const mail = actor ? await this.claim(actor, mailId) : null;
    if (!actor || !mail) return;
    const handed = await this.mailer.handOver(digestLetter(mail, this.config.server.ENLACE_ORIGIN));
    const tired = handed.outcome === 'retry' && mail.attempts >= ATTEMPTS;
    const outcome = tired ? 'failed' : handed.outcome;
    const reason = handed.outcome === 'sent' ? null : handed.reason;
    await this.settle(actor, mailId, outcome, reason);
  }

  private async claim(actor: JobActor, mailId: string): Promise<ClaimedMail | null> {
    const { claimed } = await this.database.write(actor, (tx) =>
      tx.one<{ claimed: unknown }>('select claim_mail($1) as claimed', [mailId]),
    );
    return claimedMail.nullable().parse(claimed);
  }

  private async settle(
    actor: JobActor,
    mailId: string,
    outcome: 'sent' | 'failed' | 'retry',
    reason: string | null,
  ): Promise<void> {
    await this.database.write(actor, async (tx) => {
      await tx.rows('select settle_mail($1, $2, $3)', [mailId, outcome, reason]);
      if (outcome === 'retry') return;
      await this.audit.append(tx, actor, {
        ...{ action: 'reminders.send', record: 'mail', recordId: mailId },
        after: { outcome, reason },
      });
    });
  }
}
