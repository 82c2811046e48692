import type { Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';

/** A practice that readers have, for those who take part in it. */
export interface PublishedPractice {
  readonly organizationId: string;
  /** In the time zone of its organization. */
  readonly today: string;
}

/** 404 where the actor may not see it, 409 where it is not published or was withdrawn. */
export async function requirePublished(tx: Transaction, id: string): Promise<PublishedPractice> {
  const practice = await tx.maybe<PublishedPractice & { isOpen: boolean }>(
    `select p.organization_id as "organizationId", coalesce(v.state = 'published', false) as "isOpen",
       to_char((enlace_now() at time zone o.time_zone)::date, 'YYYY-MM-DD') as today
     from practice p join organization o on o.id = p.organization_id
     left join practice_version v on v.practice_id = p.id and v.version = p.current_version
     where p.id = $1`,
    [id],
  );
  if (!practice) throw new Problem('not-found');
  if (!practice.isOpen) throw new Problem('state-conflict');
  return practice;
}
