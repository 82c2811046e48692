import { Injectable } from '@nestjs/common';
import type { SearchResponse } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { sightParameters, visibleReport } from '../audience/index.js';
import { Database } from '../database/index.js';
import { readSearch } from './search-text.js';

/** Hits of each kind. */
const HITS = 10;

/** Whether every word of $5 is part of the text, accents and case left aside. */
const has = (text: string): string =>
  `(select coalesce(bool_and(strpos(lower(unaccent(${text})), lower(unaccent(w))) > 0), true) from unnest($5::text[]) w)`;

/** Names in all four languages as one text, so that each is found by readers of any. */
const named = (alias: string): string =>
  `concat_ws(' ', ${alias}.names ->> 'es', ${alias}.names ->> 'en', ${alias}.names ->> 'pt', ${alias}.names ->> 'fr')`;

const listOf = (query: string): string =>
  `(select coalesce(json_agg(row_to_json(x)), '[]') from (${query}) x)`;

/** $1 to $4 sight, $5 words, $6 language, $7 to $8 the period. A period alone finds reports only. */
const SEARCH = `
  with place as materialized (
    select p.id, p.names ->> $6::text as name, s.code as state,
      concat_ws(' ', ${named('p')}, p.code) as text, concat_ws(' ', ${named('s')}, s.code) as of
    from crossing_point p join state s on s.id = p.state_id
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
      from place p join arrival_report r on r.crossing_point_id = p.id
      where ${has(`p.text || ' ' || p.of`)} and ${visibleReport('r')}
        and ($7::date is null or r.period && daterange($7::date, $8::date))
      order by r.starts_on desc, r.id desc limit ${HITS}`)}
  ) as hits`;

/** Finds States, points, organizations and visible reports by name, code or month. */
@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  /** At most ten hits of each kind; what the actor may not see is not among them. */
  find(actor: ActingActor, text: string): Promise<SearchResponse> {
    const { words, period } = readSearch(text);
    return this.database.read(actor, async (tx) => {
      const { hits } = await tx.one<{ hits: SearchResponse }>(SEARCH, [
        ...[...sightParameters(actor), words, actor.language],
        ...[period?.from ?? null, period?.to ?? null],
      ]);
      return hits;
    });
  }
}
