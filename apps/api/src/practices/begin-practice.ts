import { Injectable } from '@nestjs/common';
import type { BeginPracticeRequest, PracticeWritten } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { asItStands, tell } from './worked-practice.js';

/** Somebody begins to write a practice down, in their organization's name and their own language. */
@Injectable()
export class BeginPractice {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  execute(
    actor: ActingActor,
    request: IdempotentRequest,
    input: BeginPracticeRequest,
  ): Promise<PracticeWritten> {
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () => this.begin(tx, actor, input));
      return asItStands(tx, id);
    });
  }

  private async begin(
    tx: Transaction,
    actor: ActingActor,
    { language, title }: BeginPracticeRequest,
  ): Promise<string> {
    const { id } = await tx.one<{ id: string }>(
      'insert into practice (organization_id, created_by, open_version) values ($1, $2, 1) returning id',
      [actor.organization.id, actor.personId],
    );
    // Where it is applied is nearly always the author's own State.
    await tx.rows(
      `insert into practice_version (practice_id, version, state, states)
       values ($1, 1, 'draft', case when $2::smallint is null then '{}' else array[$2::smallint] end)`,
      [id, actor.organization.stateId],
    );
    await tx.rows(
      `insert into practice_text (practice_id, version, language, status, title) values ($1, 1, $2, 'original', $3)`,
      [id, language, title],
    );
    await tx.rows('select refresh_practice_audience($1)', [id]);
    await tell(tx, actor.organization.id, { id, kind: 'begun', ownerOnly: true });
    await this.audit.append(tx, actor, {
      action: 'practices.begin',
      record: 'practice',
      recordId: id,
      after: { language, title },
    });
    return id;
  }
}
