import { Injectable } from '@nestjs/common';
import type { PracticeWritten } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { openNextVersion } from './open-version.js';
import { asItStands, currentAfter, tell, touch, workedPractice } from './worked-practice.js';

/** Opens the next version of a published practice; readers keep the present one until it is published. */
@Injectable()
export class RevisePractice {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 409 where a version is being written already, or none was ever published. */
  execute(actor: ActingActor, request: IdempotentRequest, id: string): Promise<PracticeWritten> {
    return this.database.write(actor, async (tx) => {
      await createOnce(tx, actor, request, () => this.revise(tx, actor, id));
      return asItStands(tx, id);
    });
  }

  private async revise(tx: Transaction, actor: ActingActor, id: string): Promise<string> {
    const practice = await workedPractice(tx, actor, { id });
    const { version } = currentAfter(practice, 'supersede');
    if (practice.openVersion !== null) throw new Problem('state-conflict');
    const opened = await openNextVersion(tx, id, version);
    await tell(tx, actor.organization.id, {
      ...{ id, kind: 'revised', ownerOnly: true, facts: { version: opened } },
    });
    await this.audit.append(tx, actor, {
      action: 'practices.revise',
      record: 'practice',
      recordId: id,
      after: { version: opened },
    });
    await touch(tx, id);
    return id;
  }
}
