import type { Actor } from '../access/index.js';

/** No organization has this id: whoever acts for none is equal to no owner. */
const NO_ORGANIZATION = '00000000-0000-0000-0000-000000000000';

/**
 * The first wall: the actor's audiences inside every query of reports. Queries begin with the four
 * parameters of `sightParameters` ($1 to $4) and name these conditions; row security is the second
 * wall and asks the same of the transaction's settings.
 */
export const sightParameters = (
  actor: Actor,
): readonly [string, number, readonly number[], number] => {
  const { organization } = actor;
  const state = organization?.stateId ?? -1;
  return [
    // Not NULL: a condition must be true or false for everybody, the public included.
    organization?.id ?? NO_ORGANIZATION,
    organization?.kind === 'state' ? state : -1,
    actor.readers,
    state,
  ];
};

/** Whether somebody asks who acts for an organization: the public does not. */
export const signedIn = `$1::uuid <> '${NO_ORGANIZATION}'`;

/** The audiences that reach the actor now. */
export const audiencesOf = (detail: 'any' | 'exact'): string =>
  `select x.audience_id from audience_reader x
     where x.reader = any($3::int[])${detail === 'exact' ? ' and x.detail = 1' : ''}
       and enlace_now() >= x.from_at and enlace_now() < x.until_at
       and $4::smallint <> all(x.withheld)`;

const inAudience = (audience: string, detail: 'any' | 'exact'): string =>
  `${audience} in (${audiencesOf(detail)})`;

// Readers have cleared versions only: before the first there is nothing to know of.
const reached = (report: string, detail: 'any' | 'exact'): string =>
  `${report}.current_version is not null and ${inAudience(`${report}.audience_id`, detail)}`;

/** Whether the report is the actor's organization's, or was sent within its State. */
export const ownReport = (report: string): string =>
  `(${report}.organization_id = $1::uuid or (${report}.state_id = $2::smallint and ${report}.sent_at is not null))`;

/** Whether the actor may know of the report at all; `report` is its alias in the query. */
export const visibleReport = (report: string): string =>
  `(${ownReport(report)} or ${reached(report, 'any')})`;

/** Whether the actor holds the report's figures exactly: its own State's, or reached in exact detail. */
export const exactReport = (report: string): string =>
  `(${ownReport(report)} or ${reached(report, 'exact')})`;

/** Whether the actor is a party: the one who does it, its State's authorities, the secretariat that recorded it. */
export const ownCommitment = (commitment: string): string =>
  `(${commitment}.organization_id = $1::uuid or coalesce(${commitment}.state_id = $2::smallint, false)
    or ${commitment}.secretariat_id = $1::uuid)`;

/** Whether the actor may know of the commitment at all. */
export const visibleCommitment = (commitment: string): string =>
  `(${ownCommitment(commitment)} or ${inAudience(`${commitment}.audience_id`, 'any')})`;

/**
 * Whether the practice was published and reaches the actor, or is the acting organization's. Its State
 * has no claim on it, whoever posts it; $2 is named only because every parameter needs a type.
 */
export const visiblePractice = (practice: string): string =>
  `($2::smallint is not null and (${practice}.organization_id = $1::uuid
    or ${practice}.current_version is not null and ${inAudience(`${practice}.audience_id`, 'any')}))`;
