import { withClient } from '@enlace/dev-postgres';
import type { TestSystem } from '../../system.js';

/** Practices of every classification, published; one that is withheld; one in review, and a draft. */
const PLACED = [
  `insert into practice (organization_id, classification, forums, organizations, withheld, current_version,
     open_version, created_by)
   select o.id, v.classification,
     case when v.classification = 'restricted' then array(select id from forum where alias = 'rcm') else '{}' end,
     case when v.named then array(select id from organization where alias in ('unhcr', 'co-mig')) else '{}' end,
     case when v.withheld then array(select id from state where code in ('PAN', 'COL')) else '{}' end,
     v.current, v.open, p.id
   from organization o, person p, (values
     ('public', false, false, 1, null), ('community', false, false, 1, 2), ('community', false, true, 1, null),
     ('restricted', false, false, 1, null), ('restricted', true, false, 1, null), ('confidential', true, false, 1, null),
     ('public', false, false, null, 1), ('public', false, false, null, 1)
   ) v (classification, named, withheld, current, open)
   where o.alias = 'red-camino' and p.username = 'editor.ngo'`,
  'select refresh_practice_audience(id) from practice',
  // Of the two without a published version, the first is a draft, the second in review.
  `insert into practice_version (practice_id, version, state)
   select p.id, v.version, case when v.version = p.current_version then 'published'
     when p.current_version is null and row_number() over (partition by p.current_version is null order by p.id) = 1
       then 'draft' else 'in-review' end
   from practice p, lateral (values (p.current_version), (p.open_version)) v (version) where v.version is not null`,
  `insert into practice_text (practice_id, version, language, status, title)
   select practice_id, version, 'es', 'original', 'Un rol compartido' from practice_version`,
  `insert into practice_provision (practice_id, version, provision_id)
   select practice_id, version, (select id from provision where number = 'B3' limit 1) from practice_version`,
  // Each version has a file of its own; beside them one that none shows.
  `with kept as (
     insert into stored_file (practice_id, organization_id, sha256, size, media_type, name, created_by, confirmed_at)
     select p.id, p.organization_id, md5(p.id::text || n) || md5(n::text), 10, 'text/csv', n || '.csv', p.created_by,
       enlace_now() from practice p, generate_series(0, 2) n returning id, practice_id, name)
   insert into practice_file (practice_id, version, file_id, position, title)
   select v.practice_id, v.version, k.id, 1, 'Registro' from practice_version v
   join kept k on k.practice_id = v.practice_id and k.name = v.version || '.csv'`,
  `insert into practice_event (practice_id, kind, organization_id, owner_only)
   select p.id, v.kind, p.organization_id, v.hidden from practice p,
     (values ('submitted', true), ('published', false)) v (kind, hidden)`,
  // The first was asked, the second declined; a third sent theirs.
  `insert into practice_review (practice_id, version, person_id, organization_id, state, language, due_on,
     proposal, no_conflict, sent_at, decline_reason)
   select v.practice_id, v.version, p.id, m.organization_id, x.state, 'es', '2027-01-01',
     case when x.state = 'done' then 'publish' end, x.state = 'done',
     case when x.state = 'done' then enlace_now() end, case when x.state = 'declined' then 'no-time' end
   from practice_version v, (values ('analyst.unhcr', 'assigned'), ('scholar', 'declined'), ('ombud.pa', 'done'))
     x (username, state) join person p on p.username = x.username join membership m on m.person_id = p.id
   where v.state = 'in-review'`,
  `insert into adoption (practice_id, organization_id, declared_by, state, use, language, adaptation, started_on,
     contact, created_by)
   select p.id, a.id, d.id, x.state, 'in-use', 'es', 'Turnos de noche', '2026-01-01', '', p.created_by
   from practice p, (values ('pa-snm', 'red-camino', 'declared'), ('co-mig', 'co-mig', 'confirmed')) x (adopter, by, state)
     join organization a on a.alias = x.adopter join organization d on d.alias = x.by`,
  `insert into question (practice_id, organization_id, language, body, asked_by)
   select p.id, o.id, 'es', 'Quién paga los turnos de noche?', p.created_by
   from practice p, organization o where o.alias = 'br-pf'`,
  `insert into practice_reminder (practice_id, kind, record_id, step, person_id, organization_id)
   select p.id, 'published', p.id, 1, m.person_id, m.organization_id from practice p, (select * from membership limit 1) m`,
];

/** Practices in every state with what hangs on them. */
export async function placePractices(system: TestSystem): Promise<void> {
  await withClient(system.urls.owner, async (owner) => {
    for (const statement of PLACED) await owner.query(statement);
  });
}
