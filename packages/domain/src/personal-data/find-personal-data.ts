import { BIRTH_DATE_FINDERS } from './birth-date-finders.js';
import { CONTACT_FINDERS } from './contact-finders.js';
import { DOCUMENT_FINDERS } from './document-finders.js';
import type { PersonalDataKind } from './finder.js';
import { blankHonestNumbers } from './honest-numbers.js';
import { PASSPORT_FINDERS } from './passport-finders.js';
import { scanText } from './scanned-text.js';

/** One piece of personal data: [start, end) in the text that was scanned. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

// The first finder that claims a place names its kind, so the more telling ones come first.
const FINDERS = [
  ...BIRTH_DATE_FINDERS,
  ...PASSPORT_FINDERS,
  ...CONTACT_FINDERS,
  ...DOCUMENT_FINDERS,
];

/**
 * Finds document numbers, e-mail addresses, phone numbers and birth dates in free text, in Spanish,
 * English, Portuguese and French. It prefers to let a doubtful number pass: an honest note that is
 * refused teaches people to write around the scanner. Places are in order and do not overlap.
 */
export const findPersonalData = (text: string): readonly PersonalData[] => {
  const { folded, positions } = scanText(text);
  const blanked = blankHonestNumbers(folded);
  const found: PersonalData[] = [];
  for (const { kind, pattern, within, accepts } of FINDERS) {
    const searched = within === 'everything' ? folded : blanked;
    for (const match of searched.matchAll(pattern)) {
      const [matched] = match;
      const from = match.index;
      const to = from + matched.length;
      const accepted = accepts?.(matched, searched.slice(0, from), searched.slice(to)) ?? true;
      const start = positions[from] ?? 0;
      const end = (positions[to - 1] ?? 0) + 1;
      if (accepted && !found.some((one) => one.start < end && start < one.end)) {
        found.push({ kind, start, end });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
};
