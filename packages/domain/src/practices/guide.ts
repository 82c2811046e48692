/** Words that a field of the form wants, and the characters that it takes at most. */
export interface FieldGuide {
  /** Fewer words than this usually leave the reader asking. */
  readonly from: number;
  /** More words than this are usually not read. */
  readonly to: number;
  /** Hard limit, in characters. */
  readonly limit: number;
}

/**
 * The guided form, field by field. Word counts are advice, shown while writing; only `limit` refuses.
 * They follow the page of a practice, which is to be read in five minutes.
 */
export const PRACTICE_GUIDE = {
  title: { from: 4, to: 14, limit: 160 },
  summary: { from: 25, to: 60, limit: 600 },
  problem: { from: 30, to: 120, limit: 2000 },
  legalBasis: { from: 10, to: 100, limit: 2000 },
  whoDoesWhat: { from: 20, to: 120, limit: 2000 },
  stepTitle: { from: 2, to: 8, limit: 100 },
  stepBody: { from: 10, to: 60, limit: 800 },
  resources: { from: 10, to: 80, limit: 1200 },
  findingFigure: { from: 1, to: 6, limit: 60 },
  findingWhat: { from: 3, to: 14, limit: 160 },
  findingSource: { from: 3, to: 14, limit: 160 },
  conditions: { from: 20, to: 100, limit: 2000 },
  didNotWork: { from: 20, to: 100, limit: 2000 },
} as const satisfies Readonly<Record<string, FieldGuide>>;

/** Name of a field with advice. */
export type GuidedField = keyof typeof PRACTICE_GUIDE;

export const MAX_STEPS = 9;
export const MAX_FINDINGS = 5;
/** Files of evidence that one version has at most. */
export const MAX_PRACTICE_FILES = 10;

/** How a text stands to the advice of its field. */
export type WordAdvice = 'empty' | 'short' | 'right' | 'long';

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Number of words, in any of the four languages. */
export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

/** Advice on a text as it is being written. */
export const wordAdvice = (field: GuidedField, text: string): WordAdvice => {
  const words = countWords(text);
  const { from, to } = PRACTICE_GUIDE[field];
  if (words === 0) return 'empty';
  if (words < from) return 'short';
  return words > to ? 'long' : 'right';
};
