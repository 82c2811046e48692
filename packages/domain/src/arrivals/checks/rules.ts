/** Rules whose breach refuses a draft (source: arrivals page, "Refused and warned"). */
export const REFUSAL_RULES = [
  'value-blank',
  'value-negative',
  'value-not-whole',
  'value-too-large',
  'nationality-unknown',
  'nationality-duplicated',
  'sex-unknown',
  'age-band-unknown',
  'indicator-unknown',
  'cell-duplicated',
  'indicator-duplicated',
  'age-bands-mixed',
  'count-differs-from-cells',
  'indicator-above-total',
  'children-above-under-18s',
  'no-figures',
  'nil-with-figures',
  'period-not-ended',
  'period-before-1990',
  'crossing-point-of-another-state',
  'crossing-point-not-active',
  'note-too-long',
  'note-with-personal-data',
] as const;
export type RefusalRule = (typeof REFUSAL_RULES)[number];

/** Rules whose breach has to be confirmed with one comment for the rule, however many rows it hits. */
export const WARNING_RULES = [
  'nationality-of-the-americas',
  'nationality-look-alike',
  'far-above-median',
  'far-below-median',
  'register-total-differs',
] as const;
export type WarningRule = (typeof WARNING_RULES)[number];

/** One breach: which rule, where in the request (JSON pointer), and what its message needs. */
export type CheckFinding = {
  readonly pointer: string;
  readonly params: Readonly<Record<string, string | number>>;
} & (
  | { readonly kind: 'refusal'; readonly rule: RefusalRule }
  | { readonly kind: 'warning'; readonly rule: WarningRule }
);

type Params = CheckFinding['params'];

/** A finding that refuses the draft. */
export const refusal = (rule: RefusalRule, pointer: string, params: Params = {}): CheckFinding => ({
  kind: 'refusal',
  rule,
  pointer,
  params,
});

/** A finding that asks for a confirmation. */
export const warning = (rule: WarningRule, pointer: string, params: Params = {}): CheckFinding => ({
  kind: 'warning',
  rule,
  pointer,
  params,
});
