import type { AdoptionAnswer } from '@enlace/contract';
import {
  ADOPTION_MACHINE,
  mayDo,
  resultDueOn,
  stateAfter,
  type AdoptionState,
} from '@enlace/domain';
import type { Actor } from '../access/index.js';
import { dayOf, type Transaction } from '../database/index.js';

type Offer = AdoptionAnswer['offers'][number];

/** One line of the ledger, and what the answer follows from. */
export interface AdoptionRow extends Omit<AdoptionAnswer, 'etag' | 'resultDueOn' | 'offers'> {
  readonly revision: number;
  readonly isOwn: boolean;
}

/** Adoption `a` of organization `o` of State `s`; $1 is the acting organization, `language` the parameter of the reader's. */
export const adoptionColumns = (
  language: string,
): string => `a.id, a.revision, a.organization_id as organization,
    coalesce(o.acronym, o.names ->> ${language}::text) as "organizationName", s.code as "stateCode", a.state, a.use,
    a.language, a.adaptation, ${dayOf('a.started_on')} as "startedOn", a.contact, a.result, a.why,
    a.organization_id = $1::uuid as "isOwn"`;

const ACTS: readonly Offer[] = ['confirm', 'change', 'report-result'];

/** Row to answer; the adopter alone confirms, changes and says what came of it. */
export function adoptionAnswer(tx: Transaction, actor: Actor, row: AdoptionRow): AdoptionAnswer {
  const { revision, isOwn, ...adoption } = row;
  return {
    ...adoption,
    etag: tx.etag(row.id, revision),
    resultDueOn: resultDueOn(row.startedOn),
    offers: isOwn ? ACTS.filter((act) => isOffered(actor, row.state, act)) : [],
  };
}

function isOffered(actor: Actor, state: AdoptionState, act: Offer): boolean {
  const { organization, functions } = actor;
  return (
    organization !== null &&
    mayDo({ kind: organization.kind, functions }, 'practices.adopt') &&
    stateAfter(ADOPTION_MACHINE, state, act) !== null
  );
}
