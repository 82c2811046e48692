import type { LiveUpdate } from '@enlace/contract';
import { liveUpdate } from '@enlace/contract';

/**
 * The updates in a stream of events from `position` on, and where the next reading begins; an event
 * that has not ended yet is read next time.
 */
export const updatesIn = (
  text: string,
  position: number,
): { readonly updates: readonly LiveUpdate[]; readonly next: number } => {
  const end = text.lastIndexOf('\n\n');
  if (end < position) return { updates: [], next: position };
  const updates = text
    .slice(position, end)
    .split('\n\n')
    .filter((event) => /^event: update$/m.test(event))
    .flatMap((event) => {
      const data = /^data: (.+)$/m.exec(event)?.[1];
      return data === undefined ? [] : [liveUpdate.parse(JSON.parse(data))];
    });
  return { updates, next: end + 2 };
};
