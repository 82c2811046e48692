import { Injectable } from '@nestjs/common';
import type { SearchResponse } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import {
  sightParameters,
  visibleCommitment,
  visiblePractice,
  visibleReport,
} from '../audience/index.js';
import { Database, listOf } from '../database/index.js';
import { readSearch } from './search-text.js';
import { readSought } from './sought.js';

/** Hits of each kind. */
const HITS = 10;

/** Whether every word of $5 is part of the text, accents and case left aside. */
const has = (text: string): string =>
  `(select coalesce(bool_and(strpos(lower(unaccent(${text})), lower(unaccent(w))) > 0), true) from unnest($5::text[]) w)`;

/** Names in all four languages as one text, so that each is found by readers of any. */
const named = (alias: string): string =>
  `concat_ws(' ', ${alias}.names ->> 'es', ${alias}.names ->> 'en', ${alias}.names ->> 'pt', ${alias}.names ->> 'fr')`;

/** The best text of a record in the reader's language. */
const titleOf = (table: string, key: string, more = ''): string =>
  `(select t.title from ${table} t where ${key}${more} order by t.language = $6::text desc, t.status = 'original' desc limit 1)`;

const PRACTICES = `select p.id, ${titleOf('practice_text', 't.practice_id = p.id', ' and t.version = f.version')} as title,
    coalesce(o.acronym, o.names ->> $6::text) as "organizationName"
  from found_practices($9::tsquery, $10::tsquery, $11::text, null, $12::uuid[]) f
  join practice p on p.id = f.practice_id and ${visiblePractice('p')}
  join organization o on o.id = p.organization_id
  where $7::date is null order by f.rank desc, f.published_on desc, f.practice_id desc limit ${HITS}`;

/** Whether a provision's titles or texts hold what a query needs. */
const holds = (query: string): string => `(p.document @@ ${query}::tsquery
    or exists (select 1 from provision_text t where t.provision_id = p.id and t.document @@ ${query}::tsquery))`;

/**
 * Whoever may read an instrument may read its provisions; their number is small. Where none holds all
 * that is needed, one that holds some of it is found, as among practices.
 */
const PROVISIONS = `select f.id, f.number, f.symbol, f.title from (
    select p.id, p.number, i.symbol, p.titles ->> $6::text as title, i.adopted_on, p.position,
      ts_rank(p.document, $10::tsquery) as rank, x.whole, bool_or(x.whole) over () as some_whole
    from provision p join instrument i on i.id = p.instrument_id
    cross join lateral (select coalesce(p.id = any($12::uuid[]), false) or $12::uuid[] is null and ${holds('$9')} as whole) x
    where $7::date is null and (x.whole or $12::uuid[] is null and ${holds('$10')})) f
  where f.whole or not f.some_whole
  order by f.rank desc nulls last, f.adopted_on, f.position limit ${HITS}`;

const COMMITMENTS = `select c.id, ${titleOf('commitment_text', 't.commitment_id = c.id')} as title, s.code as state
  from found_commitments($9::tsquery, $10::tsquery, $12::uuid[], ${HITS}) f
  join commitment c on c.id = f.commitment_id and ${visibleCommitment('c')}
  left join state s on s.id = c.state_id
  where $7::date is null order by f.rank desc, c.created_at desc, c.id`;

/**
 * $1 to $4 sight, $5 words, $6 language, $7 to $8 the period, $9 to $12 what the words mean in all
 * languages. A period alone finds reports only.
 */
const SEARCH = `
  with place as materialized (
    select p.id, p.names ->> $6::text as name, s.code as state,
      concat_ws(' ', ${named('p')}, p.code) as text, concat_ws(' ', ${named('s')}, s.code) as of
    from crossing_point p join state s on s.id = p.state_id
  ), named as materialized (
    -- Words are compared once a point, not once a report.
    select p.* from place p where ${has(`p.text || ' ' || p.of`)}
  )
  select json_build_object(
    'states', ${listOf(`select s.code, s.names ->> $6::text as name from state s
      where $5::text[] <> '{}' and $7::date is null and ${has(`concat_ws(' ', ${named('s')}, s.code)`)}
      order by 2 limit ${HITS}`)},
    'points', ${listOf(`select p.id, p.name, p.state from place p
      where $5::text[] <> '{}' and $7::date is null and ${has('p.text')} order by 2, 1 limit ${HITS}`)},
    'organizations', ${listOf(`select o.id, o.names ->> $6::text as name, s.code as state
      from organization o left join state s on s.id = o.state_id
      where $5::text[] <> '{}' and $7::date is null and o.kind <> 'portal'
        and ${has(`concat_ws(' ', ${named('o')}, o.acronym, o.alias)`)}
      order by 2, 1 limit ${HITS}`)},
    'reports', ${listOf(`select r.id, p.name as point, p.state,
        to_char(lower(r.period), case r.period_length when 'year' then 'YYYY' else 'YYYY-MM' end) as period
      from named p join arrival_report r on r.crossing_point_id = p.id
      where ${visibleReport('r')} and ($7::date is null or r.period && daterange($7::date, $8::date))
      order by r.starts_on desc, r.id desc limit ${HITS}`)},
    'practices', ${listOf(PRACTICES)},
    'provisions', ${listOf(PROVISIONS)},
    'commitments', ${listOf(COMMITMENTS)}
  ) as hits`;

/** Finds everything that has a name and that the actor may see: by name, code, month or meaning. */
@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  /** At most ten hits of each kind; what the actor may not see is not among them. */
  find(actor: ActingActor, text: string): Promise<SearchResponse> {
    const { words, period } = readSearch(text);
    return this.database.read(actor, async (tx) => {
      const { needs, wants, alike, provisions } = await readSought(tx, text);
      const { hits } = await tx.one<{ hits: SearchResponse }>(SEARCH, [
        ...[...sightParameters(actor), words, actor.language],
        ...[period?.from ?? null, period?.to ?? null, needs, wants, alike, provisions],
      ]);
      return hits;
    });
  }
}
