/** What kind of personal data was found. */
export const PERSONAL_DATA_KINDS = [
  'identity-document',
  'passport',
  'email',
  'phone',
  'birth-date',
] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** One rule of the scanner, on folded text. */
export interface Finder {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  /** `everything`: a format so clear that it is looked for in laws' and boats' numbers too. */
  readonly within?: 'everything';
  /** Further test of what the pattern matched. */
  readonly accepts?: (match: string, before: string, after: string) => boolean;
}

/** Number of digits in a text. */
export const countDigits = (text: string): number => text.replace(/\D/g, '').length;
