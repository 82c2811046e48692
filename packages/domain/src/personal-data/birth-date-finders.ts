import type { Finder } from './finder.js';
import { DATE } from './honest-numbers.js';

/** Words for one person's birth; the plural "nacimientos" is a count. */
const BIRTH_WORD =
  '(?:nacid[oa]|nacio|nacimiento|nac\\.|f\\.?\\s?n\\.?|fec\\.?\\s?nac\\.?|fdn|born|birth|birthdate|birthday|' +
  'd\\.?\\s?o\\.?\\s?b\\.?|nascid[oa]|nasceu|nascimento|nasc\\.|dn|d\\.n\\.|ne|nee|naissance|ddn|cumpleanos|' +
  'aniversario|anniversaire|b\\.)';

/** Words that make of a date the limit of a cohort or the day of an event. */
const LIMIT =
  /\b(?:antes|despues|desde|hasta|entre|partir|depois|ate|avant|apres|depuis|before|after|since|until|between|registrad\w*|ocurrid\w*|campana|jornada|certificad\w*|inscripcion\w*|registration|campaign|law|ley|lei|loi|vigente)\b/;

/** Dates of birth: a date with its day beside a word for birth, on either side. */
export const BIRTH_DATE_FINDERS: readonly Finder[] = [
  {
    kind: 'birth-date',
    pattern: new RegExp(`(?<![a-z])${BIRTH_WORD}(?![a-z])[^\\d;]{0,32}?${DATE}`, 'g'),
    within: 'everything',
    accepts: (match) => !LIMIT.test(match),
  },
  {
    kind: 'birth-date',
    pattern: new RegExp(
      `${DATE}[\\s,(\\-:]{1,4}(?:fecha de |date of |data de |date de )?(?:nacimiento|birth|dob|nascimento|naissance)(?![a-z])`,
      'g',
    ),
    within: 'everything',
  },
];
