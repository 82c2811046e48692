import { randomUUID } from 'node:crypto';
import type { Person, Realm } from './realm.js';

/** The client that people sign in with, and the audience its access tokens name. */
export const WEB_CLIENT = 'enlace-web';
/** The audience that every access token of the realm names. */
export const API_AUDIENCE = 'enlace-api';

/** The sign-in that a token comes from. */
export interface SignIn {
  readonly sessionId: string;
  /** Seconds since 1970. */
  readonly authTime: number;
  readonly acr: string;
  /** Scopes asked for and granted, `openid` and `organization:*` among them. */
  readonly scopes: readonly string[];
}

type OrganizationClaim = Record<string, { id: string }>;

/** The organizations of a person as `{alias: {id}}`; absent as Keycloak leaves it out. */
export function organizationClaim(
  realm: Realm,
  person: Person,
  scopes: readonly string[],
): OrganizationClaim | undefined {
  const mine = realm.organizations.filter((organization) =>
    organization.members.some((member) => member.username === person.username),
  );
  const asked = mine.filter(
    ({ alias }) =>
      scopes.includes('organization:*') ||
      scopes.includes(`organization:${alias}`) ||
      // The bare scope cannot choose between two.
      (scopes.includes('organization') && mine.length === 1),
  );
  if (asked.length === 0) return undefined;
  return Object.fromEntries(asked.map(({ alias, id }) => [alias, { id }]));
}

/** Claims about the person that ID token, access token and userinfo share. */
export function personClaims(person: Person): Record<string, unknown> {
  return {
    email_verified: person.emailVerified,
    name: `${person.firstName} ${person.lastName}`,
    preferred_username: person.username,
    given_name: person.firstName,
    family_name: person.lastName,
    locale: person.attributes.locale[0],
    email: person.email,
  };
}

function grantedScope(scopes: readonly string[], organizations: unknown): string {
  const kept = scopes.filter((scope) => !scope.startsWith('organization:') || organizations);
  return [...new Set([...kept, 'email', 'profile'])].join(' ');
}

/** All claims of an access token, in the shape that a real Keycloak was seen to give. */
export function accessTokenClaims(
  realm: Realm,
  person: Person,
  signIn: SignIn,
  now = Math.floor(Date.now() / 1000),
): Record<string, unknown> {
  const organization = organizationClaim(realm, person, signIn.scopes);
  const web = realm.clients.find(({ clientId }) => clientId === WEB_CLIENT);
  return {
    exp: now + realm.accessTokenLifespan,
    iat: now,
    auth_time: signIn.authTime,
    jti: `onrtac:${randomUUID()}`,
    iss: realm.issuer,
    aud: API_AUDIENCE,
    sub: person.id,
    typ: 'Bearer',
    azp: WEB_CLIENT,
    sid: signIn.sessionId,
    acr: signIn.acr,
    amr: signIn.acr === 'otp' ? ['pwd', 'otp'] : ['pwd'],
    'allowed-origins': web?.webOrigins ?? [],
    ...(person.realmRoles.length > 0 ? { realm_access: { roles: person.realmRoles } } : {}),
    scope: grantedScope(signIn.scopes, organization),
    ...(organization ? { organization } : {}),
    ...personClaims(person),
  };
}
