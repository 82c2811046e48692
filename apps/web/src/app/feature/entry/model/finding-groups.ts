/** A finding to show, from here or from the server. */
export interface ShownFinding {
  readonly kind: 'refusal' | 'warning';
  readonly rule: string;
  readonly pointer: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** All findings of one rule: a warning asks for one comment, however many rows it hits. */
export interface FindingGroup {
  readonly kind: 'refusal' | 'warning';
  readonly rule: string;
  readonly findings: readonly ShownFinding[];
}

/** Rules that only the server can check, because they need the report's key or earlier months. */
const SERVER_RULES: readonly string[] = [
  'period-not-ended',
  'period-before-1990',
  'crossing-point-of-another-state',
  'crossing-point-not-active',
  'far-above-median',
  'far-below-median',
];

/** Findings by rule, refusals first; of the server's, those that cannot be known here. */
export const groupFindings = (
  live: readonly ShownFinding[],
  told: readonly ShownFinding[],
): readonly FindingGroup[] => {
  const all = [...live, ...told.filter(({ rule }) => SERVER_RULES.includes(rule))];
  const groups = [...Map.groupBy(all, ({ rule }) => rule)].flatMap(([rule, findings]) => {
    const [first] = findings;
    return first === undefined ? [] : [{ kind: first.kind, rule, findings }];
  });
  return [
    ...groups.filter(({ kind }) => kind === 'refusal'),
    ...groups.filter(({ kind }) => kind === 'warning'),
  ];
};

/** Which figures explain a finding: the key of a text, or none. */
export const figuresKey = ({ rule }: ShownFinding): string | null => {
  if (rule === 'register-total-differs') return 'register';
  if (rule === 'far-above-median' || rule === 'far-below-median') return 'median';
  if (rule === 'count-differs-from-cells') return 'count';
  if (rule === 'indicator-above-total') return 'indicator';
  if (rule === 'children-above-under-18s') return 'children';
  return rule === 'nationality-of-the-americas' ? 'total' : null;
};
