/** Who asks: an account of the demo and, where it has two organizations, for whom it acts. */
export interface ProofActor {
  readonly name: string;
  readonly account: string | null;
  readonly actingFor?: string;
}

const account = (name: string): ProofActor => ({ name, account: name });

/**
 * Every kind of actor: each function, each kind of organization, same State, other State, ended seat,
 * second organization, an organization not one's own, not admitted, nobody.
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
];
