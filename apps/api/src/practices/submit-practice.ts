import { Injectable } from '@nestjs/common';
import type { PracticeWritten } from '@enlace/contract';
import { addDays, DECISION_DAYS, REVIEWS_NEEDED } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { JobQueue } from '../jobs/index.js';
import { incomplete, invalid } from '../problems/index.js';
import { openAfter, tell, touch, workedPractice, type WorkedPractice } from './worked-practice.js';

/** What a practice must say before anybody is asked to review it, by the pointer of its field in the draft. */
const WANTED = `select
    t.summary <> '' as "/text/summary", t.problem <> '' as "/text/problem",
    t.who_does_what <> '' as "/text/whoDoesWhat", jsonb_array_length(t.steps) >= 2 and not exists (
      select 1 from jsonb_array_elements(t.steps) s where s ->> 'title' = '' or s ->> 'body' = '') as "/text/steps",
    t.resources <> '' as "/text/resources", jsonb_array_length(t.findings) >= 1 and not exists (
      select 1 from jsonb_array_elements(t.findings) f
      where f ->> 'figure' = '' or f ->> 'what' = '' or f ->> 'source' = '') as "/text/findings",
    t.conditions <> '' as "/text/conditions", t.did_not_work <> '' as "/text/didNotWork",
    cardinality(v.themes) > 0 as "/facts/themes", cardinality(v.states) > 0 as "/facts/states",
    v.cost_band is not null as "/facts/costBand", v.evidence_strength is not null as "/facts/evidenceStrength",
    p.classification <> 'restricted' or cardinality(p.forums) + cardinality(p.organizations) > 0 as "/audience/forums",
    p.classification <> 'confidential' or cardinality(p.organizations) > 0 as "/audience/organizations"
  from practice p
  join practice_version v on v.practice_id = p.id and v.version = $2
  join practice_text t on t.practice_id = p.id and t.version = $2 and t.status = 'original'
  where p.id = $1`;

/** An organization hands its practice in; reviewers of others are asked. */
@Injectable()
export class SubmitPractice {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly queue: JobQueue,
  ) {}

  /** 422 naming every field that is still empty, or the audience where nobody in it could review; 409 where it is with the reviewers already. */
  execute(actor: ActingActor, id: string, ifMatch: string): Promise<PracticeWritten> {
    return this.database.write(actor, async (tx) => {
      const practice = await workedPractice(tx, actor, { id, ifMatch });
      const { version } = openAfter(practice, 'submit');
      await requireWhole(tx, id, version);
      await requireReviewers(tx, id, version);
      const decisionDueOn = await this.submit(tx, actor, practice, version);
      await tell(tx, actor.organization.id, {
        ...{ id, kind: 'submitted', ownerOnly: true, facts: { version } },
      });
      await this.audit.append(tx, actor, {
        action: 'practices.submit',
        record: 'practice',
        recordId: id,
        after: { version, decisionDueOn },
      });
      await this.queue.enqueue(
        ...([
          tx,
          'practices.review',
          { organizationId: actor.organization.id, practiceId: id },
          id,
        ] as const),
      );
      return touch(tx, id);
    });
  }

  private async submit(
    tx: Transaction,
    actor: ActingActor,
    { id, today }: WorkedPractice,
    version: number,
  ): Promise<string> {
    const decisionDueOn = addDays(today, DECISION_DAYS);
    await tx.rows(
      `update practice_version set state = 'submitted', submitted_at = enlace_now(), submitted_by = $3,
         decision_due_on = $4, decided_at = null where practice_id = $1 and version = $2`,
      [id, version, actor.personId, decisionDueOn],
    );
    return decisionDueOn;
  }
}

async function requireWhole(tx: Transaction, id: string, version: number): Promise<void> {
  const wanted = await tx.one<Record<string, boolean>>(WANTED, [id, version]);
  const missing = Object.keys(wanted).filter((pointer) => !wanted[pointer]);
  if (missing.length > 0) throw incomplete(missing);
}

/** A practice whose readers cannot review it would wait for ever: its author is told at once. */
async function requireReviewers(tx: Transaction, id: string, version: number): Promise<void> {
  const { organizations } = await tx.one<{ organizations: number }>(
    'select count(distinct organization_id)::int as organizations from review_candidates($1, $2)',
    [id, version],
  );
  if (organizations < REVIEWS_NEEDED.usual) {
    throw invalid('/audience/classification', 'reviewers-missing');
  }
}
