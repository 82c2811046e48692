import { Injectable } from '@nestjs/common';
import type { CommitmentWritten, IndicatorRequest } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import {
  asItStands,
  recordedCommitment,
  requireOpen,
  tellTimeline,
  touch,
} from './worked-commitment.js';

/** What a commitment is measured by: a baseline, a target and the values that reports bring. */
@Injectable()
export class KeepIndicator {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Adds an indicator; a repeated request adds none. */
  add(
    actor: ActingActor,
    request: IdempotentRequest,
    id: string,
    ifMatch: string,
    input: IndicatorRequest,
  ): Promise<CommitmentWritten> {
    return this.database.write(actor, async (tx) => {
      await createOnce(tx, actor, request, async () => {
        requireOpen(await recordedCommitment(tx, actor, id, ifMatch, input));
        checkDirection(input);
        await tx.rows(
          `insert into indicator (commitment_id, definition, unit, baseline, target, source, direction)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [id, ...columns(input)],
        );
        const facts = { definition: input.definition };
        await tellTimeline(tx, actor, { commitmentId: id, kind: 'indicator-added', facts });
        await touch(tx, id);
        await this.audit.append(tx, actor, {
          action: 'commitments.add-indicator',
          record: 'commitment',
          recordId: id,
          after: input,
        });
        return id;
      });
      return asItStands(tx, id);
    });
  }

  /** Changes an indicator; values that were reported stay, and are measured against the new target. */
  change(
    actor: ActingActor,
    id: string,
    indicatorId: string,
    ifMatch: string,
    input: IndicatorRequest,
  ): Promise<CommitmentWritten> {
    return this.database.write(actor, async (tx) => {
      requireOpen(await recordedCommitment(tx, actor, id, ifMatch, input));
      checkDirection(input);
      const before = await tx.maybe<object>(
        `select definition, unit, baseline::float8, target::float8, source, direction
         from indicator where id = $1 and commitment_id = $2`,
        [indicatorId, id],
      );
      if (!before) throw new Problem('not-found');
      await tx.rows(
        `update indicator set definition = $2, unit = $3, baseline = $4, target = $5, source = $6, direction = $7
         where id = $1`,
        [indicatorId, ...columns(input)],
      );
      const facts = { before, after: input };
      await tellTimeline(tx, actor, { commitmentId: id, kind: 'indicator-changed', facts });
      const written = await touch(tx, id);
      await this.audit.append(tx, actor, {
        action: 'commitments.change-indicator',
        record: 'indicator',
        recordId: indicatorId,
        before,
        after: input,
      });
      return written;
    });
  }
}

const columns = ({ definition, unit, baseline, target, source, direction }: IndicatorRequest) =>
  [definition, unit, baseline, target, source, direction] as const;

/** A target on the wrong side of the baseline can never be neared. */
function checkDirection({ baseline, target, direction }: IndicatorRequest): void {
  if (direction === 'up' && target < baseline)
    throw invalid('/target', 'too-small', { limit: baseline });
  if (direction === 'down' && target > baseline)
    throw invalid('/target', 'too-large', { limit: baseline });
}
