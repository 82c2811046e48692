import type { PracticeResponse } from '@enlace/contract';
import {
  expiresOn,
  mayDo,
  PRACTICE_MACHINE,
  practiceStatus,
  stateAfter,
  type Permission,
  type PracticeAct,
  type PracticeState,
} from '@enlace/domain';
import type { Actor } from '../access/index.js';
import type { PracticeRow } from './practice-row.js';

type Offer = PracticeResponse['offers'][number];

const NEEDED: Readonly<Record<Offer, Permission>> = {
  edit: 'practices.post',
  submit: 'practices.post',
  translate: 'practices.post',
  revise: 'practices.post',
  reconfirm: 'practices.post',
  withdraw: 'practices.post',
  share: 'practices.post',
  adopt: 'practices.adopt',
  ask: 'practices.ask',
};
const OFFERS = Object.keys(NEEDED) as readonly Offer[];

const allows = (state: PracticeState | null, act: PracticeAct): boolean =>
  state !== null && stateAfter(PRACTICE_MACHINE, state, act) !== null;

function isPossible(row: PracticeRow, offer: Offer): boolean {
  const { isOwn, openState, currentState } = row;
  switch (offer) {
    case 'edit':
    case 'submit':
      return isOwn && allows(openState, offer);
    case 'translate':
      return isOwn && currentState !== 'withdrawn';
    case 'share':
      return isOwn;
    case 'revise':
      return isOwn && openState === null && allows(currentState, 'supersede');
    case 'withdraw':
      return isOwn && openState === null && allows(currentState, offer);
    case 'reconfirm':
      return isOwn && allows(currentState, offer);
    case 'adopt':
      return !isOwn && currentState === 'published';
    case 'ask':
      return currentState === 'published';
  }
}

/** What the actor may do with the practice now. */
function offersOf(actor: Actor, row: PracticeRow): Offer[] {
  const { organization } = actor;
  if (!organization) return [];
  const { kind } = organization;
  const participant = { kind, functions: actor.functions };
  return OFFERS.filter((offer) => mayDo(participant, NEEDED[offer]) && isPossible(row, offer));
}

/** Row to answer: what follows from dates and from who asks is computed here, never stored. */
export function practiceAnswer(actor: Actor, row: PracticeRow, etag: string): PracticeResponse {
  return {
    id: row.id,
    etag,
    organization: row.organization,
    organizationName: row.organizationName,
    version: row.version,
    state: row.state,
    status: practiceStatus(row.state, row.confirmedOn, row.today),
    texts: row.texts,
    facts: row.facts,
    audience: row.audience,
    classification: row.classification,
    publishedOn: row.publishedOn,
    confirmedOn: row.confirmedOn,
    expiresOn: row.confirmedOn && expiresOn(row.confirmedOn),
    decisionDueOn: row.decisionDueOn,
    returnReason: row.returnReason,
    withdrawReason: row.withdrawReason,
    versions: row.versions,
    offers: offersOf(actor, row),
  };
}
