import { Injectable } from '@nestjs/common';
import type { AdoptionAnswer, AdoptionsResponse } from '@enlace/contract';
import type { ActingActor, Actor } from '../access/index.js';
import { sightParameters, visiblePractice } from '../audience/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { adoptionAnswer, adoptionColumns, type AdoptionRow } from './adoption-row.js';

const PAGE = 50;
const POSITION = /^\d{4}-\d{2}-\d{2}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What others declared is for those concerned until the adopter confirms it. */
const SEEN = `(a.state <> 'declared' or $1::uuid in (a.organization_id, a.declared_by, p.organization_id))`;

/** $1 to $4 sight, $5 language of the reader, $6 the practice. */
const OF_PRACTICE = `from practice p join adoption a on a.practice_id = p.id
    join organization o on o.id = a.organization_id left join state s on s.id = o.state_id
  where p.id = $6::uuid and ${visiblePractice('p')} and ${SEEN}`;

const LIST = `select ${adoptionColumns('$5')} ${OF_PRACTICE}
    and ($7::text is null or (a.started_on, a.id) > (split_part($7, ':', 1)::date, split_part($7, ':', 2)::uuid))
  order by a.started_on, a.id limit ${PAGE + 1}`;

const USES = `select a.use, count(*)::int as count ${OF_PRACTICE} and $5::text is not null group by 1 order by 1`;

const ONE = `select ${adoptionColumns('$2')} from adoption a join organization o on o.id = a.organization_id
    left join state s on s.id = o.state_id
  where a.id = $3::uuid and $1::uuid in (a.organization_id, a.declared_by)`;

/** One adoption for who wrote it; 404 for anybody else. */
export async function adoptionById(
  tx: Transaction,
  actor: ActingActor,
  id: string,
): Promise<AdoptionAnswer> {
  const row = await tx.maybe<AdoptionRow>(ONE, [actor.organization.id, actor.language, id]);
  if (!row) throw new Problem('not-found');
  return adoptionAnswer(tx, actor, row);
}

/** Who took up a practice, and what came of it. */
@Injectable()
export class AdoptionsRepository {
  constructor(private readonly database: Database) {}

  /** A page of the ledger, earliest first; 404 where the practice is not visible. */
  list(actor: Actor, practiceId: string, after: string | null): Promise<AdoptionsResponse> {
    if (after !== null && !POSITION.test(after)) throw invalid('/query/after', 'wrong-format');
    return this.database.read(actor, async (tx) => {
      const asked = [...sightParameters(actor), actor.language, practiceId];
      const seen = await tx.maybe(
        `select 1 from practice p where p.id = $5::uuid and ${visiblePractice('p')}`,
        [...sightParameters(actor), practiceId],
      );
      if (!seen) throw new Problem('not-found');
      const rows = await tx.rows<AdoptionRow>(LIST, [...asked, after]);
      const uses = await tx.rows<AdoptionsResponse['uses'][number]>(USES, asked);
      const page = rows.slice(0, PAGE);
      const last = page.at(-1);
      return {
        adoptions: page.map((row) => adoptionAnswer(tx, actor, row)),
        uses,
        next: rows.length > PAGE && last ? `${last.startedOn}:${last.id}` : null,
      };
    });
  }
}
