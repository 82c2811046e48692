import type { ProgressReportAnswer } from '@enlace/contract';
import { ownCommitment, signedIn, visibleCommitment } from '../audience/index.js';
import { dayOf, instantOf, listOf } from '../database/index.js';

/** One report as its reader may see it, and what the answer follows from. */
export interface ReportRow extends Omit<ProgressReportAnswer, 'etag' | 'offers'> {
  readonly standing: {
    readonly revision: number;
    readonly isOwn: boolean;
    readonly isSecretariat: boolean;
    /** Whether the commitment still takes reports and the date was not waived. */
    readonly isOpen: boolean;
  };
}

/** Whether the actor sees report `r` of commitment `c`: the first wall, as row security says it. */
const VISIBLE_REPORT = `(${visibleCommitment('c')} and (r.organization_id = $1::uuid
    or r.state = 'published' or r.state = 'accepted' and ${signedIn}
    or r.state <> 'draft' and ${ownCommitment('c')}))`;

/** What a returned report becomes is its organization's until it is submitted again. */
const AS_SUBMITTED = `(r.state = 'returned' and r.organization_id <> $1::uuid)`;

const VALUES = listOf(
  'select indicator_id as indicator, value::float8 as value from indicator_value where report_id = r.id order by 1',
);

const EVIDENCE = listOf(`select e.id, e.kind, e.title, e.url,
    case when f.id is not null then json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type,
      'size', f.size) end as file, ${instantOf('e.created_at')} as "addedAt"
  from evidence e left join stored_file f on f.id = e.file_id
  where e.report_id = r.id and (not ${AS_SUBMITTED} or e.id = any(s.evidence)) order by e.created_at, e.id`);

const VERSIONS = listOf(`select v.version, v.language, v.body, v.percent,
    ${instantOf('v.submitted_at')} as "submittedAt", v.outcome, v.reason
  from progress_report_version v
  where v.report_id = r.id and (v.outcome = 'accepted' or ${ownCommitment('c')}) order by v.version desc`);

/** Reports; parameters: sight ($1 to $4), one commitment or null ($5), one report or null ($6). */
export const REPORTS = `select r.id, r.commitment_id as commitment, r.due_date_id as "dueDate",
    ${dayOf('d.due_on')} as "dueOn", r.organization_id as organization, r.state,
    case when ${AS_SUBMITTED} then s.version else r.version end as version,
    case when ${AS_SUBMITTED} then s.language else r.language end as language,
    case when ${AS_SUBMITTED} then s.body else r.body end as body,
    case when ${AS_SUBMITTED} then s.percent else r.percent end as percent,
    case when ${AS_SUBMITTED} then s.indicator_values::json else ${VALUES} end as "values",
    ${EVIDENCE} as evidence, ${instantOf('r.submitted_at')} as "submittedAt",
    ${instantOf('r.accepted_at')} as "acceptedAt", ${instantOf('r.published_at')} as "publishedAt",
    case when ${ownCommitment('c')} then r.return_reason end as "returnReason", ${VERSIONS} as versions,
    json_build_object('revision', r.revision, 'isOwn', r.organization_id = $1::uuid,
      'isSecretariat', c.secretariat_id = $1::uuid,
      'isOpen', c.state in ('accepted', 'in-progress') and d.waived_at is null) as standing
  from progress_report r
  join commitment c on c.id = r.commitment_id
  join due_date d on d.id = r.due_date_id
  left join lateral (select * from progress_report_version v where v.report_id = r.id
    order by v.version desc limit 1) s on true
  where ($5::uuid is null or c.id = $5::uuid) and ($6::uuid is null or r.id = $6::uuid) and ${VISIBLE_REPORT}
  order by d.due_on desc`;

/** Ids of files that a report shows which the actor sees; parameters: sight ($1 to $4). */
export const SEEN_EVIDENCE = `select e.file_id from evidence e
  join progress_report r on r.id = e.report_id join commitment c on c.id = r.commitment_id
  where ${VISIBLE_REPORT} and (not ${AS_SUBMITTED} or e.id = any((select v.evidence
    from progress_report_version v where v.report_id = r.id order by v.version desc limit 1)::uuid[]))`;
