import { ACTOR, sees } from './statements.js';

const STEMMERS = { es: 'spanish', en: 'english', pt: 'portuguese', fr: 'french' } as const;

/** How texts of each language are cut into words: accents left aside before the language's own stemmer. */
export const CONFIGURATIONS = [
  ...Object.entries(STEMMERS).flatMap(([language, stemmer]) => [
    `create text search configuration enlace_${language} (copy = pg_catalog.${stemmer})`,
    `alter text search configuration enlace_${language}
       alter mapping for hword, hword_part, word with unaccent, ${stemmer}_stem`,
  ]),
  // Immutable, which their parts are not declared to be: neither configurations nor rules ever change in place.
  `create function search_config(language text) returns regconfig language sql immutable parallel safe as $$
     select case language when 'es' then 'public.enlace_es'::regconfig when 'pt' then 'public.enlace_pt'::regconfig
       when 'fr' then 'public.enlace_fr'::regconfig else 'public.enlace_en'::regconfig end $$`,
  `create function search_plain(given text) returns text language sql immutable parallel safe as $$
     select lower(public.unaccent('public.unaccent'::regdictionary, given)) $$`,
  `create function search_key(language text, given text) returns text language sql immutable parallel safe as $$
     select coalesce(string_agg(u.lexeme, ' ' order by place), '')
     from unnest(to_tsvector(public.search_config(language), given)) u, unnest(u.positions) place $$`,
];

const weighed = (text: string, weight: 'A' | 'B' | 'D'): string =>
  `setweight(to_tsvector(search_config(language), ${text}), '${weight}')`;

const strings = (column: string): string =>
  `setweight(jsonb_to_tsvector(search_config(language), ${column}, '["string"]'), 'D')`;

const titled = (language: string): string =>
  `setweight(to_tsvector('public.enlace_${language}'::regconfig, titles ->> '${language}'), 'A')`;

/** One vector per text row, in its language: title over summary over the rest. */
export const DOCUMENTS = [
  `alter table practice_text add column document tsvector not null generated always as (
     ${weighed('title', 'A')} || ${weighed('summary', 'B')}
     || ${weighed(
       `problem || ' ' || legal_basis || ' ' || who_does_what || ' ' || resources || ' ' || conditions || ' ' || did_not_work`,
       'D',
     )} || ${strings('steps')} || ${strings('findings')}) stored`,
  'create index practice_text_document on practice_text using gin (document) with (fastupdate = off)',
  'create index practice_text_title on practice_text using gin (search_plain(title) gin_trgm_ops) with (fastupdate = off)',
  `alter table commitment_text add column document tsvector not null generated always as (
     ${weighed('title', 'A')} || ${weighed(`coalesce(deliverable, '')`, 'B')}
     || ${weighed(`coalesce(verification, '')`, 'D')}) stored`,
  'create index commitment_text_document on commitment_text using gin (document) with (fastupdate = off)',
  `alter table provision_text add column document tsvector not null generated always as (${weighed('body', 'B')}) stored`,
  `alter table provision add column document tsvector not null generated always as (
     ${Object.keys(STEMMERS).map(titled).join(' || ')}) stored`,
];

/** Words of one meaning in four languages, by which a query finds what is written in another one. */
export const THESAURUS = [
  `create table thesaurus_concept (
     code text primary key,
     theme text
   )`,
  `create table thesaurus_term (
     concept_code text not null references thesaurus_concept on delete cascade,
     language text not null check (language in ('es', 'en', 'pt', 'fr')),
     term text not null,
     key text not null generated always as (search_key(language, term)) stored,
     plain text not null generated always as (search_plain(term)) stored,
     query tsquery not null generated always as (phraseto_tsquery(search_config(language), term)) stored,
     primary key (concept_code, language, term)
   )`,
  'create index thesaurus_term_key on thesaurus_term (language, key)',
  'create index thesaurus_term_plain on thesaurus_term using gin (plain gin_trgm_ops) with (fastupdate = off)',
  'grant select on thesaurus_concept, thesaurus_term to enlace_app, enlace_definer',
];

/**
 * What the library counts by: one narrow row for each practice whose current version is published, kept
 * by triggers so that no writer may forget it. Only functions of the definer read it.
 */
export const SHELF = [
  `create table practice_shelf (
     practice_id uuid primary key references practice on delete cascade,
     version int not null,
     audience_id int not null,
     organization_id uuid not null references organization,
     kind text not null,
     themes text[] not null,
     states smallint[] not null,
     languages text[] not null,
     cost_band text,
     has_evidence boolean not null,
     adopted boolean not null,
     published_on date not null
   )`,
  'create index practice_shelf_organization on practice_shelf (organization_id)',
];

/** Puts one practice on the shelf as it stands, or takes it off. */
export const SHELVE = `
  create function shelve_practice(given uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    delete from practice_shelf where practice_id = given;
    insert into practice_shelf
    select p.id, v.version, p.audience_id, p.organization_id, o.kind, v.themes, v.states,
      array(select t.language from practice_text t where t.practice_id = p.id and t.version = v.version order by 1),
      v.cost_band, coalesce(v.evidence_strength <> 'described', false),
      exists (select 1 from adoption a where a.practice_id = p.id and a.state <> 'declared'),
      coalesce(p.published_on, v.created_at::date)
    from practice p join practice_version v on v.practice_id = p.id and v.version = p.current_version
      join organization o on o.id = p.organization_id
    where p.id = given and v.state = 'published';
  end $$`;

const trigger = (name: string, practice: string): string => `
  create function ${name}() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform shelve_practice(${practice});
    return null;
  end $$`;

/** What changes a practice's place on the shelf. A draft's texts do not: only rows of the current version. */
export const SHELVING = [
  trigger('shelve_changed_practice', 'new.id'),
  trigger('shelve_changed_part', 'coalesce(new.practice_id, old.practice_id)'),
];

const CURRENT = (row: string): string =>
  `exists_current_version(${row}.practice_id, ${row}.version)`;

/** Whether a version is the one that readers have. */
export const IS_CURRENT = `
  create function exists_current_version(given uuid, given_version int) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from practice p where p.id = given and p.current_version = given_version) $$`;

export const TRIGGERS = [
  `create trigger shelve after insert or update of current_version, audience_id, organization_id, published_on
     on practice for each row execute function shelve_changed_practice()`,
  ...['practice_version', 'practice_text'].flatMap((table) => [
    `create trigger shelve_written after insert or update on ${table} for each row
       when (${CURRENT('new')}) execute function shelve_changed_part()`,
  ]),
  `create trigger shelve_deleted after delete on practice_text for each row
     when (${CURRENT('old')}) execute function shelve_changed_part()`,
  `create trigger shelve after insert or update of state on adoption for each row
     execute function shelve_changed_part()`,
];

/**
 * Published practices that the actor may read and that match; `needs` must be in one of their texts,
 * `wants` says how well they match. Where nothing does,
 * one of `wants` is enough, and else a title that looks alike. The actor's
 * audiences come from the transaction's settings; callers join back to the protected table.
 */
export const FOUND_PRACTICES = `
  create function found_practices(needs tsquery, wants tsquery, alike text, helps uuid[], codes uuid[])
  returns table (practice_id uuid, version int, rank real, kind text, themes text[], states smallint[],
    languages text[], cost_band text, has_evidence boolean, adopted boolean, published_on date)
  language plpgsql stable security definer set search_path = public, pg_temp
  set pg_trgm.word_similarity_threshold = 0.45 as $$
  declare
    shelf constant text := 'select s.practice_id, s.version, %s, s.kind, s.themes, s.states, s.languages, s.cost_band,
        s.has_evidence, s.adopted, s.published_on
      from %s where (s.organization_id = $5 or ${sees('s.audience_id', 'any').replaceAll("'", "''")})
        and ($3 is null or exists (select 1 from practice_provision h where h.practice_id = s.practice_id
          and h.version = s.version and h.provision_id = any($3)))
        and ($4 is null or exists (select 1 from practice_provision h where h.practice_id = s.practice_id
          and h.version = s.version and h.provision_id = any($4)))';
    actor constant uuid := ${ACTOR.organization};
  begin
    if needs is null then
      return query execute format(shelf, 'case when $2 is null then 0 else coalesce((select max(ts_rank(t.document, $2))
        from practice_text t where t.practice_id = s.practice_id and t.version = s.version), 0) end::real', 'practice_shelf s') using needs, wants, helps, codes, actor;
      return;
    end if;
    return query execute format(shelf, 'm.rank', '(select t.practice_id, t.version, max(ts_rank(t.document, $2)) as rank
        from practice_text t where t.document @@ $1 group by 1, 2) m
      join practice_shelf s on s.practice_id = m.practice_id and s.version = m.version')
      using needs, wants, helps, codes, actor;
    if found then return; end if;
    return query execute format(shelf, 'm.rank', '(select t.practice_id, t.version, max(ts_rank(t.document, $2)) as rank
        from practice_text t where t.document @@ $2 group by 1, 2) m
      join practice_shelf s on s.practice_id = m.practice_id and s.version = m.version')
      using needs, wants, helps, codes, actor;
    if found or alike is null then return; end if;
    return query execute format(shelf, 'm.rank', '(select t.practice_id, t.version,
          max(word_similarity($6, search_plain(t.title))) as rank
        from practice_text t where $6 <% search_plain(t.title) group by 1, 2) m
      join practice_shelf s on s.practice_id = m.practice_id and s.version = m.version')
      using needs, wants, helps, codes, actor, alike;
  end $$`;

/** Commitments that the actor may read and that match, best first. */
export const FOUND_COMMITMENTS = `
  create function found_commitments(needs tsquery, wants tsquery, codes uuid[], most int)
  returns table (commitment_id uuid, rank real)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    return query execute 'select c.id, coalesce(m.rank, 0::real)
      from commitment c left join (select t.commitment_id, max(ts_rank(t.document, $2)) as rank
        from commitment_text t where t.document @@ $1 group by 1) m on m.commitment_id = c.id
      where ($1 is null or m.commitment_id is not null)
        and ($3 is null or exists (select 1 from commitment_provision h where h.commitment_id = c.id and h.provision_id = any($3)))
        and (c.organization_id = $5 or c.secretariat_id = $5 or c.state_id = $6 or ${sees('c.audience_id', 'any').replaceAll("'", "''")})
      order by 2 desc, c.created_at desc, c.id limit $4'
      using needs, wants, codes, most, ${ACTOR.organization}, ${ACTOR.ownState};
  end $$`;
