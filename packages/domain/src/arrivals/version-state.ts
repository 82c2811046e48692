import { stateAfter, type StateMachine } from '../machine.js';

/** States of a version of an arrival report. Shared is none of them: it follows from open shares. */
export const VERSION_STATES = [
  'draft',
  'submitted',
  'returned',
  'cleared',
  'superseded',
  'retracted',
] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/**
 * What can be done to a version. `edit`, `discard`, `send`, `clear`, `return` and `retract` act on
 * the version itself; `reopen` makes the next version, a draft, and leaves this one as it is;
 * `supersede` is what clearing the next version does to this one.
 */
export const VERSION_ACTS = [
  'edit',
  'discard',
  'send',
  'clear',
  'return',
  'reopen',
  'supersede',
  'retract',
] as const;
export type VersionAct = (typeof VERSION_ACTS)[number];

/** The state after an act; `gone`: the version no longer exists. */
export type StateAfter = VersionState | 'gone';

/**
 * The machine. A returned version goes back to its author, who edits it and sends it again; it is
 * never discarded, not even as the draft that it is again, because whatever was sent once is
 * history. A discarded version existed for its own organization only, so nothing is lost to a reader.
 */
export const VERSION_MACHINE: StateMachine<StateAfter, VersionAct> = {
  name: 'arrival-report-version',
  states: [...VERSION_STATES, 'gone'],
  initial: ['draft'],
  transitions: {
    draft: { edit: { to: 'draft' }, discard: { to: 'gone' }, send: { to: 'submitted' } },
    submitted: { clear: { to: 'cleared' }, return: { to: 'returned', reason: true } },
    returned: { edit: { to: 'draft' }, send: { to: 'submitted' } },
    cleared: {
      reopen: { to: 'cleared', reason: true },
      supersede: { to: 'superseded' },
      retract: { to: 'retracted', reason: true },
    },
    superseded: {},
    retracted: {},
    gone: {},
  },
};

/** State of the version after the act, or `null` where the act is impossible in this state. */
export const nextState = (state: VersionState, act: VersionAct): StateAfter | null =>
  stateAfter(VERSION_MACHINE, state, act);

/** The acts possible in a state, whoever does them, in the order of `VERSION_ACTS`. */
export const actsIn = (state: VersionState): readonly VersionAct[] =>
  VERSION_ACTS.filter((act) => nextState(state, act) !== null);

/** States whose version is worked on; a report has at most one such version. */
export const isOpen = (state: VersionState): boolean =>
  state === 'draft' || state === 'submitted' || state === 'returned';
