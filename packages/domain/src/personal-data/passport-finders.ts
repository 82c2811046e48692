import type { Finder } from './finder.js';
import { countDigits } from './finder.js';

const PASSPORT_WORD =
  '(?:passport|pasaporte|passaporte|passeport|pasap\\.?|pas\\.|ppte\\.?|psp|travel document|' +
  'documento de viaje|documento de viagem|titre de voyage|laissez-passer|salvoconducto)';

/** What may stand between the word and the number: no sentence, no other number. */
const LINK =
  '[^\\d.;\\u0000]{0,30}?(?:n[.°ºo]{1,2}\\s?|no\\.\\s?|num\\.\\s?|nr\\.\\s?)?[\\s:#(]{0,3}';

const startsWithMonth = (digits: string): boolean =>
  /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])/.test(digits);

/** Passport numbers and the machine-readable lines of passports and cards. */
export const PASSPORT_FINDERS: readonly Finder[] = [
  {
    kind: 'passport',
    pattern: new RegExp(
      `\\b${PASSPORT_WORD}\\b${LINK}(?:[a-z]{1,3}[- ]?)?\\d(?:[ -]?\\d){4,9}[a-z]?\\b`,
      'g',
    ),
    // Five or six spaced digits without a letter are a count: "pasaporte: 12 345".
    accepts: (match) =>
      /\b[a-z]{1,3}[- ]?\d[\d -]*\w$/.test(match)
        ? countDigits(match) >= 5
        : countDigits(match) >= 6 && !/\b\d{1,3}(?: \d{3})+$/.test(match),
  },
  {
    kind: 'passport',
    pattern: new RegExp(
      `\\b${PASSPORT_WORD}\\b${LINK}[a-z]{0,3}\\d{1,3}[a-z]{1,3}\\d{4,6}\\b`,
      'g',
    ),
  },
  {
    kind: 'passport',
    pattern: /(?<![\w-])[a-z]{1,3}[- ]?\d{6,9}(?![\w-])/g,
    accepts: (match) =>
      !startsWithMonth(match.replace(/\D/g, '')) &&
      // Apart from its letters only a capital-like single or double letter is part of a number.
      (!/[- ]/.test(match) || /^(?:[b-df-np-tv-z]|[a-z][b-df-hj-np-tv-z])[- ]/.test(match)) &&
      !/^(?:de|da|do|la|le|el|al|no|n|en|in|un|of|to|os|as|au|du|km|id|y|e|o|a|us|cc|ci) /.test(
        match,
      ),
  },
  { kind: 'passport', pattern: /[a-z0-9<]{2,}<[a-z0-9<]*<[a-z0-9<]{3,}/g, within: 'everything' },
  {
    kind: 'passport',
    pattern: /\b[a-z0-9<]{9}\d[a-z<]{3}\d{7}[mfx<]\d{7}[a-z0-9<]*/g,
    within: 'everything',
  },
];
