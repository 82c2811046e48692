import type {
  OrganizationKind,
  ParticipantFunction,
  SignInStrength,
} from '../codes/participants.js';
import { ORGANIZATION_KINDS, SIGN_IN_STRENGTHS } from '../codes/participants.js';

/**
 * Every act of the product, `<feature>.<act>`, with the sign-in it needs. A code is asked for what binds
 * a State, a forum or Enlace itself and is hard to take back: clearing and retracting figures, recording,
 * importing and accepting commitments, answering a provision, and looking behind the product. All else
 * waits for somebody else's decision, or its writer takes it back: a password is enough.
 */
const STRENGTHS = {
  'session.read': 'password',
  'reference.read': 'password',
  'organizations.read': 'password',
  'search.read': 'password',
  'desk.read': 'password',
  'arrivals.read': 'password',
  'arrivals.read-overview': 'password',
  'arrivals.export': 'password',
  'arrivals.enter': 'password',
  'arrivals.send': 'password',
  'arrivals.clear': 'otp',
  'arrivals.reopen': 'password',
  'arrivals.retract': 'otp',
  'arrivals.share': 'password',
  'arrivals.read-readers': 'password',
  'arrivals.import': 'password',
  'sharing-groups.read': 'password',
  'sharing-groups.manage': 'password',
  'forums.read': 'password',
  'commitments.read': 'password',
  'commitments.export': 'password',
  'commitments.record': 'otp',
  'commitments.accept-report': 'otp',
  'commitments.remind': 'password',
  'commitments.import': 'otp',
  'commitments.report': 'password',
  'commitments.read-readers': 'password',
  'commitments.rate': 'password',
  'commitments.reply-rating': 'password',
  'provisions.respond': 'otp',
  'holidays.manage': 'password',
  'practices.read': 'password',
  'practices.post': 'password',
  'practices.read-readers': 'password',
  'practices.review': 'password',
  'practices.adopt': 'password',
  'practices.ask': 'password',
  'files.read': 'password',
  'files.confirm': 'password',
  'live-updates.read': 'password',
  'audit.read': 'password',
  'system.read-metrics': 'otp',
  'system.read-mails': 'otp',
  'system.retry-mails': 'otp',
} as const satisfies Record<string, SignInStrength>;

/** Name of an act, as routes declare it and as the web interface asks for it. */
export type Permission = keyof typeof STRENGTHS;

/** All permissions, in the order of the table. */
export const PERMISSIONS = Object.keys(STRENGTHS) as readonly Permission[];

/** What everybody has without sign-in; sight leaves them the public's figures only. */
export const ANONYMOUS_PERMISSIONS: readonly Permission[] = [
  'reference.read',
  'arrivals.read-overview',
  'arrivals.read',
  'arrivals.export',
  'forums.read',
  'commitments.read',
  'commitments.export',
  'practices.read',
  'files.read',
];

/** One line of the table: these kinds with these functions have these permissions. */
export interface PermissionGrant {
  readonly kinds: readonly OrganizationKind[];
  /** `any`: every admitted member, also one without functions. */
  readonly functions: readonly ParticipantFunction[] | 'any';
  readonly permissions: readonly Permission[];
}

/** Everyone but the portal's own organization, which administers and takes part in nothing. */
const PARTICIPANTS = ORGANIZATION_KINDS.filter((kind) => kind !== 'portal');

/**
 * The one table kind + function -> permissions; guard, OpenAPI document and web read it, and
 * nothing else decides. Which records an act reaches is decided by sight, not here.
 */
export const PERMISSION_GRANTS: readonly PermissionGrant[] = [
  {
    // Signing in never takes away what the public may do.
    kinds: ORGANIZATION_KINDS,
    functions: 'any',
    permissions: [...ANONYMOUS_PERMISSIONS, 'session.read', 'organizations.read'],
  },
  {
    kinds: PARTICIPANTS,
    functions: 'any',
    permissions: [
      'search.read',
      'desk.read',
      'sharing-groups.read',
      'live-updates.read',
      'practices.ask',
    ],
  },
  {
    kinds: ['state'],
    functions: ['focal-point'],
    permissions: [
      'arrivals.enter',
      'arrivals.send',
      'arrivals.reopen',
      'arrivals.share',
      'arrivals.read-readers',
      'arrivals.import',
      'sharing-groups.manage',
    ],
  },
  {
    kinds: ['state'],
    functions: ['clearer'],
    permissions: ['arrivals.clear', 'arrivals.read-readers'],
  },
  {
    kinds: ['state'],
    functions: ['national-coordinator'],
    permissions: [
      'arrivals.clear',
      'arrivals.reopen',
      'arrivals.retract',
      'arrivals.share',
      'arrivals.read-readers',
      'sharing-groups.manage',
    ],
  },
  {
    kinds: ['forum-secretariat'],
    functions: ['secretariat-officer'],
    permissions: [
      'commitments.record',
      'commitments.accept-report',
      'commitments.remind',
      'commitments.import',
      'commitments.rate',
    ],
  },
  {
    kinds: ['state', 'agency'],
    functions: ['commitment-owner', 'national-coordinator'],
    permissions: ['commitments.report', 'commitments.read-readers', 'files.confirm'],
  },
  {
    kinds: ['state'],
    functions: ['commitment-owner', 'national-coordinator'],
    permissions: ['commitments.rate', 'commitments.reply-rating'],
  },
  {
    kinds: ['state'],
    functions: ['national-coordinator'],
    permissions: ['provisions.respond', 'holidays.manage', 'practices.read-readers'],
  },
  {
    kinds: ['civil-society', 'human-rights-institution'],
    functions: ['practice-editor', 'reviewer', 'analyst'],
    permissions: ['commitments.rate'],
  },
  // Whoever has something to show posts it on equal terms, a civil society organization like a State.
  {
    kinds: PARTICIPANTS,
    functions: ['practice-editor'],
    permissions: ['practices.post', 'practices.adopt', 'practices.read-readers', 'files.confirm'],
  },
  { kinds: PARTICIPANTS, functions: ['reviewer'], permissions: ['practices.review'] },
  {
    kinds: ['state'],
    functions: ['focal-point', 'commitment-owner', 'national-coordinator'],
    permissions: ['practices.adopt'],
  },
  { kinds: ORGANIZATION_KINDS, functions: ['auditor'], permissions: ['audit.read'] },
  {
    kinds: ['portal'],
    functions: ['portal-admin'],
    permissions: ['system.read-metrics', 'system.read-mails', 'system.retry-mails'],
  },
];

/** Permissions of somebody acting for an organization of `kind` with `functions`, in table order. */
export const permissionsOf = (
  kind: OrganizationKind,
  functions: readonly ParticipantFunction[],
): readonly Permission[] => {
  const granted = new Set(
    PERMISSION_GRANTS.filter(
      (grant) =>
        grant.kinds.includes(kind) &&
        (grant.functions === 'any' || grant.functions.some((held) => functions.includes(held))),
    ).flatMap((grant) => grant.permissions),
  );
  return PERMISSIONS.filter((permission) => granted.has(permission));
};

/** The weakest sign-in that an act accepts. */
export const strengthFor = (permission: Permission): SignInStrength => STRENGTHS[permission];

/** Whether a sign-in of this strength is enough for the act; the anonymous acts need none. */
export const isStrongEnough = (strength: SignInStrength, permission: Permission): boolean =>
  SIGN_IN_STRENGTHS.indexOf(strength) >= SIGN_IN_STRENGTHS.indexOf(STRENGTHS[permission]);

/** In what capacity somebody acts. */
export interface ActingParticipant {
  readonly kind: OrganizationKind;
  /** Those in the token's roles and in an open membership or seat. */
  readonly functions: readonly ParticipantFunction[];
}

/**
 * Whether the participant, or without sign-in anybody (`null`), may do the act at all. How strong the
 * sign-in must be is the guard's question alone: an act that only lacks a code is offered all the same.
 */
export const mayDo = (participant: ActingParticipant | null, permission: Permission): boolean =>
  participant === null
    ? ANONYMOUS_PERMISSIONS.includes(permission)
    : permissionsOf(participant.kind, participant.functions).includes(permission);
