import { Injectable } from '@nestjs/common';
import type { PracticeDraft, PracticeWritten } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { invalid } from '../problems/index.js';
import { textOf, writeAudience, writeFacts, writeText } from './practice-parts.js';
import { openAfter, touch, workedPractice } from './worked-practice.js';

/** Keeps what was written so far; the guided form does so by itself. */
@Injectable()
export class SavePracticeDraft {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 412 with both where somebody else wrote meanwhile; 409 while it is in review. */
  execute(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    input: PracticeDraft,
  ): Promise<PracticeWritten> {
    return this.database.write(actor, async (tx) => {
      const practice = await workedPractice(tx, actor, { id, ifMatch, yours: input });
      const { version } = openAfter(practice, 'edit');
      if (input.text.title === '') throw invalid('/text/title', 'required');
      const { language, currentVersion } = practice;
      const before = await textOf(tx, { id, version, language });
      await writeText(tx, { id, version, language }, 'original', input.text);
      await writeFacts(tx, { id, version }, input.facts);
      // Who reads what is published already changes by an act of its own, never by a draft.
      if (currentVersion === null) await writeAudience(tx, id, input.audience);
      await this.audit.append(tx, actor, {
        action: 'practices.save-draft',
        record: 'practice',
        recordId: id,
        before: { text: before, audience: practice.audience },
        after: { version, ...input },
      });
      return touch(tx, id);
    });
  }
}
