import type { PracticeResponse } from '@enlace/contract';
import { visiblePractice } from '../audience/index.js';
import { dayOf, listOf } from '../database/index.js';

/** One version of a practice as its reader may see it, and what the answer follows from. */
export interface PracticeRow extends Omit<
  PracticeResponse,
  'etag' | 'status' | 'expiresOn' | 'offers'
> {
  readonly revision: number;
  readonly isOwn: boolean;
  readonly today: string;
  readonly currentVersion: number | null;
  readonly openVersion: number | null;
  readonly openState: PracticeResponse['state'] | null;
  readonly currentState: PracticeResponse['state'] | null;
}

const codesOf = (states: string): string =>
  `array(select s.code from unnest(${states}) with ordinality u(id, place) join state s on s.id = u.id order by place)`;

const TEXTS = listOf(`select language, status, title, summary, problem, legal_basis as "legalBasis",
    who_does_what as "whoDoesWhat", steps, resources, findings, conditions, did_not_work as "didNotWork"
  from practice_text x where x.practice_id = p.id and x.version = v.version
  order by status = 'original' desc, language`);

const PROVISIONS = listOf(`select r.id, r.number, i.symbol, r.titles ->> $5::text as title
  from practice_provision x join provision r on r.id = x.provision_id join instrument i on i.id = r.instrument_id
  where x.practice_id = p.id and x.version = v.version order by i.adopted_on, r.position`);

const FILES = listOf(`select f.id, x.title, f.name, f.media_type as "mediaType", f.size
  from practice_file x join stored_file f on f.id = x.file_id
  where x.practice_id = p.id and x.version = v.version order by x.position`);

/** Who reads practice `p`, as its own organization said it. */
export const AUDIENCE = `json_build_object('classification', p.classification, 'forums', p.forums,
      'organizations', p.organizations, 'withheldFrom', ${codesOf('p.withheld')})`;

/** Whether the actor may open version `v` of practice `p`; a reviewer the one that was handed to them. */
const openable = (version: string): string =>
  `(p.organization_id = $1::uuid or ${version}.state in ('published', 'superseded', 'withdrawn')
    or exists (select 1 from practice_review r where r.practice_id = p.id and r.version = ${version}.version
      and r.organization_id = $1::uuid and r.state <> 'declined'))`;

const VERSIONS = listOf(`select o.version, o.state,
    to_char(coalesce(o.decided_at, o.submitted_at, o.created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
  from practice_version o where o.practice_id = p.id and ${openable('o')} order by o.version desc`);

/**
 * One practice; parameters: sight ($1 to $4), the reader's language ($5), its id ($6), a version or
 * null ($7): what the reader has to do with, so the own organization's open version before the current.
 */
export const PRACTICE = `select p.id, p.revision, p.organization_id as organization,
    coalesce(o.acronym, o.names ->> $5::text) as "organizationName",
    v.version, v.state, ${TEXTS} as texts,
    json_build_object('themes', v.themes, 'states', ${codesOf('v.states')}, 'provisions', ${PROVISIONS},
      'runningSince', to_char(v.running_since, 'YYYY-MM'), 'people', v.people, 'setUpMonths', v.set_up_months,
      'costBand', v.cost_band, 'evidenceStrength', v.evidence_strength, 'files', ${FILES}) as facts,
    case when p.organization_id = $1::uuid then ${AUDIENCE} end as audience,
    p.classification, ${dayOf('p.published_on')} as "publishedOn", ${dayOf('p.confirmed_on')} as "confirmedOn",
    case when v.state in ('submitted', 'in-review') then ${dayOf('v.decision_due_on')} end as "decisionDueOn",
    case when p.organization_id = $1::uuid then (select b.return_reason from practice_version b
      where b.practice_id = p.id and b.return_reason is not null
        and b.version between v.version - 1 and v.version order by b.version desc limit 1) end as "returnReason",
    p.withdraw_reason as "withdrawReason", ${VERSIONS} as versions,
    p.organization_id = $1::uuid as "isOwn", p.current_version as "currentVersion", p.open_version as "openVersion",
    (select x.state from practice_version x where x.practice_id = p.id and x.version = p.open_version) as "openState",
    (select x.state from practice_version x where x.practice_id = p.id and x.version = p.current_version) as "currentState",
    ${dayOf('(enlace_now() at time zone o.time_zone)::date')} as today
  from practice p
  join organization o on o.id = p.organization_id
  join lateral (select x.* from practice_version x where x.practice_id = p.id and ${openable('x')}
      and ($7::int is null or x.version = $7::int)
    order by x.version = p.open_version and (p.organization_id = $1::uuid or not ${visiblePractice('p')}) desc nulls last,
      x.version = p.current_version desc nulls last, x.version desc limit 1) v on true
  where p.id = $6::uuid and (${visiblePractice('p')} or exists (select 1 from practice_review r
    where r.practice_id = p.id and r.organization_id = $1::uuid and r.state <> 'declined'))`;

/** Versions that show a file and that the actor may open; parameters: sight ($1 to $4). */
export const SHOWN_BY_PRACTICE = (file: string): string => `select 1 from practice_file x
  join practice p on p.id = x.practice_id
  join practice_version v on v.practice_id = x.practice_id and v.version = x.version
  where x.file_id = ${file} and ${openable('v')}
    and (${visiblePractice('p')} or exists (select 1 from practice_review r where r.practice_id = p.id
      and r.version = v.version and r.organization_id = $1::uuid and r.state <> 'declined'))`;
