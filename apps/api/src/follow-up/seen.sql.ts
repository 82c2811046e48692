import { FOLLOW_UP_STATUSES } from '@enlace/domain';
import { DUE_FACTS, STATUS } from '../commitments/index.js';
import { visibleCommitment } from '../audience/index.js';
import { dayOf } from '../database/index.js';

const WORST_FIRST = `array[${FOLLOW_UP_STATUSES.map((status) => `'${status}'`).join(', ')}]`;

/**
 * The commitments that the actor may see, each with its mark once, where `condition` holds of
 * commitment `c`; superseded ones are out. `state_id` is there for those of a State's authority;
 * `day` is the date that the mark follows from.
 */
export const seenCommitments = (condition: string): string => `seen as materialized (
    select c.id, c.organization_id, c.forum_id, c.due_on, d.last_on,
      case when o.kind = 'state' then c.state_id end as state_id,
      array_position(${WORST_FIRST}, ${STATUS}) as rank,
      case when c.state in ('accepted', 'in-progress') then coalesce(d.next_on, c.due_on) else c.due_on end as day
    from commitment c join organization o on o.id = c.organization_id
    ${DUE_FACTS}
    where ${visibleCommitment('c')} and c.state <> 'superseded' and ${condition})`;

/** The worst mark of a group of `seen`; `no-report` where it is empty. */
export const WORST = `coalesce((${WORST_FIRST})[min(seen.rank)], 'no-report')`;

/** The mark of a row of `seen`. */
export const MARK = `(${WORST_FIRST})[seen.rank]`;

/** How many rows of `seen` have each mark, where `condition` holds; `none` counts what has no commitment. */
export const countsOf = (condition: string, none: string): string => `(select json_build_object(
    ${FOLLOW_UP_STATUSES.map((status, at) =>
      status === 'no-report'
        ? `'no-report', ${none}`
        : `'${status}', count(*) filter (where seen.rank = ${at + 1})`,
    ).join(', ')}) from seen where ${condition})`;

/** An instrument `i` as its readers are told of it. */
export const INSTRUMENT = `json_build_object('id', i.id, 'symbol', i.symbol, 'kind', i.kind, 'titles', i.titles,
    'adoptedOn', ${dayOf('i.adopted_on')}, 'place', i.place, 'state', i.state,
    'provisions', (select count(*) from provision n where n.instrument_id = i.id))`;

/** The columns of a provision `p` in a list. */
export const PROVISION = `p.id, p.instrument_id as instrument, p.number, p.group_code as "group", p.titles, p.themes`;

/** Whether row `m` of `forum_member` makes its State a member or associate today. */
export const IN_FORCE = `m.role in ('member', 'associate')
    and coalesce(m.valid_from, '-infinity') <= enlace_now()::date
    and coalesce(m.valid_to, 'infinity') > enlace_now()::date
    and not coalesce(m.suspended_from <= enlace_now()::date
      and coalesce(m.suspended_to, 'infinity') > enlace_now()::date, false)`;
