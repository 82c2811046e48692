import { parsePeriod, type Period } from '@enlace/domain';

/** What somebody searches for: words of names, and a month or year where one is among them. */
export interface SearchText {
  /** Empty where only a period is asked for. */
  readonly words: readonly string[];
  readonly period: Period | null;
}

/** Reads the search box: `Bajo Chiquito 2026-10` is two words and a month. */
export function readSearch(text: string): SearchText {
  const parts = text.split(/\s+/u).filter((part) => part !== '');
  const period = parts.map(parsePeriod).find((found) => found !== null) ?? null;
  return { words: parts.filter((part) => parsePeriod(part) === null), period };
}
