import { Injectable } from '@nestjs/common';
import {
  chooseReviewers,
  PRACTICE_MACHINE,
  reviewOutcome,
  REVIEWS_NEEDED,
  stateAfter,
  type PracticeAct,
  type PracticeState,
  type ReviewCandidate,
  type ReviewOutcome,
  type ReviewState,
  type SentReview,
} from '@enlace/domain';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { jobActor, JobRegister, type JobActor } from '../jobs/index.js';
import { openNextVersion } from './open-version.js';
import { tell, touch } from './worked-practice.js';

/** A version that is with its reviewers, or waits for some. */
interface Waiting {
  readonly id: string;
  readonly version: number;
  readonly state: 'submitted' | 'in-review';
  readonly currentVersion: number | null;
  readonly decisionDueOn: string;
  readonly today: string;
}

interface ReviewRow extends SentReview {
  readonly state: ReviewState;
  readonly comment: string;
}

const WAITING = `select p.id, v.version, v.state, p.current_version as "currentVersion",
    to_char(v.decision_due_on, 'YYYY-MM-DD') as "decisionDueOn",
    to_char((enlace_now() at time zone o.time_zone)::date, 'YYYY-MM-DD') as today
  from practice p join organization o on o.id = p.organization_id
  join practice_version v on v.practice_id = p.id and v.version = p.open_version
  where p.id = $1 and p.organization_id = $2 and v.state in ('submitted', 'in-review') for update of p`;

/**
 * Brings a submitted practice as far as its reviews allow: asks who is still to be asked, and decides
 * when they are in. It acts for the practice's own organization, whose people cannot: who reviews and
 * what follows from it is nobody's choice. Run again, it finds nothing to do.
 */
@Injectable()
export class ReviewPractice {
  constructor(
    register: JobRegister,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {
    register.handle('practices.review', async ({ organizationId, practiceId }) => {
      const actor = await jobActor(database, organizationId);
      if (actor) await this.execute(actor, practiceId);
    });
  }

  private async execute(actor: JobActor, id: string): Promise<void> {
    await this.database.write(actor, async (tx) => {
      const waiting = await tx.maybe<Waiting>(WAITING, [id, actor.organization.id]);
      if (!waiting) return;
      const reviews = await tx.rows<ReviewRow>('select * from reviews_of_version($1, $2)', [
        ...[id, waiting.version],
      ]);
      const sent = reviews.filter(({ state }) => state === 'done');
      const outcome = reviewOutcome(sent);
      if (outcome === 'publish') return this.publish(tx, actor, waiting);
      if (outcome === 'return') return this.giveBack(tx, actor, waiting, sent);
      await this.ask(tx, actor, waiting, { outcome, asked: reviews.length });
    });
  }

  /** Asks as many as are missing; where nobody can be asked the clock tries again. */
  private async ask(
    tx: Transaction,
    actor: JobActor,
    { id, version, state, decisionDueOn }: Waiting,
    { outcome, asked }: { readonly outcome: ReviewOutcome; readonly asked: number },
  ): Promise<void> {
    const wanted =
      (outcome === 'third-reviewer' ? REVIEWS_NEEDED.disputed : REVIEWS_NEEDED.usual) - asked;
    if (wanted <= 0) return;
    const candidates = await tx.rows<ReviewCandidate>(
      `select person_id as "personId", organization_id as "organizationId", open,
         to_char(last_assigned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') as "lastAssignedAt"
       from review_candidates($1, $2)`,
      [id, version],
    );
    const chosen = chooseReviewers(candidates, new Set(), wanted);
    if (chosen.length === 0) return;
    await tx.rows('select assign_reviews($1, $2, $3, $4, $5)', [
      ...[id, version, chosen.map(({ personId }) => personId)],
      ...[chosen.map(({ organizationId }) => organizationId), decisionDueOn],
    ]);
    if (state === 'submitted') {
      await this.move(tx, { id, version, from: state }, 'assign');
      await tell(tx, actor.organization.id, { id, kind: 'review-begun', ownerOnly: true });
    }
    await this.trace(tx, actor, 'practices.assign', id, { version, reviewers: chosen.length });
  }

  private async publish(
    tx: Transaction,
    actor: JobActor,
    { id, version, state, currentVersion, today }: Waiting,
  ): Promise<void> {
    if (currentVersion !== null) {
      await this.move(tx, { id, version: currentVersion, from: 'published' }, 'supersede');
    }
    await this.move(tx, { id, version, from: state }, 'publish');
    await tx.rows(
      `update practice set current_version = $2, open_version = null, confirmed_on = $3,
         published_on = coalesce(published_on, $3) where id = $1`,
      [id, version, today],
    );
    await tell(tx, actor.organization.id, { id, kind: 'published', facts: { version } });
    await this.trace(tx, actor, 'practices.publish', id, { version });
    await touch(tx, id);
  }

  /** Keeps what was returned, with what the reviewers said, and opens a draft of the next version. */
  private async giveBack(
    tx: Transaction,
    actor: JobActor,
    { id, version, state }: Waiting,
    sent: readonly ReviewRow[],
  ): Promise<void> {
    const reason = sent
      .filter(({ proposal }) => proposal === 'return')
      .map(({ comment }) => comment)
      .join('\n\n');
    await this.move(tx, { id, version, from: state }, 'return');
    await tx.rows(
      'update practice_version set return_reason = $3 where practice_id = $1 and version = $2',
      [id, version, reason],
    );
    await openNextVersion(tx, id, version);
    await tell(tx, actor.organization.id, {
      ...{ id, kind: 'returned', ownerOnly: true, facts: { version } },
    });
    await this.trace(tx, actor, 'practices.return', id, { version, reason });
    await touch(tx, id);
  }

  private async move(
    tx: Transaction,
    { id, version, from }: { id: string; version: number; from: PracticeState },
    act: PracticeAct,
  ): Promise<void> {
    const state = stateAfter(PRACTICE_MACHINE, from, act);
    if (state === null) throw new Error(`A practice that is ${from} cannot ${act}.`);
    await tx.rows(
      `update practice_version set state = $3,
         decided_at = case when $4 then enlace_now() else decided_at end
       where practice_id = $1 and version = $2`,
      [id, version, state, act === 'publish' || act === 'return'],
    );
  }

  private async trace(
    tx: Transaction,
    actor: JobActor,
    action: string,
    recordId: string,
    after: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.append(tx, actor, { action, record: 'practice', recordId, after });
  }
}
