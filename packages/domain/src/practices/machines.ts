import type { StateMachine } from '../machine.js';

export const PRACTICE_STATES = [
  'draft',
  'submitted',
  'in-review',
  'returned',
  'published',
  'superseded',
  'withdrawn',
] as const;
export type PracticeState = (typeof PRACTICE_STATES)[number];
export type PracticeAct =
  'edit' | 'submit' | 'assign' | 'return' | 'publish' | 'reconfirm' | 'supersede' | 'withdraw';

/**
 * One version of a practice. Expired is no state: it follows from the day of the last confirmation.
 * What was sent is never edited: a returned version is followed by a draft of the next one, and a
 * published one is superseded when the next is published.
 */
export const PRACTICE_MACHINE: StateMachine<PracticeState, PracticeAct> = {
  name: 'practice',
  states: PRACTICE_STATES,
  initial: ['draft'],
  transitions: {
    draft: { edit: { to: 'draft' }, submit: { to: 'submitted' } },
    submitted: { assign: { to: 'in-review' } },
    'in-review': { return: { to: 'returned', reason: true }, publish: { to: 'published' } },
    returned: {},
    published: {
      reconfirm: { to: 'published' },
      supersede: { to: 'superseded' },
      withdraw: { to: 'withdrawn', reason: true },
    },
    superseded: {},
    withdrawn: {},
  },
};

export const REVIEW_STATES = ['assigned', 'declined', 'done'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
export type ReviewAct = 'score' | 'decline' | 'send';

/** A review that was sent stands as it is; somebody else takes the place of who declines. */
export const REVIEW_MACHINE: StateMachine<ReviewState, ReviewAct> = {
  name: 'review',
  states: REVIEW_STATES,
  initial: ['assigned'],
  transitions: {
    assigned: {
      score: { to: 'assigned' },
      decline: { to: 'declined', reason: true },
      send: { to: 'done' },
    },
    declined: {},
    done: {},
  },
};

export const ADOPTION_STATES = ['declared', 'confirmed', 'result-reported'] as const;
export type AdoptionState = (typeof ADOPTION_STATES)[number];
export type AdoptionAct = 'confirm' | 'change' | 'report-result';

/** Others may declare that somebody took a practice up; only the adopter confirms it and says what came of it. */
export const ADOPTION_MACHINE: StateMachine<AdoptionState, AdoptionAct> = {
  name: 'adoption',
  states: ADOPTION_STATES,
  initial: ['declared', 'confirmed'],
  transitions: {
    declared: { confirm: { to: 'confirmed' } },
    confirmed: { change: { to: 'confirmed' }, 'report-result': { to: 'result-reported' } },
    'result-reported': {
      change: { to: 'result-reported' },
      'report-result': { to: 'result-reported' },
    },
  },
};

export const QUESTION_STATES = ['open', 'answered'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];
export type QuestionAct = 'answer';

/** A question on a practice; its owner may answer again when there is more to say. */
export const QUESTION_MACHINE: StateMachine<QuestionState, QuestionAct> = {
  name: 'question',
  states: QUESTION_STATES,
  initial: ['open'],
  transitions: {
    open: { answer: { to: 'answered' } },
    answered: { answer: { to: 'answered' } },
  },
};

/** Every state machine of the good-practice exchange. */
export const PRACTICE_MACHINES: readonly StateMachine<string, string>[] = [
  PRACTICE_MACHINE,
  REVIEW_MACHINE,
  ADOPTION_MACHINE,
  QUESTION_MACHINE,
];
