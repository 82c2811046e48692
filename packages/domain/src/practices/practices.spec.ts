import { describe, expect, it } from '@jest/globals';
import { REVIEW_CRITERIA, type ReviewCriterion, type ReviewGrade } from './codes.js';
import { countWords, PRACTICE_GUIDE, wordAdvice } from './guide.js';
import { expiresOn, practiceStatus, resultDueOn } from './life.js';
import { chooseReviewers, disagree, reviewOutcome, type SentReview } from './review.js';

const review = (
  proposal: SentReview['proposal'],
  changed: Partial<Record<ReviewCriterion, ReviewGrade>> = {},
): SentReview => ({
  proposal,
  scores: {
    ...(Object.fromEntries(REVIEW_CRITERIA.map((criterion) => [criterion, 'good'])) as Record<
      ReviewCriterion,
      ReviewGrade
    >),
    ...changed,
  },
});

describe('decision of reviewers', () => {
  it('waits for two, and follows them where they agree', () => {
    expect(reviewOutcome([])).toBe('waiting');
    expect(reviewOutcome([review('publish')])).toBe('waiting');
    expect(reviewOutcome([review('publish'), review('publish')])).toBe('publish');
    expect(reviewOutcome([review('return'), review('return')])).toBe('return');
  });

  it('asks a third one where they are more than one grade apart, or propose different things', () => {
    expect(disagree(review('publish'), review('publish', { evidence: 'fair' }))).toBe(false);
    expect(disagree(review('publish'), review('publish', { evidence: 'weak' }))).toBe(true);
    expect(disagree(review('publish'), review('return'))).toBe(true);
    const apart = [review('publish'), review('publish', { evidence: 'weak' })];
    expect(reviewOutcome(apart)).toBe('third-reviewer');
    expect(reviewOutcome([...apart, review('return')])).toBe('publish');
    expect(reviewOutcome([review('publish'), review('return'), review('return')])).toBe('return');
  });
});

describe('choice of reviewers', () => {
  const candidate = (
    personId: string,
    organizationId: string,
    open = 0,
    at: string | null = null,
  ) => ({ personId, organizationId, open, lastAssignedAt: at });

  it('never takes two of one organization, nor one of those taken', () => {
    const all = [candidate('a', 'own'), candidate('b', 'x'), candidate('c', 'x')];
    expect(chooseReviewers(all, new Set(['own']), 2).map(({ personId }) => personId)).toEqual([
      'b',
    ]);
  });

  it('takes who has least to do, then who waited longest', () => {
    const all = [
      candidate('busy', 'v', 2),
      candidate('recent', 'w', 0, '2026-10-01T00:00:00Z'),
      candidate('earlier', 'x', 0, '2026-01-01T00:00:00Z'),
      candidate('never', 'y'),
    ];
    expect(chooseReviewers(all, new Set(), 2).map(({ personId }) => personId)).toEqual([
      'never',
      'earlier',
    ]);
    expect(chooseReviewers(all, new Set(), 9)).toHaveLength(4);
  });
});

describe('life of a practice', () => {
  it('expires 24 months after the last confirmation, and only where it is published', () => {
    expect(expiresOn('2024-02-29')).toBe('2026-02-28');
    expect(practiceStatus('published', '2024-11-25', '2026-11-24')).toBe('published');
    expect(practiceStatus('published', '2024-11-25', '2026-11-25')).toBe('expired');
    expect(practiceStatus('withdrawn', '2020-01-01', '2026-11-25')).toBe('withdrawn');
    expect(practiceStatus('draft', null, '2026-11-25')).toBe('draft');
  });

  it('asks for the result of an adoption after a year', () => {
    expect(resultDueOn('2025-11-25')).toBe('2026-11-25');
  });
});

describe('advice on words', () => {
  it('counts the words of the four languages', () => {
    expect(countWords('')).toBe(0);
    expect(countWords(' — , ')).toBe(0);
    expect(countWords('L’asile, dès l’arrivée')).toBe(3);
    expect(countWords('Ação de pré-acolhimento em 2026')).toBe(5);
  });

  it('says whether a text is short, right or long, and never refuses by it', () => {
    expect(wordAdvice('title', ' ')).toBe('empty');
    expect(wordAdvice('title', 'A rota')).toBe('short');
    expect(wordAdvice('title', 'A shared rota for monitoring')).toBe('right');
    expect(wordAdvice('title', 'word '.repeat(PRACTICE_GUIDE.title.to + 1))).toBe('long');
  });
});
