import { MAX_VALUE } from '@enlace/domain';

/** Why a text is no count. */
export type CountFault = 'not-a-number' | 'not-whole' | 'negative' | 'too-large';

/** A text read as a count: its value (null: blank) or what is wrong with it. */
export type ReadCount = { readonly value: number | null } | { readonly fault: CountFault };

// Thousands are always parted in threes, so "1.330" and "1,330" can be nothing but 1330 people.
const GROUPED = /^\d{1,3}([ .,'’\u00a0\u202f\u2009])\d{3}(?:\1\d{3})*$/;

/** Reads what somebody typed or pasted as a count; a blank is blank and never zero. */
export const readCount = (text: string): ReadCount => {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  const plain = GROUPED.test(trimmed) ? trimmed.replace(/\D/g, '') : trimmed;
  if (/^[-−(]\s*\d/.test(plain)) return { fault: 'negative' };
  if (/^\d+[.,]\d+$/.test(plain)) return { fault: 'not-whole' };
  if (!/^\d+$/.test(plain)) return { fault: 'not-a-number' };
  const value = Number(plain);
  return value > MAX_VALUE ? { fault: 'too-large' } : { value };
};
