import { Injectable } from '@nestjs/common';
import type {
  AdoptionAnswer,
  AdoptionResultRequest,
  ChangeAdoptionRequest,
} from '@enlace/contract';
import type { PracticeEvent } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { adoptionById } from './adoptions.repository.js';
import {
  requireStarted,
  workedAdoption,
  type AdoptionWrite,
  type WorkedAdoption,
} from './worked-adoption.js';
import { tell } from './worked-practice.js';

/** What an act writes, and what the practice's readers are told of it. */
interface Written {
  /** Assignments whose parameters begin at $3. */
  readonly set: string;
  readonly values: readonly unknown[];
  readonly told?: PracticeEvent;
}

/** The adopter keeps its line of the ledger: confirms it, changes it, says what came of it. */
@Injectable()
export class KeepAdoption {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** What others declared is so. */
  confirm(actor: ActingActor, id: string, ifMatch: string): Promise<AdoptionAnswer> {
    return this.work(actor, { id, act: 'confirm', ifMatch }, () => ({
      set: 'result = null',
      values: [],
      told: 'adopted',
    }));
  }

  /** How it is used now; 422 for a start that is still to come. */
  change(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    input: ChangeAdoptionRequest,
  ): Promise<AdoptionAnswer> {
    return this.work(actor, { id, act: 'change', ifMatch, yours: input }, ({ today }) => {
      requireStarted(input.startedOn, today);
      return {
        set: 'language = $3, adaptation = $4, started_on = $5, contact = $6, use = $7',
        values: [input.language, input.adaptation, input.startedOn, input.contact, input.use],
      };
    });
  }

  /** What came of it, also where it did not work, and also before a year has passed. */
  reportResult(
    actor: ActingActor,
    id: string,
    ifMatch: string,
    input: AdoptionResultRequest,
  ): Promise<AdoptionAnswer> {
    const write = { id, act: 'report-result', ifMatch, yours: input } as const;
    return this.work(actor, write, ({ today }) => ({
      set: 'result = $3, why = $4, why_language = $5, result_on = $6',
      values: [input.result, input.why, input.language, today],
      told: 'result-reported',
    }));
  }

  private work(
    actor: ActingActor,
    write: AdoptionWrite,
    written: (adoption: WorkedAdoption) => Written,
  ): Promise<AdoptionAnswer> {
    const { id } = write;
    return this.database.write(actor, async (tx) => {
      const adoption = await workedAdoption(tx, actor, write);
      const { set, values, told } = written(adoption);
      await tx.rows(
        `update adoption set revision = revision + 1, state = $2, ${set} where id = $1`,
        [...[id, adoption.next], ...values],
      );
      if (told) await tell(tx, actor.organization.id, { id: adoption.practiceId, kind: told });
      await this.trace(tx, actor, write, adoption);
      return adoptionById(tx, actor, id);
    });
  }

  private async trace(
    tx: Transaction,
    actor: ActingActor,
    { id, act, yours }: AdoptionWrite,
    { current, next }: WorkedAdoption,
  ): Promise<void> {
    await this.audit.append(tx, actor, {
      action: `practices.${act}-adoption`,
      record: 'adoption',
      recordId: id,
      before: current,
      after: { state: next, ...(yours === undefined ? {} : { said: yours }) },
    });
  }
}
