import type { ReportWritten } from '@enlace/contract';
import { nextState, type VersionAct, type VersionState } from '@enlace/domain';
import { requireVersion, type ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';

/** A report that a write works on, with the version it works on. */
export interface WorkedReport {
  readonly id: string;
  readonly organizationId: string;
  readonly revision: number;
  readonly currentVersion: number | null;
  readonly openVersion: number | null;
  /** The open version, else the last cleared one. */
  readonly version: number;
  readonly state: VersionState;
}

/** Whose act it is: the organization's that made the report, or any of its State's. */
export type Owner = 'organization' | 'state';

/** Which report a write works on, at which version, and how. */
export interface Work {
  readonly id: string;
  readonly ifMatch: string;
  readonly act: VersionAct;
  readonly owner: Owner;
  /** What was sent, to be told beside what stands (412). */
  readonly yours?: unknown;
}

const SEEN = `select organization_id as "organizationId", state_id as "stateId",
    crossing_point_id as "crossingPoint"
  from arrival_report where id = $1`;

const FOUND = `select r.id, r.organization_id as "organizationId", r.revision, r.state_id as "stateId",
    r.current_version as "currentVersion", r.open_version as "openVersion", v.version, v.state
  from arrival_report r
  join arrival_report_version v on v.report_id = r.id and v.version = coalesce(r.open_version, r.current_version)
  where r.id = $1`;

/**
 * The report, locked for this transaction. 404 where the actor may not see it, 403 where it is not
 * theirs to work on, 412 where it changed since `ifMatch`, 409 where the act is impossible now.
 */
export async function workedReport(
  tx: Transaction,
  actor: ActingActor,
  { id, ifMatch, act, owner, yours }: Work,
): Promise<WorkedReport> {
  const seen = await tx.maybe<SeenReport>(SEEN, [id]);
  if (!seen) throw new Problem('not-found');
  if (!isOwner(actor, seen, owner)) throw new Problem('not-permitted');
  // A seat limits its focal point to its crossing points, after the report was begun too.
  if (owner === 'organization' && actor.seatPoints?.includes(seen.crossingPoint) === false) {
    throw new Problem('not-permitted');
  }
  await tx.rows('select 1 from arrival_report where id = $1 for update', [id]);
  const report = await tx.maybe<WorkedReport>(FOUND, [id]);
  if (!report) throw new Problem('not-found');
  const { version, state, revision } = report;
  const etag = tx.etag(id, revision);
  requireVersion(ifMatch, etag, {
    current: { version, versionState: state, etag },
    ...(yours === undefined ? {} : { yours }),
  });
  if (nextState(state, act) === null) throw new Problem('state-conflict');
  return report;
}

interface SeenReport {
  readonly organizationId: string;
  readonly stateId: number;
  readonly crossingPoint: string;
}

function isOwner({ organization }: ActingActor, report: SeenReport, owner: Owner): boolean {
  if (report.organizationId === organization.id) return true;
  return (
    owner === 'state' && organization.kind === 'state' && organization.stateId === report.stateId
  );
}

/** Which versions the report points at from now on; absent ones stay. */
export interface Pointers {
  readonly current?: number | null;
  readonly open?: number | null;
  readonly retracted?: boolean;
}

/** Counts the change, so that the ETag moves, and sets the pointers. */
export async function changeReport(
  tx: Transaction,
  report: { id: string; currentVersion: number | null; openVersion: number | null },
  { current, open, retracted = false }: Pointers = {},
): Promise<number> {
  const { revision } = await tx.one<{ revision: number }>(
    `update arrival_report set revision = revision + 1, updated_at = enlace_now(),
       current_version = $2, open_version = $3,
       retracted_at = case when $4 then enlace_now() else retracted_at end
     where id = $1 returning revision`,
    [
      report.id,
      current === undefined ? report.currentVersion : current,
      open === undefined ? report.openVersion : open,
      retracted,
    ],
  );
  return revision;
}

/** The answer to a write. */
export const written = (
  tx: Transaction,
  id: string,
  version: number,
  versionState: VersionState,
  revision: number,
): ReportWritten => ({ id, version, versionState, etag: tx.etag(id, revision) });
