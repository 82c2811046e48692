import { Injectable } from '@nestjs/common';
import type { OrganizationSummary, ReferenceResponse } from '@enlace/contract';
import type { recommendationsResponse } from '@enlace/contract';
import type { z } from 'zod';
import type { Actor } from '../access/index.js';
import { Database, listOf } from '../database/index.js';

type RecommendationsResponse = z.infer<typeof recommendationsResponse>;

const REFERENCE = `select json_build_object(
  'states', ${listOf('select code, kind, names, longitude, latitude from state order by code')},
  'crossingPoints', ${listOf(`select p.id, p.code, s.code as state, p.names, p.kind, p.region, p.longitude, p.latitude,
      p.active_from as "activeFrom", p.active_to as "activeTo",
      coalesce(p.first_entry_from <= enlace_now()::date
        and coalesce(p.first_entry_to, 'infinity') > enlace_now()::date, false) as "countsAsFirstEntry"
    from crossing_point p join state s on s.id = p.state_id order by p.code`)},
  'forums', ${listOf(`select f.id, f.alias, f.names, f.acronyms, ${listOf(`
      select s.code as state, m.organization_id as organization, m.role, m.valid_from as "from",
        m.valid_to as "to", m.suspended_from as "suspendedFrom"
      from forum_member m left join state s on s.id = m.state_id
      where m.forum_id = f.id order by m.role, s.code, m.organization_id, m.valid_from`)} as members
    from forum f order by f.alias`)}) as answer`;

/** Symbol of the instrument that holds the 38 recommendations. */
const SAN_JOSE = 'SJ-2009';

const RECOMMENDATIONS = `select json_build_object(
  'groups', ${listOf('select code, titles from recommendation_group order by position')},
  'recommendations', ${listOf(`select p.id, p.number as code, p.group_code as "group", t.body as text, t.language, p.note
    from instrument i join provision p on p.instrument_id = i.id
    join provision_text t on t.provision_id = p.id and t.status = 'original'
    where i.symbol = '${SAN_JOSE}' order by p.position`)}) as answer`;

const ORGANIZATIONS = `select o.id, o.alias, o.kind, o.names, o.acronym, s.code as state
  from organization o left join state s on s.id = o.state_id
  where o.kind <> 'portal' order by o.alias`;

/** What every screen needs and nobody's records: the same for every reader. */
@Injectable()
export class ReferenceRepository {
  constructor(private readonly database: Database) {}

  reference(actor: Actor): Promise<ReferenceResponse> {
    return this.answer<ReferenceResponse>(actor, REFERENCE);
  }

  recommendations(actor: Actor): Promise<RecommendationsResponse> {
    return this.answer<RecommendationsResponse>(actor, RECOMMENDATIONS);
  }

  /** Every admitted organization; the portal's own takes part in nothing and is left out. */
  organizations(actor: Actor): Promise<{ organizations: OrganizationSummary[] }> {
    return this.database.read(actor, async (tx) => ({
      organizations: await tx.rows<OrganizationSummary>(ORGANIZATIONS),
    }));
  }

  private answer<T>(actor: Actor, sql: string): Promise<T> {
    return this.database.read(actor, async (tx) => (await tx.one<{ answer: T }>(sql)).answer);
  }
}
