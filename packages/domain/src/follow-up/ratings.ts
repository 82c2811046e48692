import type { OrganizationKind } from '../codes/participants.js';
import { RATING_GRADES, type RatingGrade, type RatingVoice } from './codes.js';

/** Working days of the State in which it may reply to a rating below its own. */
export const REPLY_WORKING_DAYS = 20;

/** How an organization stands to the commitment that it would rate. */
export interface RaterFacts {
  readonly kind: OrganizationKind;
  /** It is the one that has to do it. */
  readonly isActor: boolean;
  /** It is the secretariat that recorded it. */
  readonly isSecretariat: boolean;
}

const OUTSIDE: readonly OrganizationKind[] = ['civil-society', 'human-rights-institution'];

/**
 * The voice with which an organization rates a commitment, or `null` where it has none: the State
 * rates what it has to do itself, and whoever has to do it has no other voice.
 */
export const ratingVoice = ({ kind, isActor, isSecretariat }: RaterFacts): RatingVoice | null => {
  if (isActor) return kind === 'state' ? 'state' : null;
  if (isSecretariat) return 'secretariat';
  return OUTSIDE.includes(kind) ? 'civil-society' : null;
};

/** Whether a rating waits for the State's reply before it is published: it is external and below the State's own. */
export const needsReply = (
  voice: RatingVoice,
  grade: RatingGrade,
  statesOwn: RatingGrade | null,
): boolean =>
  voice !== 'state' &&
  statesOwn !== null &&
  RATING_GRADES.indexOf(grade) < RATING_GRADES.indexOf(statesOwn);

/** Steps between the lowest and the highest grade: how far apart the voices are, never their mean. */
export const gradeGap = (grades: readonly RatingGrade[]): number => {
  const steps = grades.map((grade) => RATING_GRADES.indexOf(grade));
  return steps.length === 0 ? 0 : Math.max(...steps) - Math.min(...steps);
};
