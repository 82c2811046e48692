import { isCpf, isEcuadorianCedula, isRut } from './check-digits.js';
import type { Finder } from './finder.js';
import { countDigits } from './finder.js';

const document = (pattern: RegExp, more: Partial<Finder> = {}): Finder => ({
  kind: 'identity-document',
  pattern,
  ...more,
});

/** Words for one person's document. Plurals are left out: notes count documents. */
const DOCUMENT_WORD =
  '(?:cedula|cedulado|ced\\.?|c\\.?\\s?c\\.?|c\\.?\\s?i\\.?|c\\.?\\s?e\\.?|d\\.?n\\.?i\\.?|d\\.?u\\.?i\\.?|' +
  'd\\.?p\\.?i\\.?|cui|cuil|rut|run|r\\.?g\\.?|cni|rnm|crnm|rne|cpf|curp|ine|nie|ssn|nit|nui|nin|nif|sin|' +
  'social security|social insurance|alien (?:number|registration)|a-number|id|id card|id no|' +
  'national id|identity card|identification|documento|documento de identidad|doc\\.?|identidad|' +
  'identidade|carteira|carne|carnet|tarjeta de identidad|tarjeta|partida de nacimiento|' +
  "carte d['’]identite|carte nationale|piece d['’]identite|licencia|license|licence|cnh|" +
  'permiso|ppt|pep|ptp|refugee certificate|asylum file|expediente personal|registro acnur|' +
  'acnur|unhcr|progres|nue|expediente de refugio|solicitante|protocolo de refugio)';

const LINK =
  '(?:[\\s:#,(]|n\\s?[.°ºo]{1,2}|\\bno?\\b\\.?|\\bnum(?:ero|ber)?\\b\\.?|\\bnumero\\b|\\bnr\\b\\.?|' +
  '\\b(?:es|el|la|de|do|da|del|is|the|est|le|of|with|con|com|su|sua|his|her|son|sa|que|termina en)\\b|' +
  '\\b(?:ciudadania|identidad|identidade|identite|extranjeria|venezolana?|colombiana?|cubana?|' +
  'ecuatoriana?|haitiana?|panamena?|peruana?|chilena?|costarricense|hondurena?|nacional|national|[a-z]{4,9}(?:ano|ana|ino|ina|eno|ena|ense|ien|ienne)|card|file|case)\\b){0,8}';

const NUMBER = '(?:[a-z]{1,3}[-. ]?)?\\d(?:[-./ ]?[\\da-z]?\\d){4,}[-.]?[\\dk]?[a-z]?\\b';

/** Numbers of identity documents of the Americas, with and without a word that says so. */
export const DOCUMENT_FINDERS: readonly Finder[] = [
  // CPF in its own punctuation, right or mistyped; and bare or spaced when its check digits are right.
  document(/\b\d{3}\.\d{3}\.\d{3}\s?[-/.]\s?\d{2}\b/g, { within: 'everything' }),
  document(/(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{2}(?!\d)/g, {
    accepts: (match) => isCpf(match),
  }),
  // CURP, RFC of a person and clave de elector of Mexico.
  document(/\b[a-z]{4}[ -]?\d{6}[ -]?[hmx][a-z]{5}[ -]?[a-z\d]\d\b/g, { within: 'everything' }),
  document(/\b[a-z]{4}-?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])-?[a-z\d]{3}\b/g),
  document(/\b[a-z]{6}\d{8}[hm]\d{3}\b/g),
  document(/(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g),
  // Honduras, Nicaragua, Dominican Republic, El Salvador, Argentina, Guatemala, Haiti.
  document(/(?<!\d)\d{4}[- ](?:19|20)\d{2}[- ]\d{5}(?!\d)/g),
  document(/(?<!\d)\d{3}-?\d{6}-?\d{4}[a-z]\b/g),
  document(/(?<!\d)\d{3}-\d{7}-\d(?!\d)/g),
  document(/(?<![\d.-])\d{8}-\d(?![\d-])/g),
  document(/(?<!\d)(?:20|23|24|27|30|33)-\d{8}-\d(?!\d)/g),
  document(/(?<!\d)\d{4} \d{5} \d{4}(?!\d)/g),
  document(/(?<!\d)\d{2}-\d{2}-\d{2}-\d{4}-\d{2}-\d{5}(?!\d)/g, { within: 'everything' }),
  document(/(?<!\d)\d{3}-\d{3}-\d{3}-\d(?!\d)/g),
  // Panama and Costa Rica; a year in the middle is a file's number.
  document(/(?<![\w./-])(?:\d{1,2}|pe|e|n|\d{1,2}(?:av|pi))-\d{3,4}-\d{3,6}(?![\w/-])/g, {
    accepts: (match) => !/^[a-z\d]+-(?:19|20)\d{2}-/.test(match),
  }),
  document(/(?<![\w.-])(?:pe|e|n|\d{1,2}(?:av|pi))-\d{1,4}-\d{2,6}(?![\w-])/g),
  // Venezuela.
  document(/\b[ve][- .]?\d{1,2}\.\d{3}\.\d{3}\b/g),
  document(/\b[ve]\s?-\s?\d{6,8}\b/g),
  // Chile, where the check digit tells it from an amount; Uruguay looks the same.
  document(/(?<![\d.])\d{1,2}\.?\d{3}\.?\d{3}-[\dk](?!\w)/g, {
    accepts: (match) => isRut(match) || match.includes('.'),
  }),
  document(/(?<!\d)\d{9}[- ]?\d(?!\d)/g, { accepts: (match) => isEcuadorianCedula(match) }),
  // Registration as an alien in the United States; individuals registered by UNHCR.
  document(/\ba[# -]?\d{3}[- ]\d{3}[- ]\d{3}\b/g),
  document(/\b[a-z]{3}-?\d{2}c\d{5}\b|\b\d{3}-\d{2}c\d{5}\b/g),
  // No report counts eight digits: whoever writes so many in a row writes somebody's number.
  document(/(?<![\d.,-])\d{8,14}(?![\d.,]*\d)/g),
  document(new RegExp(`(?<![a-z])${DOCUMENT_WORD}(?![a-z])${LINK}${NUMBER}`, 'g'), {
    accepts: (match) => countDigits(match) >= 6,
  }),
];
