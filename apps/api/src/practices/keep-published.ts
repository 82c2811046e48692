import { Injectable } from '@nestjs/common';
import type { PracticeAudience, PracticeTranslation, PracticeWritten } from '@enlace/contract';
import type { Language } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { textOf, writeAudience, writeText } from './practice-parts.js';
import { currentAfter, tell, touch, workedPractice } from './worked-practice.js';

/** What its own organization does with a practice that readers have. */
@Injectable()
export class KeepPublished {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Says that it is still done as written; it expires 24 months from today. */
  reconfirm(actor: ActingActor, id: string, ifMatch: string): Promise<PracticeWritten> {
    return this.database.write(actor, async (tx) => {
      const practice = await workedPractice(tx, actor, { id, ifMatch });
      currentAfter(practice, 'reconfirm');
      const confirmedOn = practice.today;
      await tx.rows('update practice set confirmed_on = $2 where id = $1', [id, confirmedOn]);
      await tell(tx, actor.organization.id, { id, kind: 'reconfirmed' });
      await this.audit.append(tx, actor, {
        action: 'practices.reconfirm',
        record: 'practice',
        recordId: id,
        after: { confirmedOn },
      });
      return touch(tx, id);
    });
  }

  /** Takes it back with a reason; it stays readable, marked, for whoever could read it. */
  withdraw(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    reason: string,
  ): Promise<PracticeWritten> {
    return this.database.write(actor, async (tx) => {
      const practice = await workedPractice(tx, actor, { id, ifMatch });
      const { version, state } = currentAfter(practice, 'withdraw');
      if (practice.openVersion !== null) throw new Problem('state-conflict');
      await tx.rows(
        'update practice_version set state = $3 where practice_id = $1 and version = $2',
        [id, version, state],
      );
      await tx.rows('update practice set withdraw_reason = $2 where id = $1', [id, reason]);
      await tell(tx, actor.organization.id, { id, kind: 'withdrawn', facts: { reason } });
      await this.audit.append(tx, actor, {
        action: 'practices.withdraw',
        record: 'practice',
        recordId: id,
        after: { version, reason },
      });
      return touch(tx, id);
    });
  }

  /** Changes who reads it, from the next request on. */
  share(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    audience: PracticeAudience,
  ): Promise<PracticeWritten> {
    return this.database.write(actor, async (tx) => {
      const practice = await workedPractice(tx, actor, { id, ifMatch, yours: audience });
      await writeAudience(tx, id, audience);
      await tell(tx, actor.organization.id, {
        ...{ id, kind: 'shared', ownerOnly: true, facts: { ...audience } },
      });
      await this.audit.append(tx, actor, {
        action: 'practices.share',
        record: 'practice',
        recordId: id,
        before: practice.audience,
        after: audience,
      });
      return touch(tx, id);
    });
  }

  /** Writes or confirms a translation; 422 for the language it was written in, or a version that is not its own. */
  translate(
    actor: ActingActor,
    key: { readonly id: string; readonly language: Language; readonly ifMatch: string },
    input: PracticeTranslation,
  ): Promise<PracticeWritten> {
    const { id, language, ifMatch } = key;
    const { version, status, text } = input;
    return this.database.write(actor, async (tx) => {
      const practice = await workedPractice(tx, actor, { id, ifMatch, yours: input });
      if (language === practice.language) throw invalid('/path/language', 'not-accepted');
      if (version !== practice.openVersion && version !== practice.currentVersion) {
        throw invalid('/version', 'not-accepted');
      }
      if (text.title === '') throw invalid('/text/title', 'required');
      const before = await textOf(tx, { id, version, language });
      await writeText(tx, { id, version, language }, status, text);
      const ownerOnly = version !== practice.currentVersion;
      await tell(tx, actor.organization.id, {
        ...{ id, kind: 'translated', ownerOnly, facts: { language, status } },
      });
      await this.audit.append(tx, actor, {
        action: 'practices.translate',
        record: 'practice',
        recordId: id,
        ...(before === null ? {} : { before }),
        after: { language, ...input },
      });
      return touch(tx, id);
    });
  }
}
