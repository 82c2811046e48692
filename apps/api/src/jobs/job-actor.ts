import { randomUUID } from 'node:crypto';
import type { OrganizationKind } from '@enlace/domain';
import type { ActingOrganization, Actor } from '../access/index.js';
import type { Database } from '../database/index.js';

/** For whom a job acts: one organization, nobody in person, and no audience beyond its own records. */
export interface JobActor extends Actor {
  readonly personId: null;
  readonly organization: ActingOrganization;
}

interface OrganizationRow {
  readonly id: string;
  readonly alias: string;
  readonly kind: OrganizationKind;
  readonly stateId: number | null;
  readonly stateCode: string | null;
  readonly timeZone: string;
}

const ORGANIZATION = `select o.id, o.alias, o.kind, o.state_id as "stateId", s.code as "stateCode",
    o.time_zone as "timeZone"
  from organization o left join state s on s.id = o.state_id`;

const actorOf = (organization: OrganizationRow): JobActor => ({
  ...{ personId: null, organization, functions: [], readers: [] },
  ...{ firewall: [], seatPoints: null, language: 'en', requestId: `job-${randomUUID()}` },
});

/** The actor of a job for this organization, or null where it is gone. */
export async function jobActor(database: Database, id: string): Promise<JobActor | null> {
  const [row] = await database.query<OrganizationRow>(`${ORGANIZATION} where o.id = $1`, [id]);
  return row ? actorOf(row) : null;
}

/** The portal, for which clock jobs act. */
export async function portalActor(database: Database): Promise<JobActor> {
  const [row] = await database.query<OrganizationRow>(`${ORGANIZATION} where o.alias = 'portal'`);
  if (!row) throw new Error('The organization of the portal is not loaded.');
  return actorOf(row);
}
