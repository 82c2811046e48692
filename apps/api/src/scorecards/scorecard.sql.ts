import type { Names, ScorecardResponse, ScorecardRow } from '@enlace/contract';
import type { FollowUpStatus } from '@enlace/domain';
import { visibleCommitment } from '../audience/index.js';
import { commitmentText, DUE_FACTS, STATUS } from '../commitments/index.js';
import { RATING_STATE } from '../ratings/index.js';
import { dayOf } from '../database/index.js';

/** State and instrument of a scorecard. */
export interface ScorecardHead {
  readonly stateId: number;
  readonly instrumentId: string;
  readonly stateNames: Names;
  readonly instrument: ScorecardResponse['instrument'];
  readonly groups: ScorecardResponse['groups'];
  readonly today: string;
}

/** State ($1) and instrument ($2); the day is that of the State's first authority. */
export const HEAD = `select s.id as "stateId", i.id as "instrumentId", s.names as "stateNames",
    json_build_object('symbol', i.symbol, 'titles', i.titles, 'adoptedOn', ${dayOf('i.adopted_on')}) as instrument,
    (select coalesce(json_agg(json_build_object('code', g.code, 'titles', g.titles) order by g.position), '[]')
     from recommendation_group g
     where exists (select 1 from provision p where p.instrument_id = i.id and p.group_code = g.code)) as groups,
    ${dayOf(`(enlace_now() at time zone coalesce((select o.time_zone from organization o
      where o.state_id = s.id and o.kind = 'state' order by o.alias limit 1), 'UTC'))::date`)} as today
  from state s, instrument i where s.code = $1 and i.symbol = $2 and i.state <> 'draft'`;

/** Provisions of an instrument ($1), or of a group of it ($2), in their order. */
export const PROVISIONS = `select p.id, p.instrument_id as instrument, p.number, p.group_code as "group", p.titles, p.themes
  from provision p where p.instrument_id = $1::uuid and ($2::text is null or p.group_code = $2)
  order by p.position`;

/** A commitment with the provisions that it stands under. */
export interface ScorecardCommitment {
  readonly id: string;
  readonly title: string;
  readonly language: 'es' | 'en' | 'pt' | 'fr';
  readonly status: FollowUpStatus;
  readonly dueOn: string | null;
  readonly lastReportOn: string | null;
  readonly provisions: readonly string[];
}

/** Commitments of a State's authorities under an instrument; parameters: sight, language, State, instrument. */
export const COMMITMENTS = `select c.id, t.title, t.language, ${STATUS} as status, ${dayOf('c.due_on')} as "dueOn",
    ${dayOf('d.last_on')} as "lastReportOn", array_agg(cp.provision_id::text) as provisions
  from commitment c join organization o on o.id = c.organization_id
  join commitment_provision cp on cp.commitment_id = c.id
  join provision p on p.id = cp.provision_id and p.instrument_id = $7::uuid
  ${commitmentText('$5')}
  ${DUE_FACTS}
  where c.state_id = $6::smallint and o.kind = 'state' and c.state <> 'superseded' and ${visibleCommitment('c')}
  group by c.id, t.title, t.language, d.overdue, d.soon, d.late, d.last_on
  order by c.due_on, c.id`;

/** A published rating with the name of whoever gave it. */
export interface ScorecardRating {
  readonly commitment: string;
  readonly voice: ScorecardRow['ratings'][number]['voice'];
  readonly organization: string;
  readonly grade: ScorecardRow['ratings'][number]['grade'];
  readonly names: Names;
}

/** Published ratings of commitments ($1), each by itself. */
export const RATINGS = `select r.commitment_id as commitment, r.voice, r.organization_id as organization, r.grade,
    x.names
  from rating r join organization x on x.id = r.organization_id
  join commitment c on c.id = r.commitment_id join organization o on o.id = c.organization_id
  where r.commitment_id = any($1::uuid[]) and ${RATING_STATE} = 'published'
  order by array_position(array['state', 'secretariat', 'civil-society'], r.voice), x.alias, r.id`;
