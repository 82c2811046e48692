import type {
  ActionState,
  Classification,
  CommitmentState,
  IndicatorDirection,
  ReminderRole,
  ReminderState,
  TextStatus,
} from '@enlace/domain';
import type { CommitmentResponse } from '@enlace/contract';
import { ownCommitment, visibleCommitment } from '../audience/index.js';
import { todayOf } from './status.sql.js';
import { dayOf, listOf } from '../database/index.js';

interface DueDateRow {
  readonly id: string;
  readonly dueOn: string;
  readonly final: boolean;
  readonly reportedOn: string | null;
  readonly waiveReason: string | null;
}

/** One commitment with everything on its page that is not paged. */
export interface CommitmentRow {
  readonly id: string;
  readonly revision: number;
  readonly forum: string;
  readonly actor: string;
  readonly stateCode: string | null;
  readonly secretariat: string;
  readonly state: CommitmentState;
  readonly classification: Classification;
  readonly isActor: boolean;
  readonly isSecretariat: boolean;
  /** Of the actor's organization or State, whoever does it there. */
  readonly isOwn: boolean;
  readonly dueOn: string | null;
  readonly deliveredOn: string | null;
  readonly dropReason: string | null;
  readonly supersededBy: string | null;
  readonly today: string;
  readonly texts: readonly {
    readonly language: 'es' | 'en' | 'pt' | 'fr';
    readonly status: TextStatus;
    readonly title: string;
    readonly deliverable: string | null;
    readonly verification: string | null;
  }[];
  readonly provisions: CommitmentResponse['provisions'];
  readonly partners: CommitmentResponse['partners'];
  readonly organizations: CommitmentResponse['organizations'];
  readonly actions: readonly (Omit<CommitmentResponse['actions'][number], 'state'> & {
    readonly state: ActionState;
  })[];
  readonly indicators: readonly (Omit<
    CommitmentResponse['indicators'][number],
    'percent' | 'direction'
  > & { readonly direction: IndicatorDirection })[];
  readonly schedule: {
    readonly firstOn: string | null;
    readonly everyMonths: 1 | 3 | 6 | 12 | null;
    readonly endsOn: string | null;
    readonly dates: readonly string[] | null;
  } | null;
  readonly dueDates: readonly DueDateRow[];
  readonly reminders: readonly {
    readonly on: string;
    readonly step: number | null;
    readonly role: ReminderRole;
    readonly state: ReminderState;
    readonly dueDate: string;
  }[];
  readonly snoozes: CommitmentResponse['snoozes'];
  readonly acceptedPercent: number | null;
}

const TEXTS = `select language, status, title, deliverable, verification from commitment_text
  where commitment_id = c.id order by status = 'original' desc, language`;

const PROVISIONS = `select p.id, p.instrument_id as instrument, p.number, p.group_code as "group", p.titles, p.themes,
    i.symbol, ${dayOf('i.adopted_on')} as "adoptedOn"
  from commitment_provision cp join provision p on p.id = cp.provision_id
  join instrument i on i.id = p.instrument_id
  where cp.commitment_id = c.id order by i.symbol, p.position`;

const ACTIONS = `select id, title, organization_id as owner, ${dayOf('from_on')} as "from",
    ${dayOf('to_on')} as until, weight, state, drop_reason as "dropReason"
  from commitment_action where commitment_id = c.id order by created_at, id`;

// Values of reports that the reader may see; row security leaves out those of drafts.
const INDICATORS = `select n.id, n.definition, n.unit, n.baseline::float8 as baseline, n.target::float8 as target,
    n.source, n.direction, ${listOf(`select ${dayOf('b.due_on')} as "on", v.value::float8 as value
      from indicator_value v join progress_report r on r.id = v.report_id join due_date b on b.id = r.due_date_id
      where v.indicator_id = n.id and r.state in ('accepted', 'published') order by b.due_on`)} as "values"
  from indicator n where n.commitment_id = c.id order by n.created_at, n.id`;

const DUE_DATES = `select id, ${dayOf('due_on')} as "dueOn", final, ${dayOf('reported_on')} as "reportedOn",
    waive_reason as "waiveReason" from due_date where commitment_id = c.id order by due_on`;

/** Every organization that the page and its timeline name. */
const ORGANIZATIONS = `select x.id, x.names from organization x
  where x.id in (c.organization_id, c.secretariat_id)
    or x.id in (select organization_id from commitment_partner where commitment_id = c.id)
    or x.id in (select organization_id from commitment_action where commitment_id = c.id)
    or x.id in (select organization_id from rating where commitment_id = c.id and state = 'published')
  order by x.id`;

const REMINDERS = `select ${dayOf('coalesce(m.sent_at, m.created_at)')} as "on", m.step, m.role, m.state,
    m.due_date_id as "dueDate"
  from reminder m join due_date b on b.id = m.due_date_id
  where b.commitment_id = c.id order by m.created_at desc limit 100`;

const SNOOZES = `select ${dayOf('z.created_at')} as "on", z.due_date_id as "dueDate", ${dayOf('z.until_on')} as "untilOn",
    z.reason
  from snooze z join due_date b on b.id = z.due_date_id
  where b.commitment_id = c.id order by z.created_at desc limit 100`;

/** One commitment; parameters: sight ($1 to $4) and its id ($5). */
export const COMMITMENT = `select c.id, c.revision, c.forum_id as forum, c.organization_id as actor,
    s.code as "stateCode", c.secretariat_id as secretariat, c.state, c.classification,
    c.organization_id = $1::uuid as "isActor", c.secretariat_id = $1::uuid as "isSecretariat",
    ${ownCommitment('c')} and c.secretariat_id is distinct from $1::uuid as "isOwn",
    ${dayOf('c.due_on')} as "dueOn", ${dayOf('c.delivered_on')} as "deliveredOn", c.drop_reason as "dropReason",
    c.superseded_by as "supersededBy", ${dayOf(todayOf('o'))} as today,
    ${listOf(TEXTS)} as texts, ${listOf(PROVISIONS)} as provisions,
    ${listOf('select organization_id as organization, part from commitment_partner where commitment_id = c.id order by 1')} as partners, ${listOf(ORGANIZATIONS)} as organizations,
    ${listOf(ACTIONS)} as actions, ${listOf(INDICATORS)} as indicators, ${listOf(DUE_DATES)} as "dueDates",
    case when ${ownCommitment('c')} then ${listOf(REMINDERS)} else '[]' end as reminders,
    case when ${ownCommitment('c')} then ${listOf(SNOOZES)} else '[]' end as snoozes,
    (select json_build_object('firstOn', first_on, 'everyMonths', every_months, 'endsOn', ends_on, 'dates', dates)
     from reporting_schedule where commitment_id = c.id) as schedule,
    (select r.percent from progress_report r join due_date b on b.id = r.due_date_id
     where r.commitment_id = c.id and r.state in ('accepted', 'published') and r.percent is not null
     order by b.due_on desc limit 1) as "acceptedPercent"
  from commitment c
  join organization o on o.id = c.organization_id
  left join state s on s.id = c.state_id
  where c.id = $5::uuid and ${visibleCommitment('c')}`;
