import { actsIn, mayDo, type Permission } from '@enlace/domain';
import type { Actor } from '../access/index.js';
import type { ReportRow } from './report-row.js';

/** An act that a screen offers on a report. */
export type OfferedAct =
  'edit' | 'discard' | 'send' | 'clear' | 'return' | 'reopen' | 'retract' | 'share';

const NEEDED: Readonly<Record<OfferedAct, Permission>> = {
  edit: 'arrivals.enter',
  discard: 'arrivals.enter',
  send: 'arrivals.send',
  clear: 'arrivals.clear',
  return: 'arrivals.clear',
  reopen: 'arrivals.reopen',
  retract: 'arrivals.retract',
  share: 'arrivals.share',
};
const OFFERED = Object.keys(NEEDED) as readonly OfferedAct[];

/** Acts of the whole State; the others are the organization's own. */
const OF_THE_STATE: readonly OfferedAct[] = ['clear', 'return'];

function isPossible(row: ReportRow, act: OfferedAct): boolean {
  if (act === 'share') return row.versionState !== 'retracted';
  if (act === 'clear' && row.isAuthor) return false;
  if (act === 'discard' && row.wasSent) return false;
  // Reopening and retracting wait until the open version is sent or discarded.
  if (row.hasOpenVersion && (act === 'reopen' || act === 'retract')) return false;
  return actsIn(row.versionState).some((possible) => possible === act);
}

/** What the actor may do with the report now: permission, ownership, seat, state, and not one's own clearing. */
export function offeredActs(actor: Actor, row: ReportRow): OfferedAct[] {
  const { organization } = actor;
  if (!organization || !row.isOwn) return [];
  const participant = { kind: organization.kind, functions: actor.functions };
  // A seat limits the acts of its own organization to its crossing points, and never those of the State.
  const isCovered = actor.seatPoints?.includes(row.crossingPoint) !== false;
  return OFFERED.filter(
    (act) =>
      ((row.isOwnOrganization && isCovered) || OF_THE_STATE.includes(act)) &&
      mayDo(participant, NEEDED[act]) &&
      isPossible(row, act),
  );
}
