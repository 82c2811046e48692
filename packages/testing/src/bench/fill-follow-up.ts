import type { Client } from 'pg';

/** Of ten commitments so many are public, the rest the community's. */
const PUBLIC = 6;

/**
 * Commitments of all States' authorities under the recommendations, recorded by the secretariats of four
 * forums, with three due dates each: two reported, one to come, and for one commitment in twenty overdue.
 */
export async function fillCommitments(database: Client, commitments: number): Promise<void> {
  const steps = [
    `insert into audience (id, key) values (901, 'bench public'), (902, 'bench community')`,
    `insert into audience_reader (audience_id, reader, detail) values (901, 1, 0), (901, 2, 0), (902, 2, 0)`,
    `create temporary table house as
     select distinct on (o.state_id) o.id, o.state_id, f.forum_id, f.organization_id as secretariat_id,
       row_number() over (order by o.state_id) - 1 as place
     from organization o
     cross join lateral (select m.forum_id, s.organization_id from forum_member m
       join forum_member s on s.forum_id = m.forum_id and s.role = 'secretariat'
       where m.state_id = o.state_id and m.role = 'member' order by s.organization_id limit 1) f
     where o.kind = 'state' order by o.state_id, o.alias desc`,
    `create temporary table filled as
     select gen_random_uuid() as id, h.id as organization_id, h.state_id, h.forum_id, h.secretariat_id, n,
       current_date + 60 + n % 700 as due_on
     from generate_series(0, ${commitments - 1}) n
     cross join (select count(*)::int as houses from house) x join house h on h.place = n % x.houses`,
    `insert into commitment (id, organization_id, state_id, forum_id, secretariat_id, state, due_on, classification,
       audience_id, created_by, accepted_at, created_at)
     select id, organization_id, state_id, forum_id, secretariat_id, 'in-progress', due_on,
       case when n % 10 < ${PUBLIC} then 'public' else 'community' end,
       case when n % 10 < ${PUBLIC} then 901 else 902 end, gen_random_uuid(), now(), now() - interval '2 years' from filled`,
    `insert into commitment_text (commitment_id, language, status, title, deliverable, verification)
     select id, (array['es', 'en', 'pt'])[1 + n % 3], 'original', 'Commitment ' || n, 'Deliverable', 'Verification' from filled`,
    `insert into commitment_provision (commitment_id, provision_id)
     select f.id, p.id from filled f
     join (select p.id, row_number() over (order by p.position) - 1 as place, count(*) over () as all
       from provision p join instrument i on i.id = p.instrument_id and i.symbol = 'SJ-2009') p
       on p.place = f.n / 20 % p.all`,
    `insert into due_date (commitment_id, due_on, final, created_at, reported_on)
     select f.id, d.due_on, d.final, now() - interval '2 years', d.reported_on from filled f cross join lateral (values
       (current_date - 400 - f.n % 30, false, current_date - 405 - f.n % 30),
       (current_date - 100 - f.n % 30, false, case when hashint4(f.n) % 20 <> 0 then current_date - 101 - f.n % 30 end),
       (f.due_on, true, null::date)) d (due_on, final, reported_on)`,
  ];
  for (const step of steps) await database.query(step);
  await database.query('drop table filled, house');
  await database.query('vacuum (analyze)');
}

/** What titles of practices are made of; one in a hundred is about shelters. */
const TITLES = {
  es: ['Una red de albergues', 'Una mesa local', 'Un registro común', 'Una guía de escucha'],
  en: ['A network of shelters', 'A local round table', 'A common register', 'A guide to listening'],
  pt: ['Uma rede de abrigos', 'Uma mesa local', 'Um registro comum', 'Um guia de escuta'],
  fr: ['Un réseau de refuges', 'Une table locale', 'Un registre commun', 'Un guide d’écoute'],
};

/** Published practices of organizations of all kinds, each in one of four languages. */
export async function fillPractices(database: Client, practices: number): Promise<void> {
  const titles = Object.values(TITLES).flat();
  const steps = [
    `create temporary table filled as
     select gen_random_uuid() as id, n, o.id as organization_id, (array['es', 'en', 'pt', 'fr'])[1 + n % 4] as language,
       ($1::text[])[1 + 4 * (n % 4) + case when n / 4 % 100 = 0 then 0 else 1 + n / 400 % 3 end] as title
     from generate_series(0, ${practices - 1}) n
     join (select id, row_number() over (order by alias) - 1 as place, count(*) over () as all
       from organization where kind <> 'portal') o on o.place = n % o.all`,
    `insert into practice (id, organization_id, classification, audience_id, current_version, published_on, confirmed_on,
       created_by)
     select id, organization_id, case when n % 10 < ${PUBLIC} then 'public' else 'community' end,
       case when n % 10 < ${PUBLIC} then 901 else 902 end, 1, current_date - n % 600, current_date - n % 600,
       gen_random_uuid() from filled`,
    `insert into practice_version (practice_id, version, state, themes, states, cost_band, evidence_strength, decided_at)
     select id, 1, 'published', array['asylum'], '{}', 'low', 'counted', now() from filled`,
    `insert into practice_text (practice_id, version, language, status, title, summary, problem, steps)
     select id, 1, language, 'original', title || ' ' || n, 'Summary of practice ' || n || ': ' || md5(n::text),
       md5((n + 1)::text) || ' ' || md5((n + 2)::text), jsonb_build_array(md5((n + 3)::text)) from filled`,
  ];
  for (const step of steps) await database.query(step, step.includes('$1') ? [titles] : []);
  await database.query('drop table filled');
  await database.query('vacuum (analyze)');
}
