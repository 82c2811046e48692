import { commitmentText } from '../commitments/index.js';
import { countsOf, IN_FORCE, INSTRUMENT, MARK, seenCommitments, WORST } from './seen.sql.js';
import { dayOf, listOf } from '../database/index.js';

/** How many due commitments the page of a forum lists. */
export const DUE_LISTED = 50;

const without = (condition: string): string => `(select count(*) from members
    where not exists (select 1 from seen where seen.state_id = members.id and ${condition}))`;

const FOLLOWS = `exists (select 1 from commitment_provision cp join provision p on p.id = cp.provision_id
    where cp.commitment_id = seen.id and p.instrument_id = i.id)`;

const DUE = `select seen.id as commitment, s.code as state,
      json_build_object('language', t.language, 'body', t.title, 'status', t.status) as title,
      ${dayOf('seen.day')} as "dueOn", ${MARK} as status
    from seen join commitment c on c.id = seen.id ${commitmentText('$6')}
    left join state s on s.id = seen.state_id
    where ${MARK} in ('overdue', 'due-soon') order by seen.day, seen.id limit ${DUE_LISTED}`;

/** A forum's page; parameters: sight ($1 to $4), alias ($5), the reader's language ($6) and zone ($7). */
export const FORUM_PAGE = `with asked as materialized (select * from forum where alias = $5),
  members as materialized (select distinct s.id, s.code from asked f
    join forum_member m on m.forum_id = f.id join state s on s.id = m.state_id where ${IN_FORCE}),
  ${seenCommitments('c.forum_id = (select id from asked)')}
  select json_build_object('id', f.id, 'alias', f.alias, 'names', f.names, 'acronyms', f.acronyms,
    'today', ${dayOf('(enlace_now() at time zone $7)::date')},
    'presidency', (select json_build_object('state', s.code, 'from', ${dayOf('r.valid_from')},
        'until', ${dayOf('r.valid_to - 1')})
      from forum_presidency r join state s on s.id = r.state_id
      where r.forum_id = f.id and r.valid_from <= enlace_now()::date and r.valid_to > enlace_now()::date limit 1),
    'instruments', (select coalesce(json_agg(json_build_object('instrument', ${INSTRUMENT},
        'counts', ${countsOf(FOLLOWS, without(FOLLOWS))}) order by i.adopted_on desc nulls last, i.symbol), '[]')
      from instrument_forum n join instrument i on i.id = n.instrument_id where n.forum_id = f.id),
    'counts', ${countsOf('true', without('true'))},
    'due', ${listOf(DUE)},
    'moreDue', (select greatest(count(*) - ${DUE_LISTED}, 0) from seen where ${MARK} in ('overdue', 'due-soon')),
    'reports', ${listOf(`select members.code as state, ${WORST} as status, ${dayOf('max(seen.last_on)')} as "lastReportOn"
      from members left join seen on seen.state_id = members.id
      group by members.code order by members.code`)}) as answer
  from asked f`;
