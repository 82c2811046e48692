import { describe, expect, it } from '@jest/globals';
import { asksReason } from '../machine.js';
import type { StateAfter, VersionAct, VersionState } from './version-state.js';
import {
  actsIn,
  isOpen,
  VERSION_MACHINE,
  nextState,
  VERSION_ACTS,
  VERSION_STATES,
} from './version-state.js';

/** Every cell of the table once more, independently of the source. */
const EXPECTED: readonly [VersionState, VersionAct, StateAfter][] = [
  ['draft', 'edit', 'draft'],
  ['draft', 'discard', 'gone'],
  ['draft', 'send', 'submitted'],
  ['submitted', 'clear', 'cleared'],
  ['submitted', 'return', 'returned'],
  ['returned', 'edit', 'draft'],
  ['returned', 'send', 'submitted'],
  ['cleared', 'reopen', 'cleared'],
  ['cleared', 'supersede', 'superseded'],
  ['cleared', 'retract', 'retracted'],
];

describe('version state', () => {
  it('answers every state and act as listed, and refuses all others', () => {
    for (const state of VERSION_STATES) {
      for (const act of VERSION_ACTS) {
        const expected = EXPECTED.find(([from, by]) => from === state && by === act);
        expect([state, act, nextState(state, act)]).toEqual([state, act, expected?.[2] ?? null]);
      }
    }
  });

  it('reaches every state from a draft', () => {
    const reached = new Set<VersionState>(['draft']);
    for (const state of reached) {
      for (const act of actsIn(state)) {
        const next = nextState(state, act);
        if (next !== null && next !== 'gone') reached.add(next);
      }
    }
    expect([...reached].sort()).toEqual([...VERSION_STATES].sort());
  });

  it('uses every act, and locks what was cleared', () => {
    for (const act of VERSION_ACTS) {
      expect(VERSION_STATES.some((state) => nextState(state, act) !== null)).toBe(true);
    }
    for (const state of ['submitted', 'cleared', 'superseded', 'retracted'] as const) {
      expect(actsIn(state)).not.toContain('edit');
    }
    expect(VERSION_STATES.filter(isOpen)).toEqual(['draft', 'submitted', 'returned']);
    expect(
      VERSION_ACTS.filter((act) =>
        VERSION_STATES.some((state) => asksReason(VERSION_MACHINE, state, act)),
      ),
    ).toEqual(['return', 'reopen', 'retract']);
  });
});
