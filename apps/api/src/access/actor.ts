import type { Language, OrganizationKind, ParticipantFunction } from '@enlace/domain';

/** The organization somebody acts for, as permission, sight, audit and row security need it. */
export interface ActingOrganization {
  readonly id: string;
  readonly alias: string;
  readonly kind: OrganizationKind;
  readonly stateId: number | null;
  readonly stateCode: string | null;
  readonly timeZone: string;
}

/** In what capacity a request acts; the first parameter of every read and write. */
export interface Actor {
  /** `null`: nobody signed in. */
  readonly personId: string | null;
  readonly organization: ActingOrganization | null;
  /** Those in the token's roles and in an open membership or seat. */
  readonly functions: readonly ParticipantFunction[];
  /** Audience tokens in force. */
  readonly readers: readonly number[];
  /** Alpha-3 codes of the States whose authorities the person belongs to. */
  readonly firewall: readonly string[];
  /** Crossing points that the seat limits to; `null`: all. */
  readonly seatPoints: readonly string[] | null;
  readonly language: Language;
  readonly requestId: string;
}

/** Somebody signed in who acts for an organization: what every write needs. */
export interface ActingActor extends Actor {
  readonly personId: string;
  readonly organization: ActingOrganization;
}
