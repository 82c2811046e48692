import { Injectable } from '@nestjs/common';
import type { ChangeCommitmentRequest, CommitmentWritten } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid } from '../problems/index.js';
import { commitmentFacts, partyFaults, provisionFaults, refuseFaults } from './check-commitment.js';
import { gatedState, writeFinalDate, writeParts } from './commitment-parts.js';
import { recordedCommitment, requireOpen, tellTimeline, touch } from './worked-commitment.js';

type Before = ChangeCommitmentRequest;

const BEFORE = `select json_build_object(
    'provisions', array(select provision_id from commitment_provision where commitment_id = c.id order by 1),
    'text', (select json_build_object('language', language, 'title', title, 'deliverable', deliverable,
       'verification', verification) from commitment_text where commitment_id = c.id and status = 'original'),
    'translations', (select coalesce(json_agg(json_build_object('language', language, 'title', title,
       'deliverable', deliverable, 'verification', verification) order by language), '[]')
       from commitment_text where commitment_id = c.id and status <> 'original'),
    'dueOn', to_char(due_on, 'YYYY-MM-DD'), 'classification', classification,
    'partners', (select coalesce(json_agg(json_build_object('organization', organization_id, 'part', part)
       order by organization_id), '[]') from commitment_partner where commitment_id = c.id)) as body
  from commitment c where c.id = $1`;

/** Changes what a commitment says; what it said before stays in its history. */
@Injectable()
export class ChangeCommitment {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** A commitment cannot lose what made it one (422 at the field); an aspiration stays one until accepted. */
  execute(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    input: ChangeCommitmentRequest,
  ): Promise<CommitmentWritten> {
    return this.database.write(actor, async (tx) => {
      const commitment = await recordedCommitment(tx, actor, id, ifMatch, input);
      requireOpen(commitment);
      if (commitment.state !== 'aspiration') requireWhole(commitment.actorId, input);
      const known = await commitmentFacts(tx, commitment.forumId, [input]);
      refuseFaults([
        ...provisionFaults(input, known),
        ...partyFaults(commitment.actorId, input, known),
      ]);
      const before = (await tx.one<{ body: Before }>(BEFORE, [id])).body;
      await this.write(tx, id, input);
      const facts = differences(before, input);
      await tellTimeline(tx, actor, { commitmentId: id, kind: 'changed', facts });
      await this.audit.append(tx, actor, {
        action: 'commitments.change',
        record: 'commitment',
        recordId: id,
        before,
        after: input,
      });
      return touch(tx, id);
    });
  }

  private async write(tx: Transaction, id: string, input: ChangeCommitmentRequest): Promise<void> {
    await tx.rows('update commitment set due_on = $2, classification = $3 where id = $1', [
      ...[id, input.dueOn, input.classification],
    ]);
    await writeParts(tx, [{ id, input }]);
    await writeFinalDate(tx, id, input.dueOn);
    await tx.rows('select refresh_commitment_audience($1)', [id]);
  }
}

function requireWhole(actorId: string, input: ChangeCommitmentRequest): void {
  if (gatedState(actorId, input) === 'accepted') return;
  if (input.dueOn === null) throw invalid('/dueOn', 'required');
  throw invalid(
    input.text.deliverable === null ? '/text/deliverable' : '/text/verification',
    'required',
  );
}

/** What changed, field by field, as [before, after]; nothing but what differs. */
function differences(
  before: ChangeCommitmentRequest,
  after: ChangeCommitmentRequest,
): Record<string, readonly [unknown, unknown]> {
  const flat = ({ text, ...rest }: ChangeCommitmentRequest): Record<string, unknown> => ({
    ...text,
    ...rest,
    provisions: rest.provisions.toSorted(),
  });
  const [old, now] = [flat(before), flat(after)];
  return Object.fromEntries(
    Object.keys(now)
      .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
      .map((field) => [field, [old[field], now[field]]] as const),
  );
}
