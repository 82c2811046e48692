import { setImmediate } from 'node:timers/promises';

/** Milliseconds after which everybody else gets a turn. */
const TURN = 20;

/** Runs something long that goes in steps, without keeping the process from its other requests. */
export async function inTurns<T>(steps: Iterator<unknown, T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began > TURN) {
      await setImmediate();
      began = performance.now();
    }
  }
}
