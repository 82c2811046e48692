import { withClient } from '@enlace/dev-postgres';
import { placeCommitment } from '../../client/follow-up.js';
import type { TestSystem } from '../../system.js';

const CLASSIFICATIONS = ['confidential', 'restricted', 'community', 'public'] as const;
const WORDS = {
  ...{ title: 'Count every month', deliverable: 'A monthly count', verification: 'The register' },
  ...{
    partnersPart: 'Trains the counters',
    action: 'Begin to count',
    indicator: 'Posts that count',
  },
  ...{ target: 12, value: 4, waiver: 'The posts were closed', report: 'Four posts count' },
  ...{ link: 'count', file: 'count.txt', rating: 'Not much was done', reply: 'More was done' },
};

/** What no route makes, or only a clock: a draft instrument with all that hangs on it, news, reminders. */
const BESIDE = [
  `with i as (
     insert into instrument (organization_id, kind, symbol, titles, languages, state)
     select o.id, 'agreement', 'PROOF-DRAFT', titles, languages, 'draft'
     from organization o, (select titles, languages from instrument limit 1) x
     where o.alias = 'rcm-sec' returning id),
   f as (insert into instrument_forum select i.id, forum.id from i, forum where alias = 'rcm'),
   p as (
     insert into provision (instrument_id, number, position, titles)
     select i.id, '1', 1, x.titles from i, (select titles from provision limit 1) x returning id),
   t as (insert into provision_text (provision_id, language, status, body)
     select id, 'en', 'original', 'A draft' from p),
   l as (insert into provision_link select p.id, x.id, 'repeats'
     from p, (select id from provision where number = 'F1' limit 1) x)
   insert into state_response (provision_id, state_id, version, position, language, body, answered_on)
   select p.id, s.id, 1, 'noted', 'en', 'Noted.', '2026-01-01' from state s,
     (select id from p union all (select id from provision where number = 'F1' limit 1)) p
   where s.code in ('PAN', 'COL')`,
  `insert into commitment_event (commitment_id, kind, organization_id, parties_only)
   select c.id, v.kind, c.organization_id, v.hidden from commitment c,
     (values ('report-submitted', true), ('report-accepted', false)) v (kind, hidden)`,
  `insert into reminder_rule (forum_id, steps) select id, '{-7,1}' from forum on conflict do nothing`,
  `insert into snooze (due_date_id, organization_id, until_on, reason, created_by)
   select d.id, c.organization_id, d.due_on, 'A storm', m.person_id from due_date d
   join commitment c on c.id = d.commitment_id join membership m on m.organization_id = c.organization_id`,
  `insert into mail (person_id, organization_id, day, message_id, state)
   select person_id, organization_id, '2020-01-01', 'proof', 'sent' from membership limit 1`,
  `insert into reminder (due_date_id, step, person_id, organization_id, role, state)
   select d.id, -7, m.person_id, m.organization_id, 'owner', 'sent' from due_date d,
     (select * from membership limit 1) m on conflict do nothing`,
  `insert into reminder_step (due_date_id, step) select id, -7 from due_date on conflict do nothing`,
];

/** A commitment of every classification with everything below it, and what stands beside them. */
export async function placeFollowUp(system: TestSystem): Promise<void> {
  for (const classification of CLASSIFICATIONS) {
    await placeCommitment(system, classification, WORDS);
  }
  await withClient(system.urls.owner, async (owner) => {
    for (const statement of BESIDE) await owner.query(statement);
  });
}
