/** Who asks: an account of the demo and, where it has two organizations, for whom it acts. */
export interface ProofActor {
  readonly name: string;
  readonly account: string | null;
  readonly actingFor?: string;
  /** Roles that the token names, where it does not name those of the account. */
  readonly roles?: readonly string[];
  /** Signed in with a password alone; all others showed a code too. */
  readonly byPassword?: boolean;
}

const account = (name: string): ProofActor => ({ name, account: name });

/**
 * Every kind of actor: each function, each kind of organization, same State, other State, ended seat,
 * second organization, an organization not one's own, not admitted, nobody; and people whose membership
 * has a function that their token lacks, or who showed no code.
 */
export const ACTORS: readonly ProofActor[] = [
  { name: 'nobody', account: null },
  account('fp.pa'),
  account('cl.pa'),
  account('nc.pa'),
  account('auditor.pa'),
  account('expired.pa'),
  account('fp.pa-min'),
  account('fp.co'),
  account('judge.pa'),
  account('deputy.pa'),
  account('ombud.pa'),
  account('editor.ngo'),
  account('analyst.unhcr'),
  account('sec.rcm'),
  account('press'),
  account('scholar'),
  account('admin'),
  account('dual'),
  { name: 'dual for iom', account: 'dual', actingFor: 'iom' },
  { name: 'dual for pa-snm', account: 'dual', actingFor: 'pa-snm' },
  account('outsider'),
  account('stranger'),
  { name: 'fp.pa without roles', account: 'fp.pa', roles: [] },
  { name: 'nc.pa as clearer alone', account: 'nc.pa', roles: ['clearer'] },
  { name: 'cl.pa by password', account: 'cl.pa', byPassword: true },
  { name: 'nc.pa by password', account: 'nc.pa', byPassword: true },
  { name: 'sec.rcm by password', account: 'sec.rcm', byPassword: true },
  { name: 'admin by password', account: 'admin', byPassword: true },
  { name: 'sec.rcm as analyst', account: 'sec.rcm', roles: ['analyst'] },
];

/** Claims of the actor's token that differ from the account's. */
export const claimsOf = ({ roles, byPassword }: ProofActor): Readonly<Record<string, unknown>> => ({
  ...(roles === undefined ? {} : { realm_access: { roles } }),
  ...(byPassword === true ? { acr: 'password', amr: ['pwd'] } : {}),
});
