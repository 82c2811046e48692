/** What row-level security has to know of an actor; `Actor` of the access folder satisfies it. */
export interface Sight {
  readonly personId: string | null;
  readonly organization: {
    readonly id: string;
    readonly kind: string;
    readonly stateId: number | null;
  } | null;
  readonly readers: readonly number[];
  readonly firewall: readonly string[];
}

/** An SQL array literal; the values are numbers and three-letter codes, which need no quoting. */
const arrayLiteral = (values: readonly (number | string)[]): string => `{${values.join(',')}}`;

/** All settings in one statement, local to the transaction, so that none reaches the next request. */
export const SETTINGS_STATEMENT = {
  name: 'enlace_settings',
  text: `select set_config('app.person', $1, true), set_config('app.organization', $2, true),
      set_config('app.readers', $3, true), set_config('app.state', $4, true),
      set_config('app.own_state', $5, true), set_config('app.firewall', $6, true)`,
} as const;

/** The values of the settings statement for an actor. */
export function settingsOf(sight: Sight): string[] {
  const organization = sight.organization;
  const state = String(organization?.stateId ?? -1);
  return [
    sight.personId ?? '',
    organization?.id ?? '',
    arrayLiteral(sight.readers),
    state,
    organization?.kind === 'state' ? state : '-1',
    arrayLiteral(sight.firewall),
  ];
}
