import { randomBytes } from 'node:crypto';
import { SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { loadRealm, type Realm, type RealmFiles } from './realm.js';
import { signingKeyOf } from './signing-key.js';
import { accessTokenClaims } from './token-claims.js';

/** What to change in an otherwise genuine token; `undefined` removes a claim. */
export interface TokenOverrides {
  readonly claims?: Record<string, unknown>;
  readonly header?: Partial<JWTHeaderParameters>;
}

/** Whose token, of which realm, and how it differs from a genuine one. */
export interface TokenRequest {
  /** The realm itself, or the files to read it from. */
  readonly realm: Realm | RealmFiles;
  readonly username: string;
  /** Alias of the only organization to name; all of the person's when left out. */
  readonly organization?: string;
  readonly acr?: string;
  readonly overrides?: TokenOverrides;
}

/** Signs an access token with the pinned key, with the claims that a sign-in would give. */
export async function issueToken(request: TokenRequest): Promise<string> {
  const realm = 'issuer' in request.realm ? request.realm : await loadRealm(request.realm);
  const person = realm.users.find(({ username }) => username === request.username);
  if (!person) throw new Error(`The demo has no account "${request.username}".`);
  const genuine = accessTokenClaims(realm, person, {
    sessionId: randomBytes(18).toString('base64url'),
    authTime: Math.floor(Date.now() / 1000),
    acr: request.acr ?? 'password',
    scopes: ['openid', `organization:${request.organization ?? '*'}`],
  });
  const bent = { ...genuine, ...request.overrides?.claims };
  const claims = Object.fromEntries(
    Object.entries(bent).filter(([, value]) => value !== undefined),
  ) as JWTPayload;
  const { key, kid } = await signingKeyOf(realm);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...request.overrides?.header })
    .sign(key);
}
