/** Fields whose id on the page is not the name that the server uses. */
const IDS: Readonly<Record<string, string>> = {
  runningSince: 'running-since',
  setUpMonths: 'set-up-months',
  costBand: 'cost-band',
  evidenceStrength: 'evidence-strength',
  files: 'practice-file',
  classification: 'classification',
  forums: 'classification',
  organizations: 'classification',
  withheldFrom: 'classification',
};
const ITEM_PARTS: Readonly<Record<string, string>> = {
  steps: 'step',
  findings: 'finding',
};

/** Id of the field that a JSON pointer of the server means. */
export const fieldIdOf = (pointer: string): string => {
  const [, first = '', second = '', at, part] = pointer.split('/');
  if (first === 'audience') return 'classification';
  const item = ITEM_PARTS[second];
  if (item !== undefined && at !== undefined && part !== undefined) return `${item}-${part}-${at}`;
  return first === 'text'
    ? item === undefined
      ? `text-${second}`
      : second
    : (IDS[second] ?? second);
};

/** Text key of the name of the field that a JSON pointer means. */
export const labelKeyOf = (pointer: string): string => {
  const [, first = '', second = ''] = pointer.split('/');
  return `practices.label.${first === 'audience' ? 'audience' : second}`;
};
