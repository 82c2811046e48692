import type { Language } from '@enlace/domain';

/** Words of a query that are read at all. */
const MOST_WORDS = 12;

/** Words of a phrase of the thesaurus, at most. */
const LONGEST = 6;

const WORD = /[\p{L}\p{N}]+/gu;
/** A provision's number as people type it: "A5", "a.5", "A-5", and "A 5" with a capital letter. */
const CODE = /\b(?:[A-Ha-h][.-]?[1-9]|[A-H]\s[1-9])\b\.?(?![\p{L}\p{N}])/gu;

/** A query taken apart: the numbers of provisions, and the other words. */
export interface SplitQuery {
  readonly codes: readonly string[];
  readonly words: readonly string[];
}

/** Takes a query apart; words beyond the twelfth are left out. */
export function splitQuery(text: string): SplitQuery {
  const codes = [...text.matchAll(CODE)].map(([code]) =>
    code.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase(),
  );
  const words = text.replaceAll(CODE, ' ').match(WORD) ?? [];
  return { codes: [...new Set(codes)], words: words.slice(0, MOST_WORDS) };
}

/** A run of words, from the first to before the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A run of words as a language's stemmer leaves them. */
export interface Phrase extends Span {
  readonly language: Language;
  readonly key: string;
}

/**
 * Every run of words that a phrase of the thesaurus may be; `keys` are the words' own, empty for words
 * that say nothing in the language, with which no run begins or ends.
 */
export function phrasesOf(language: Language, keys: readonly string[]): Phrase[] {
  const spans = keys.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST, keys.length - from) }, (_none, length) => ({
      from,
      to: from + length + 1,
    })),
  );
  return spans
    .filter(({ from, to }) => keys[from] !== '' && keys[to - 1] !== '')
    .map(({ from, to }) => ({
      ...{ language, from, to },
      key: keys
        .slice(from, to)
        .filter((key) => key !== '')
        .join(' '),
    }));
}

const overlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** The longest runs first, none over another; what stands for the same run is kept together. */
export function chooseSpans<T extends Span>(found: readonly T[]): T[][] {
  const ordered = found.toSorted(
    (one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from,
  );
  const chosen: T[][] = [];
  for (const one of ordered) {
    const same = chosen.find(([first]) => first?.from === one.from && first.to === one.to);
    if (same) same.push(one);
    else if (!chosen.some(([first]) => first && overlap(first, one))) chosen.push([one]);
  }
  return chosen;
}

/** Runs of neighbouring words that nothing stands for yet, in which a slip may hide. */
export function windowsOf(isOpen: readonly boolean[], longest: number): Span[] {
  return isOpen.flatMap((_, from) =>
    Array.from({ length: Math.min(longest, isOpen.length - from) }, (_none, length) => ({
      from,
      to: from + length + 1,
    })).filter((span) => isOpen.slice(span.from, span.to).every(Boolean)),
  );
}
