/** Rules about the shape of a request, beside the domain's own (zod's issue kinds and the headers'). */
export const INPUT_RULES = [
  'wrong-type',
  'wrong-format',
  'too-small',
  'too-large',
  'too-short',
  'too-long',
  'not-a-choice',
  'not-a-multiple',
  'unknown-key',
  'no-alternative-fits',
  'not-accepted',
  'required',
  'unknown-record',
  'already-exists',
  'in-the-past',
  'audience-empty',
  'personal-data',
  'crossing-point-outside-seat',
  'part-missing',
  'evidence-missing',
] as const;
export type InputRule = (typeof INPUT_RULES)[number];
