import { Injectable } from '@nestjs/common';
import type { StateResponseAnswer, StateResponseRequest } from '@enlace/contract';
import type { InstrumentState } from '@enlace/domain';
import { requireVersion, type ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { todayOf } from '../commitments/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { currentResponse, saidBy, type SaidVersion } from './state-response.js';

/** A State that answers, and the provision it answers to. */
interface Answering {
  readonly provision: string;
  readonly state: number;
}

/**
 * A State answers a provision, in a version of its own: what it said before is never lost. The answer is
 * the State's position on an adopted text that everybody may read, so it is read with that text and
 * needs no share; there is none to a draft, which only its own organization sees.
 */
@Injectable()
export class RespondToProvision {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 404 for a provision that the actor may not read, 409 where another text took its place. */
  execute(
    actor: ActingActor,
    provision: string,
    ifMatch: string | null,
    input: StateResponseRequest,
  ): Promise<StateResponseAnswer> {
    return this.database.write(actor, async (tx) => {
      await requireAdopted(tx, provision);
      const state = actor.organization.stateId;
      if (state === null) throw new Problem('not-permitted');
      const answering = { provision, state };
      checkLanguages(input);
      const before = await lockedVersion(tx, answering, ifMatch, input);
      await insertVersion(tx, actor, answering, (before?.version ?? 0) + 1, input);
      await this.audit.append(tx, actor, {
        action: 'provisions.respond',
        record: 'provision',
        recordId: provision,
        ...(before ? { before } : {}),
        after: input,
      });
      const written = currentResponse(tx, answering, await saidBy(tx, provision, state), true);
      if (written === null) throw new Error(`The answer to ${provision} is not there`);
      return written;
    });
  }
}

async function requireAdopted(tx: Transaction, provision: string): Promise<void> {
  const found = await tx.maybe<{ state: InstrumentState }>(
    'select i.state from provision p join instrument i on i.id = p.instrument_id where p.id = $1',
    [provision],
  );
  if (!found) throw new Problem('not-found');
  if (found.state !== 'adopted' && found.state !== 'in-force') throw new Problem('state-conflict');
}

/** Each language once: a text has one original, and one translation into each other language. */
function checkLanguages({ language, translations }: StateResponseRequest): void {
  const said = new Set([language]);
  for (const [index, one] of translations.entries()) {
    if (said.has(one.language)) {
      throw invalid(`/translations/${index}/language`, 'already-exists');
    }
    said.add(one.language);
  }
}

/** The version that stands, while nobody else of the State writes another; 412 where it is not the one named. */
async function lockedVersion(
  tx: Transaction,
  answering: Answering,
  ifMatch: string | null,
  yours: StateResponseRequest,
): Promise<SaidVersion | undefined> {
  const { provision, state } = answering;
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `response\n${provision}\n${state}`,
  ]);
  const said = await saidBy(tx, provision, state);
  const current = currentResponse(tx, answering, said, true);
  if (current === null) return undefined;
  if (ifMatch === null) throw new Problem('version-required');
  requireVersion(ifMatch, current.etag ?? '', { current, yours });
  return said[0];
}

async function insertVersion(
  tx: Transaction,
  { organization }: ActingActor,
  { provision, state }: Answering,
  version: number,
  { position, language, body, translations }: StateResponseRequest,
): Promise<void> {
  await tx.rows(
    `insert into state_response
       (provision_id, state_id, version, position, language, body, translations, answered_on)
     select $1, $2, $3, $4, $5, $6, $7, ${todayOf('o')} from organization o where o.id = $8`,
    [
      ...[provision, state, version, position, language, body],
      ...[JSON.stringify(translations), organization.id],
    ],
  );
}
