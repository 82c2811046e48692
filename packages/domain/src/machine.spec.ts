import { describe, expect, it } from '@jest/globals';
import { actsFrom, asksReason, machineFaults, stateAfter, type StateMachine } from './machine.js';
import { STATE_MACHINES } from './machines.js';

const door = {
  name: 'door',
  states: ['open', 'shut', 'locked'],
  initial: ['open'],
  transitions: {
    open: { shut: { to: 'shut' } },
    shut: { open: { to: 'open' }, lock: { to: 'locked', reason: true } },
    locked: {},
  },
} as const satisfies StateMachine<string, string>;
const machine: StateMachine<string, string> = door;

describe('state machine', () => {
  it('answers the state after an act, and null for an impossible one', () => {
    expect(stateAfter(machine, 'open', 'shut')).toBe('shut');
    expect(stateAfter(machine, 'open', 'lock')).toBeNull();
    expect(actsFrom(machine, 'shut')).toEqual(['open', 'lock']);
    expect(asksReason(machine, 'shut', 'lock')).toBe(true);
    expect(asksReason(machine, 'shut', 'open')).toBe(false);
  });

  it('finds states without a row, rows and targets without a state, and states nobody reaches', () => {
    expect(machineFaults(machine)).toEqual([]);
    expect(machineFaults({ ...machine, states: [...machine.states, 'burnt'] })).toEqual([
      'door: burnt has no row',
      'door: burnt is never reached',
    ]);
    expect(machineFaults({ ...machine, states: ['open', 'shut'] })).toEqual([
      'door: row locked is no state',
      'door: locked is reached but is no state',
    ]);
  });

  it.each(STATE_MACHINES.map((each) => [each.name, each] as const))(
    '%s is sound',
    (_name, each) => {
      expect(machineFaults(each)).toEqual([]);
    },
  );
});
