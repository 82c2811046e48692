import { LANGUAGES, type Language } from '@enlace/domain';
import type { Transaction } from '../database/index.js';
import {
  chooseSpans,
  phrasesOf,
  splitQuery,
  windowsOf,
  type Phrase,
  type Span,
} from './sought-words.js';

/** What a query asks for, in all four languages. */
export interface Sought {
  /** What a text must hold; null where only provisions are asked for. */
  readonly needs: string | null;
  /** What tells better matches from worse ones, and is enough where nothing holds all that is needed. */
  readonly wants: string | null;
  /** What titles are compared with where nothing matches. */
  readonly alike: string | null;
  /** Provisions whose number is among the words. */
  readonly provisions: readonly string[] | null;
}

/** A word as each language's stemmer leaves it, and as a query. */
interface WordRow {
  readonly keys: Readonly<Record<Language, string>>;
  /** Null for a word that says nothing in any language. */
  readonly query: string | null;
}

interface Meaning extends Span {
  readonly concept: string;
}

/** Words of a slip, and how much a term must look like them: letters that are too many or too few. */
const SLIP = { words: 4, letters: 4, likeness: 0.45, astray: 2 } as const;

const WORDS = `select json_object_agg(l.language, search_key(l.language, u.word)) as keys,
    string_agg(distinct nullif(plainto_tsquery(search_config(l.language), u.word)::text, ''), ' | ') as query
  from unnest($1::text[]) with ordinality u(word, place) cross join unnest($2::text[]) l(language)
  group by u.place order by u.place`;

const MEANINGS = `select distinct k.place::int as place, t.concept_code as concept
  from unnest($1::text[], $2::text[]) with ordinality k(language, key, place)
  join thesaurus_term t on t.language = k.language and t.key = k.key`;

const SLIPS = `select w.place::int as place, f.concept
  from unnest($1::text[]) with ordinality w(words, place)
  cross join lateral (select search_plain(w.words) as plain, search_letters(w.words) as letters) s
  cross join lateral (
    select t.concept_code as concept, similarity(t.plain, s.plain) as likeness,
      -- Letters that changed places, rarely the first of them.
      t.letters = s.letters and left(t.plain, 1) = left(s.plain, 1) as swapped
    from thesaurus_term t
    where t.plain % s.plain and abs(length(t.plain) - length(s.plain)) <= $3::int or t.letters = s.letters
    order by 3 desc, 2 desc, 1 limit 1) f
  where f.swapped or f.likeness >= $2::real order by f.swapped desc, f.likeness desc, w.place`;

const TERMS = `select concept_code as concept, string_agg(distinct '(' || query::text || ')', ' | ') as query
  from thesaurus_term where concept_code = any($1::text[]) and query::text <> '' group by 1`;

const PROVISIONS = `select p.id from provision p where p.number = any($1::text[]) and p.group_code is not null`;

const joined = (parts: readonly string[], sign: '&' | '|'): string | null =>
  parts.length === 0 ? null : parts.map((part) => `(${part})`).join(` ${sign} `);

/** What the words mean, by the phrases of the thesaurus in any of the languages. */
async function meaningsOf(tx: Transaction, words: readonly WordRow[]): Promise<Meaning[]> {
  const phrases: Phrase[] = LANGUAGES.flatMap((language) =>
    phrasesOf(
      language,
      words.map(({ keys }) => keys[language]),
    ),
  );
  const rows = await tx.rows<{ place: number; concept: string }>(MEANINGS, [
    phrases.map(({ language }) => language),
    phrases.map(({ key }) => key),
  ]);
  return rows.flatMap(({ place, concept }) => {
    const phrase = phrases[place - 1];
    return phrase ? [{ from: phrase.from, to: phrase.to, concept }] : [];
  });
}

/** Meanings of words that stand in no text as they are, but look like a term of the thesaurus. */
async function slipsOf(
  tx: Transaction,
  words: readonly string[],
  isOpen: readonly boolean[],
): Promise<Meaning[][]> {
  const windows = windowsOf(isOpen, SLIP.words)
    .map((span) => ({ ...span, words: words.slice(span.from, span.to).join(' ') }))
    .filter((window) => window.words.length >= SLIP.letters);
  if (windows.length === 0) return [];
  const rows = await tx.rows<{ place: number; concept: string }>(SLIPS, [
    windows.map((window) => window.words),
    ...[SLIP.likeness, SLIP.astray],
  ]);
  const chosen: Meaning[] = [];
  for (const { place, concept } of rows) {
    const window = windows[place - 1];
    if (window && chosen.every(({ from, to }) => window.to <= from || to <= window.from)) {
      chosen.push({ from: window.from, to: window.to, concept });
    }
  }
  return chosen.map((one) => [one]);
}

/** All terms of each group of meanings, in every language. */
async function termsOf(tx: Transaction, groups: readonly Meaning[][]): Promise<string[]> {
  if (groups.length === 0) return [];
  const concepts = groups.flat().map(({ concept }) => concept);
  const rows = await tx.rows<{ concept: string; query: string }>(TERMS, [concepts]);
  const queries = new Map(rows.map(({ concept, query }) => [concept, query]));
  return groups.flatMap((group) => {
    const terms = group.flatMap(({ concept }) => queries.get(concept) ?? []);
    return terms.length === 0 ? [] : [terms.join(' | ')];
  });
}

/**
 * Reads a query: its words and phrases become what they mean in all four languages, slips included.
 * Where something has a meaning, the other words only tell better matches from worse ones, since they
 * stand in texts of one language alone.
 */
export async function readSought(tx: Transaction, text: string): Promise<Sought> {
  const { codes, words } = splitQuery(text);
  const rows = codes.length > 0 ? await tx.rows<{ id: string }>(PROVISIONS, [codes]) : null;
  const provisions = rows?.map(({ id }) => id) ?? null;
  if (words.length === 0) {
    // Signs alone mean nothing: they find nothing.
    return { needs: provisions ? null : '', wants: null, alike: null, provisions };
  }
  const read = await tx.rows<WordRow>(WORDS, [words, LANGUAGES]);
  const meanings = await meaningsOf(tx, read);
  const meant = chooseSpans(meanings);
  const isOpen = read.map(
    ({ keys }, place) =>
      Object.values(keys).every((key) => key !== '') &&
      !meant.some(([first]) => first && first.from <= place && place < first.to),
  );
  const groups = await termsOf(tx, [...meant, ...(await slipsOf(tx, words, isOpen))]);
  const open = read.filter((_, place) => isOpen[place]).flatMap(({ query }) => query ?? []);
  // The words of a phrase, and what they mean by themselves, are less than the phrase, but something.
  const parts = await termsOf(tx, [meanings]);
  const all = [...parts, ...read.flatMap(({ query }) => query ?? [])];
  const needs = groups.length > 0 ? groups : open.length > 0 ? open : all;
  return {
    needs: provisions ? null : (joined(needs, '&') ?? ''),
    wants: joined([...groups, ...all], '|') ?? '',
    alike: words.join(' '),
    provisions,
  };
}
