import { REVIEW_CRITERIA, REVIEW_GRADES } from './codes.js';
import type { ReviewCriterion, ReviewGrade, ReviewProposal } from './codes.js';

/** Days from submission within which a practice is published or returned. */
export const DECISION_DAYS = 30;

/** Reviews that a decision needs, and those it needs where the first two disagree. */
export const REVIEWS_NEEDED = { usual: 2, disputed: 3 } as const;

/** A review that was sent. */
export interface SentReview {
  readonly scores: Readonly<Record<ReviewCriterion, ReviewGrade>>;
  readonly proposal: ReviewProposal;
}

/** What the reviews sent so far amount to. */
export type ReviewOutcome = ReviewProposal | 'waiting' | 'third-reviewer';

const gap = (one: ReviewGrade, other: ReviewGrade): number =>
  Math.abs(REVIEW_GRADES.indexOf(one) - REVIEW_GRADES.indexOf(other));

/** Whether two reviewers read the practice so differently that a third one must: more than one grade apart, or different proposals. */
export const disagree = (one: SentReview, other: SentReview): boolean =>
  one.proposal !== other.proposal ||
  REVIEW_CRITERIA.some((criterion) => gap(one.scores[criterion], other.scores[criterion]) > 1);

/** The decision that follows from the reviews; where a third was needed the majority of proposals decides. */
export const reviewOutcome = (reviews: readonly SentReview[]): ReviewOutcome => {
  const [first, second, third] = reviews;
  if (!first || !second) return 'waiting';
  if (!disagree(first, second)) return first.proposal;
  if (!third) return 'third-reviewer';
  const forPublishing = [first, second, third].filter(({ proposal }) => proposal === 'publish');
  return forPublishing.length >= 2 ? 'publish' : 'return';
};

/** Somebody who may review, and how much they have to do already. */
export interface ReviewCandidate {
  readonly personId: string;
  readonly organizationId: string;
  /** Reviews assigned to them and neither sent nor declined. */
  readonly open: number;
  /** When they were last assigned one; `null`: never. */
  readonly lastAssignedAt: string | null;
}

/**
 * Chooses whom to ask: who has least to do, then who waited longest. Never two of one organization,
 * and none of the organizations in `taken` (the practice's own, and those that were asked already).
 */
export const chooseReviewers = (
  candidates: readonly ReviewCandidate[],
  taken: ReadonlySet<string>,
  count: number,
): readonly ReviewCandidate[] => {
  const used = new Set(taken);
  const chosen: ReviewCandidate[] = [];
  for (const candidate of candidates.toSorted(byLoad)) {
    if (chosen.length === count) break;
    if (used.has(candidate.organizationId)) continue;
    used.add(candidate.organizationId);
    chosen.push(candidate);
  }
  return chosen;
};

const byLoad = (one: ReviewCandidate, other: ReviewCandidate): number =>
  one.open - other.open ||
  (one.lastAssignedAt ?? '').localeCompare(other.lastAssignedAt ?? '') ||
  one.personId.localeCompare(other.personId);
