/** Closed lists of the good-practice exchange (source: the product's page "Good-practice exchange"). */

/** What a practice costs in a year, beside what its organization has anyway; lowest first. */
export const COST_BANDS = ['staff-time', 'low', 'medium', 'high'] as const;
export type CostBand = (typeof COST_BANDS)[number];

/** How the result is known, weakest first. */
export const EVIDENCE_STRENGTHS = [
  'described',
  'counted',
  'before-after',
  'comparison',
  'independent',
] as const;
export type EvidenceStrength = (typeof EVIDENCE_STRENGTHS)[number];

/** What reviewers score, each for itself: scores of different criteria are never added up. */
export const REVIEW_CRITERIA = [
  'relevance',
  'evidence',
  'protection-sensitivity',
  'participation',
  'transferability',
  'sustainability',
] as const;
export type ReviewCriterion = (typeof REVIEW_CRITERIA)[number];

/** Grades of a criterion, lowest first. */
export const REVIEW_GRADES = ['weak', 'fair', 'good', 'strong'] as const;
export type ReviewGrade = (typeof REVIEW_GRADES)[number];

/** What a reviewer proposes to do with the practice. */
export const REVIEW_PROPOSALS = ['publish', 'return'] as const;
export type ReviewProposal = (typeof REVIEW_PROPOSALS)[number];

/** Why somebody does not review: a conflict of interest is declared, never explained away. */
export const DECLINE_REASONS = ['conflict-of-interest', 'no-time', 'outside-my-field'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** How an adopted practice is used now. */
export const ADOPTION_USES = ['in-use', 'trial', 'stopped'] as const;
export type AdoptionUse = (typeof ADOPTION_USES)[number];

/** What came of an adoption; that it did not work is as welcome as that it did. */
export const ADOPTION_RESULTS = ['worked', 'in-part', 'did-not-work'] as const;
export type AdoptionResult = (typeof ADOPTION_RESULTS)[number];

/** What happened to a practice, as its history tells it. */
export const PRACTICE_EVENTS = [
  'begun',
  'submitted',
  'review-begun',
  'returned',
  'published',
  'revised',
  'reconfirmed',
  'withdrawn',
  'shared',
  'translated',
  'adopted',
  'result-reported',
  'question-asked',
  'question-answered',
] as const;
export type PracticeEvent = (typeof PRACTICE_EVENTS)[number];

/** What people are told of the exchange by mail, each once. */
export const PRACTICE_REMINDERS = [
  'review-asked',
  'review-due',
  'returned',
  'published',
  'question-asked',
  'question-answered',
  'adoption-declared',
  'result-due',
  'reconfirm',
] as const;
export type PracticeReminder = (typeof PRACTICE_REMINDERS)[number];
