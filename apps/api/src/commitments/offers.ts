import type { CommitmentResponse } from '@enlace/contract';
import {
  COMMITMENT_MACHINE,
  mayDo,
  MOST_SNOOZES,
  ratingVoice,
  stateAfter,
  type OrganizationKind,
  type Permission,
} from '@enlace/domain';
import type { Actor } from '../access/index.js';
import type { CommitmentRow } from './commitment-row.js';

type Offer = CommitmentResponse['offers'][number];

const NEEDED: Readonly<Record<Offer, Permission>> = {
  change: 'commitments.record',
  accept: 'commitments.record',
  start: 'commitments.record',
  complete: 'commitments.record',
  drop: 'commitments.record',
  supersede: 'commitments.record',
  schedule: 'commitments.record',
  waive: 'commitments.record',
  report: 'commitments.report',
  rate: 'commitments.rate',
  remind: 'commitments.remind',
  snooze: 'commitments.report',
};
const OFFERS = Object.keys(NEEDED) as readonly Offer[];

const timesPutOff = ({ snoozes }: CommitmentRow, { id }: { readonly id: string }): number =>
  snoozes.filter(({ dueDate }) => dueDate === id).length;

function isPossible(row: CommitmentRow, offer: Offer, kind: OrganizationKind): boolean {
  const isOpen = row.state === 'accepted' || row.state === 'in-progress';
  const waiting = row.dueDates.find((date) => date.reportedOn === null && !date.waiveReason);
  switch (offer) {
    case 'report':
      return row.isActor && isOpen;
    case 'rate':
      return (
        row.state !== 'superseded' &&
        row.state !== 'dropped' &&
        ratingVoice({ ...row, kind }) !== null
      );
    case 'remind':
    case 'waive':
      return row.isSecretariat && isOpen && waiting !== undefined;
    case 'snooze':
      return (
        row.isOwn && isOpen && waiting !== undefined && timesPutOff(row, waiting) < MOST_SNOOZES
      );
    case 'change':
      return row.isSecretariat && (isOpen || row.state === 'aspiration');
    case 'schedule':
      return row.isSecretariat && isOpen;
    case 'accept':
    case 'start':
    case 'complete':
    case 'drop':
    case 'supersede':
      return row.isSecretariat && stateAfter(COMMITMENT_MACHINE, row.state, offer) !== null;
  }
}

/** What the actor may do with the commitment now. */
export function offersOf(actor: Actor, row: CommitmentRow): Offer[] {
  const { organization } = actor;
  if (!organization) return [];
  const { kind } = organization;
  const participant = { kind, functions: actor.functions };
  return OFFERS.filter(
    (offer) => mayDo(participant, NEEDED[offer]) && isPossible(row, offer, kind),
  );
}
