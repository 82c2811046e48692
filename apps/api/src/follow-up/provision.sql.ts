import { saidVersions } from './state-response.js';
import { INSTRUMENT, PROVISION, seenCommitments, WORST } from './seen.sql.js';
import { dayOf, listOf } from '../database/index.js';

const FACTS = `${WORST} as status, count(seen.id)::int as commitments,
    ${dayOf('max(seen.last_on)')} as "lastReportOn"`;

const textOf = (
  order: string,
): string => `(select json_build_object('language', t.language, 'body', t.body,
    'status', t.status) from provision_text t where t.provision_id = p.id order by ${order} limit 1)`;

// What points from this provision to earlier ones, and from later ones to it.
const LINKS = `select l.kind, l.direction, i.symbol,
      (select row_to_json(x) from (select ${PROVISION}) x) as provision
    from (select kind, 'from' as direction, to_id as other from provision_link where from_id = $5::uuid
      union all select kind, 'to', from_id from provision_link where to_id = $5::uuid) l
    join provision p on p.id = l.other join instrument i on i.id = p.instrument_id
    order by l.direction, i.adopted_on, i.symbol, p.position`;

/**
 * One provision with every State's answer; parameters: sight ($1 to $4), its id ($5), the reader's
 * language ($6).
 */
export const PROVISION_PAGE = `with ${seenCommitments(`exists (select 1 from commitment_provision cp
      where cp.commitment_id = c.id and cp.provision_id = $5::uuid)`)}
  select json_build_object(
    'provision', (select row_to_json(x) from (select ${PROVISION}) x),
    'instrument', ${INSTRUMENT},
    'text', ${textOf(`t.language = $6 desc, t.status = 'original' desc`)},
    'original', ${textOf(`t.status = 'original' desc`)},
    'note', p.note,
    'links', ${listOf(LINKS)},
    'states', ${listOf(`select s.code as state, s.id as "stateId", ${FACTS}, ${saidVersions('$5::uuid', 's.id')} as said
      from state s left join seen on seen.state_id = s.id
      where s.kind = 'state' group by s.id order by s.code`)},
    'others', ${listOf(`select o.id as organization, o.names, ${FACTS}
      from seen join organization o on o.id = seen.organization_id
      where seen.state_id is null group by o.id order by o.alias`)}) as answer
  from provision p join instrument i on i.id = p.instrument_id where p.id = $5::uuid`;
