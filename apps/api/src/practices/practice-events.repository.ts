import { Injectable } from '@nestjs/common';
import type { PracticeEventsResponse } from '@enlace/contract';
import type { Actor } from '../access/index.js';
import { sightParameters, visiblePractice } from '../audience/index.js';
import { Database, instantOf } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';

const PAGE = 50;
const POSITION = /^\d{1,18}$/;

type EventRow = PracticeEventsResponse['events'][number] & { readonly position: string };

/** What happened before publication, and between author and reviewers, is the owner's alone; whom it is shared with too. */
const LIST = `select e.kind, ${instantOf('e.at')} as at, coalesce(o.acronym, o.names ->> $5::text) as "organizationName",
    (e.facts ->> 'version')::int as version, e.facts ->> 'language' as language, e.facts ->> 'reason' as reason,
    e.id::text as position
  from practice p join practice_event e on e.practice_id = p.id join organization o on o.id = e.organization_id
  where p.id = $6::uuid and ${visiblePractice('p')} and (p.organization_id = $1::uuid or not e.owner_only)
    and ($7::bigint is null or e.id < $7::bigint)
  order by e.id desc limit ${PAGE + 1}`;

/** What happened to a practice, for its readers and, more of it, for its owner. */
@Injectable()
export class PracticeEventsRepository {
  constructor(private readonly database: Database) {}

  /** A page of events, newest first; 404 where the practice is not visible. */
  list(actor: Actor, practiceId: string, after: string | null): Promise<PracticeEventsResponse> {
    if (after !== null && !POSITION.test(after)) throw invalid('/query/after', 'wrong-format');
    return this.database.read(actor, async (tx) => {
      const seen = await tx.maybe(
        `select 1 from practice p where p.id = $5::uuid and ${visiblePractice('p')}`,
        [...sightParameters(actor), practiceId],
      );
      if (!seen) throw new Problem('not-found');
      const rows = await tx.rows<EventRow>(LIST, [
        ...[...sightParameters(actor), actor.language, practiceId, after],
      ]);
      const page = rows.slice(0, PAGE);
      return {
        events: page.map(({ kind, at, organizationName, version, language, reason }) => ({
          ...{ kind, at, organizationName, version, language, reason },
        })),
        next: rows.length > PAGE ? (page.at(-1)?.position ?? null) : null,
      };
    });
  }
}
