import { visiblePractice } from '../audience/index.js';
import { dayOf } from '../database/index.js';

/** Practices of one page. */
export const PAGE = 25;

/** Facets of the library and when a row passes each; a filter that is not set lets every row pass. */
const FACETS = {
  theme: '($10::text is null or $10::text = any(f.themes))',
  state:
    '($11::text is null or f.states && (select array_agg(s.id) from state s where s.code = $11::text))',
  forum:
    '($12::text is null or f.states && (select o.states from forums o where o.alias = $12::text))',
  kind: '($13::text is null or f.kind = $13::text)',
  language: '($14::text is null or $14::text = any(f.languages))',
  costBand: '($15::text is null or f.cost_band = $15::text)',
  evidence: '($16::boolean is null or f.has_evidence = $16::boolean)',
  adopted: '($17::boolean is null or f.adopted = $17::boolean)',
} as const;
type Facet = keyof typeof FACETS;
const NAMES = Object.keys(FACETS) as Facet[];

/** A published practice on the library's shelf, found by a function that reads the actor's settings. */
const SHELVED = `select f.* from found_practices($6::tsquery, $7::tsquery, $8::text, $9::uuid[], $18::uuid[]) f`;

/** Those of the acting organization in the version that it works on, which no text search of others touches. */
const OWN = `select p.id as practice_id, v.version,
    coalesce((select max(ts_rank(t.document, $7::tsquery)) from practice_text t
      where t.practice_id = p.id and t.version = v.version), 0)::real as rank,
    o.kind, v.themes, v.states, array(select t.language from practice_text t
      where t.practice_id = p.id and t.version = v.version order by 1) as languages, v.cost_band,
    coalesce(v.evidence_strength <> 'described', false) as has_evidence,
    exists (select 1 from adoption a where a.practice_id = p.id and a.state <> 'declared') as adopted,
    coalesce(p.published_on, p.created_at::date) as published_on
  from practice p join organization o on o.id = p.organization_id
  join practice_version v on v.practice_id = p.id and v.version = coalesce(p.open_version, p.current_version)
  where p.organization_id = $1::uuid
    and ($6::tsquery is null or exists (select 1 from practice_text t where t.practice_id = p.id
      and t.version = v.version and (t.document @@ $6::tsquery or $8::text <% search_plain(t.title))))
    and ($9::uuid[] is null or exists (select 1 from practice_provision h where h.practice_id = p.id
      and h.version = v.version and h.provision_id = any($9::uuid[])))
    and ($18::uuid[] is null or exists (select 1 from practice_provision h where h.practice_id = p.id
      and h.version = v.version and h.provision_id = any($18::uuid[])))`;

/** A row counts for a facet where it passes all filters but that facet's own. */
const counting = (facet: Facet): string =>
  `(m.missed = 0 or m.missed = 1 and not m.passes_${facet})`;

/** Rows are first counted by the column as it is, so that lists are only opened once for each that differs. */
const counted = (facet: Facet, column: string, values: string): string =>
  `(select coalesce(json_agg(json_build_object('value', x.value, 'count', x.count) order by x.count desc, x.value), '[]')
    from (select ${values} from (select m.${column} as value, count(*)::int as count from matched m
      where ${counting(facet)} group by 1) g) x)`;

const listed = (facet: Facet, column: string): string =>
  counted(facet, column, 'u.value, sum(g.count)::int as count').replace(
    ' g) x)',
    ' g cross join lateral unnest(g.value) u(value) group by 1) x)',
  );

const ofStates = counted('state', 'states', 's.code as value, sum(g.count)::int as count').replace(
  ' g) x)',
  ' g cross join lateral unnest(g.value) u(id) join state s on s.id = u.id group by 1) x)',
);
const ofForums = counted('forum', 'states', 'o.alias as value, sum(g.count)::int as count').replace(
  ' g) x)',
  ' g join forums o on o.states && g.value group by 1) x)',
);
const single = (facet: Facet, column: string): string =>
  counted(facet, column, 'g.value::text as value, g.count').replace(
    ' g) x)',
    ' g where g.value is not null) x)',
  );

const COUNTS = `json_build_object('theme', ${listed('theme', 'themes')}, 'state', ${ofStates}, 'forum', ${ofForums},
  'kind', ${single('kind', 'kind')}, 'language', ${listed('language', 'languages')},
  'costBand', ${single('costBand', 'cost_band')}, 'evidence', ${single('evidence', 'has_evidence')},
  'adopted', ${single('adopted', 'adopted')})`;

/** Whether the position of a page's end lies before the row: $19 rank, $20 day, $21 id. */
const AFTER = `($21::uuid is null or (m.rank, m.published_on, m.practice_id) < ($19::real, $20::date, $21::uuid))`;

const ROWS = `select p.id, json_build_object('language', t.language, 'body', t.title, 'status', t.status) as title, t.summary,
    p.organization_id as organization, coalesce(o.acronym, o.names ->> $5::text) as "organizationName",
    array(select s.code from unnest(m.states) with ordinality u(id, place) join state s on s.id = u.id order by place) as states,
    m.themes, m.cost_band as "costBand", m.has_evidence as "hasEvidence",
    (select count(*)::int from adoption a where a.practice_id = p.id and a.state <> 'declared') as adoptions,
    v.state, ${dayOf('p.published_on')} as "publishedOn", ${dayOf('p.confirmed_on')} as "confirmedOn",
    ${dayOf('(enlace_now() at time zone o.time_zone)::date')} as today,
    m.rank::text || '/' || ${dayOf('m.published_on')} || '/' || p.id as position
  from (select * from matched m where m.missed = 0 and ${AFTER}
    order by m.rank desc, m.published_on desc, m.practice_id desc limit ${PAGE + 1}) m
  join practice p on p.id = m.practice_id and ${visiblePractice('p')}
  join practice_version v on v.practice_id = p.id and v.version = m.version
  join organization o on o.id = p.organization_id
  join lateral (select x.language, x.title, x.status, x.summary from practice_text x
    where x.practice_id = p.id and x.version = m.version
    order by x.language = $5::text desc, x.status = 'original' desc limit 1) t on true
  order by m.rank desc, m.published_on desc, m.practice_id desc`;

/**
 * One page of the library with its facets. Parameters: sight ($1 to $4), the reader's language ($5),
 * what is sought ($6 to $9, $18), the filters ($10 to $17), where the page before ended ($19 to $21).
 * A practice belongs to the fora of which one of its States is a member today: by the provisions it
 * helps with, nearly every practice would be in every forum, since all of them follow up one instrument.
 */
export const libraryStatement = (mine: boolean): string => `
  with forums as materialized (
    select o.alias, array_agg(m.state_id) as states from forum o join forum_member m on m.forum_id = o.id
    where m.role = 'member' and m.state_id is not null and coalesce(m.valid_from, '-infinity') <= enlace_now()::date
      and coalesce(m.valid_to, 'infinity') > enlace_now()::date
      and coalesce(m.suspended_from, 'infinity') > enlace_now()::date
    group by o.alias
  ), passed as (
    select f.*, ${NAMES.map((name) => `${FACETS[name]} as passes_${name}`).join(', ')}
    from (${mine ? OWN : SHELVED}) f
  ), matched as materialized (
    select * from (select p.*, ${NAMES.map((name) => `(not passes_${name})::int`).join(' + ')} as missed from passed p) x
    where x.missed <= 1
  )
  select (select count(*)::int from matched m where m.missed = 0) as total, ${COUNTS} as facets,
    (select coalesce(json_agg(row_to_json(x)), '[]') from (${ROWS}) x) as rows`;
