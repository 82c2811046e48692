import { VERSION_MACHINE } from './arrivals/version-state.js';
import { FOLLOW_UP_MACHINES } from './follow-up/machines.js';
import type { StateMachine } from './machine.js';
import { PRACTICE_MACHINES } from './practices/machines.js';

/** Every state machine of the product: checked at start, drawn in the documentation. */
export const STATE_MACHINES: readonly StateMachine<string, string>[] = [
  VERSION_MACHINE,
  ...FOLLOW_UP_MACHINES,
  ...PRACTICE_MACHINES,
];
