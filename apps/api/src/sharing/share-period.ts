import type { ShareRequest } from '@enlace/contract';
import { dateIn } from '@enlace/domain';
import { invalid } from '../problems/index.js';

/** When a share opens: now, or at a whole hour to come. */
export function openingOf({ opensAt }: ShareRequest, now: Date): Date {
  if (opensAt === null) return now;
  const opening = new Date(opensAt);
  if (opening.getTime() % 3_600_000 !== 0) throw invalid('/opensAt', 'not-a-multiple');
  if (opening < now) throw invalid('/opensAt', 'in-the-past');
  return opening;
}

/** Refuses a last day that is over in the owner's zone, or that ends before the opening. */
export function checkLastDay({ endsOn }: ShareRequest, opening: Date, timeZone: string): void {
  if (endsOn !== null && endsOn < dateIn(timeZone, opening)) {
    throw invalid('/endsOn', 'in-the-past');
  }
}
