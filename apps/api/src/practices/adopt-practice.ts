import { Injectable } from '@nestjs/common';
import type { AdoptionAnswer, AdoptRequest } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { adoptionById } from './adoptions.repository.js';
import { requirePublished } from './published-practice.js';
import { requireStarted } from './worked-adoption.js';
import { tell } from './worked-practice.js';

/** An organization takes up a practice; or the practice's own says that another one did. */
@Injectable()
export class AdoptPractice {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 422 for the practice's own organization, for one that is in the ledger already, and for a start still to come. */
  execute(
    actor: ActingActor,
    request: IdempotentRequest,
    practiceId: string,
    input: AdoptRequest,
  ): Promise<AdoptionAnswer> {
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () =>
        this.adopt(tx, actor, practiceId, input),
      );
      return adoptionById(tx, actor, id);
    });
  }

  private async adopt(
    tx: Transaction,
    actor: ActingActor,
    practiceId: string,
    input: AdoptRequest,
  ): Promise<string> {
    const practice = await requirePublished(tx, practiceId);
    const isOwn = input.adopter === actor.organization.id;
    if (practice.organizationId === input.adopter) throw invalid('/adopter', 'not-accepted');
    // Whoever posted it usually knows first who took it up; nobody else speaks for others.
    if (!isOwn && practice.organizationId !== actor.organization.id) {
      throw new Problem('not-permitted');
    }
    await requireOrganization(tx, input.adopter);
    requireStarted(input.startedOn, practice.today);
    const id = await insert(tx, actor, practiceId, input);
    if (isOwn) {
      await tell(tx, actor.organization.id, { id: practiceId, kind: 'adopted' });
    }
    await this.audit.append(tx, actor, {
      action: 'practices.adopt',
      record: 'adoption',
      recordId: id,
      after: { practice: practiceId, ...input },
    });
    return id;
  }
}

async function requireOrganization(tx: Transaction, id: string): Promise<void> {
  const found = await tx.maybe(`select 1 from organization where id = $1 and kind <> 'portal'`, [
    id,
  ]);
  if (!found) throw invalid('/adopter', 'unknown-record');
}

async function insert(
  tx: Transaction,
  actor: ActingActor,
  practiceId: string,
  input: AdoptRequest,
): Promise<string> {
  const state = input.adopter === actor.organization.id ? 'confirmed' : 'declared';
  const made = await tx.maybe<{ id: string }>(
    `insert into adoption (practice_id, organization_id, declared_by, state, use, language, adaptation, started_on,
       contact, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (practice_id, organization_id) do nothing returning id`,
    [
      ...[practiceId, input.adopter, actor.organization.id, state, input.use, input.language],
      ...[input.adaptation, input.startedOn, input.contact, actor.personId],
    ],
  );
  if (!made) throw invalid('/adopter', 'already-exists');
  return made.id;
}
