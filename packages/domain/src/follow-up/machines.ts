import type { StateMachine } from '../machine.js';

export const INSTRUMENT_STATES = ['draft', 'adopted', 'in-force', 'superseded'] as const;
export type InstrumentState = (typeof INSTRUMENT_STATES)[number];
export type InstrumentAct = 'adopt' | 'enter-into-force' | 'supersede';

/** An adopted text is never edited: a change is a new instrument, which supersedes this one. */
export const INSTRUMENT_MACHINE: StateMachine<InstrumentState, InstrumentAct> = {
  name: 'instrument',
  states: INSTRUMENT_STATES,
  initial: ['draft'],
  transitions: {
    draft: { adopt: { to: 'adopted' } },
    adopted: { 'enter-into-force': { to: 'in-force' }, supersede: { to: 'superseded' } },
    'in-force': { supersede: { to: 'superseded' } },
    superseded: {},
  },
};

export const COMMITMENT_STATES = [
  'aspiration',
  'accepted',
  'in-progress',
  'done',
  'dropped',
  'superseded',
] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];
export type CommitmentAct = 'accept' | 'start' | 'complete' | 'drop' | 'supersede';

/**
 * Overdue and late are no states: they follow from the date. An aspiration is accepted when it has
 * what the quality gate asks for; `complete` needs accepted evidence.
 */
export const COMMITMENT_MACHINE: StateMachine<CommitmentState, CommitmentAct> = {
  name: 'commitment',
  states: COMMITMENT_STATES,
  initial: ['aspiration', 'accepted'],
  transitions: {
    aspiration: {
      accept: { to: 'accepted' },
      drop: { to: 'dropped', reason: true },
      supersede: { to: 'superseded' },
    },
    accepted: {
      start: { to: 'in-progress' },
      complete: { to: 'done' },
      drop: { to: 'dropped', reason: true },
      supersede: { to: 'superseded' },
    },
    'in-progress': {
      complete: { to: 'done' },
      drop: { to: 'dropped', reason: true },
      supersede: { to: 'superseded' },
    },
    done: { supersede: { to: 'superseded' } },
    dropped: {},
    superseded: {},
  },
};

export const ACTION_STATES = ['planned', 'running', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];
export type ActionAct = 'start' | 'complete' | 'drop';

/** A planned action may be reported done at once: owners report when they find the time. */
export const ACTION_MACHINE: StateMachine<ActionState, ActionAct> = {
  name: 'action',
  states: ACTION_STATES,
  initial: ['planned'],
  transitions: {
    planned: {
      start: { to: 'running' },
      complete: { to: 'done' },
      drop: { to: 'dropped', reason: true },
    },
    running: { complete: { to: 'done' }, drop: { to: 'dropped', reason: true } },
    done: {},
    dropped: {},
  },
};

export const PROGRESS_REPORT_STATES = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'published',
] as const;
export type ProgressReportState = (typeof PROGRESS_REPORT_STATES)[number];
export type ProgressReportAct = 'edit' | 'submit' | 'return' | 'accept' | 'publish';

/** What was submitted is kept as a version; a returned report is edited and submitted again as the next. */
export const PROGRESS_REPORT_MACHINE: StateMachine<ProgressReportState, ProgressReportAct> = {
  name: 'progress-report',
  states: PROGRESS_REPORT_STATES,
  initial: ['draft'],
  transitions: {
    draft: { edit: { to: 'draft' }, submit: { to: 'submitted' } },
    submitted: { return: { to: 'returned', reason: true }, accept: { to: 'accepted' } },
    returned: { edit: { to: 'returned' }, submit: { to: 'submitted' } },
    accepted: { publish: { to: 'published' } },
    published: {},
  },
};

export const RATING_STATES = ['draft', 'right-of-reply', 'published', 'superseded'] as const;
export type RatingState = (typeof RATING_STATES)[number];
export type RatingAct = 'edit' | 'send' | 'open-reply' | 'publish' | 'supersede';

/** An external rating below the State's own waits for its reply; any other is published when sent. */
export const RATING_MACHINE: StateMachine<RatingState, RatingAct> = {
  name: 'rating',
  states: RATING_STATES,
  initial: ['draft'],
  transitions: {
    draft: {
      edit: { to: 'draft' },
      send: { to: 'published' },
      'open-reply': { to: 'right-of-reply' },
    },
    'right-of-reply': { publish: { to: 'published' } },
    published: { supersede: { to: 'superseded' } },
    superseded: {},
  },
};

export const REMINDER_STATES = ['queued', 'sent', 'failed', 'cancelled'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];
export type ReminderAct = 'hand-over' | 'fail' | 'cancel' | 'retry';

/** `cancelled`: a report came, or the date was waived, before the mail was handed over. */
export const REMINDER_MACHINE: StateMachine<ReminderState, ReminderAct> = {
  name: 'reminder',
  states: REMINDER_STATES,
  initial: ['queued'],
  transitions: {
    queued: { 'hand-over': { to: 'sent' }, fail: { to: 'failed' }, cancel: { to: 'cancelled' } },
    failed: { retry: { to: 'queued' } },
    sent: {},
    cancelled: {},
  },
};

/** All machines of follow-up. */
export const FOLLOW_UP_MACHINES = [
  INSTRUMENT_MACHINE,
  COMMITMENT_MACHINE,
  ACTION_MACHINE,
  PROGRESS_REPORT_MACHINE,
  RATING_MACHINE,
  REMINDER_MACHINE,
] as const;
