import { IN_FORCE, INSTRUMENT, PROVISION, seenCommitments, WORST } from './seen.sql.js';
import { dayOf, listOf } from '../database/index.js';

/**
 * Provision x State; parameters: sight ($1 to $4), symbol ($5), forum ($6), theme ($7), group ($8),
 * first and last due date ($9, $10), the reader's zone ($11). Filters of rows and columns only say
 * what is shown; a cell is the worst of the commitments of the forum and the period.
 */
export const MATRIX = `with asked as materialized (select * from instrument where symbol = $5),
  rows as materialized (
    select p.*, ($7::text is null or $7 = any(p.themes)) and ($8::text is null or p.group_code = $8) as shown
    from asked i join provision p on p.instrument_id = i.id),
  columns as materialized (
    select s.id, s.code, s.names, $6::text is null or exists (select 1 from forum f join forum_member m on m.forum_id = f.id
      where f.alias = $6 and m.state_id = s.id and ${IN_FORCE}) as shown
    from state s where s.kind = 'state'),
  ${seenCommitments(`o.kind = 'state'
      and exists (select 1 from commitment_provision cp where cp.commitment_id = c.id
        and cp.provision_id in (select id from rows))
      and ($6::text is null or c.forum_id = (select id from forum where alias = $6))
      and ($9::date is null or c.due_on >= $9::date) and ($10::date is null or c.due_on <= $10::date)`)},
  cell as (
    select cp.provision_id as provision, columns.code as state, ${WORST} as status, count(*)::int as commitments,
      case when count(*) = 1 then (array_agg(seen.id))[1] end as only,
      ${dayOf('(array_agg(seen.day order by seen.rank, seen.day))[1]')} as "dueOn"
    from seen join commitment_provision cp on cp.commitment_id = seen.id
    join rows on rows.id = cp.provision_id join columns on columns.id = seen.state_id
    group by cp.provision_id, columns.code)
  select json_build_object('instrument', ${INSTRUMENT},
    'today', ${dayOf('(enlace_now() at time zone $11)::date')},
    'groups', ${listOf(`select g.code, g.titles from recommendation_group g
      where g.code in (select group_code from rows) order by g.position`)},
    'provisions', ${listOf(`select ${PROVISION}, p.shown from rows p order by p.position`)},
    'states', ${listOf('select code as state, names, shown from columns')},
    'cells', ${listOf('select * from cell order by provision, state')}) as answer
  from asked i`;

/** Instruments that the actor may read, newest first. */
export const INSTRUMENTS = `select json_build_object('instruments',
    coalesce(json_agg(${INSTRUMENT} order by i.adopted_on desc nulls last, i.symbol), '[]')) as answer
  from instrument i`;
