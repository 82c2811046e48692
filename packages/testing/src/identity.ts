import {
  API_AUDIENCE,
  issueToken,
  loadRealm,
  startIdentity,
  type TokenRequest,
} from '@enlace/dev-identity';
import { realmFiles } from './paths.js';

/** A running provider with the demo's accounts and key. */
export interface TestIdentity {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  /** A genuine access token of somebody who showed a code, unless `acr` says otherwise, or one bent by `overrides`. */
  token(username: string, more?: Omit<TokenRequest, 'realm' | 'username'>): Promise<string>;
  stop(): Promise<void>;
}

/** Tokens of the demo's accounts for the system at `origin`, whoever signs people in there. */
export async function tokensFor(origin: string): Promise<Pick<TestIdentity, 'token'>> {
  const realm = await loadRealm(realmFiles(origin));
  return { token: (username, more = {}) => issueToken({ realm, username, acr: 'otp', ...more }) };
}

/** Starts the development provider for tokens of `origin`. */
export async function startTestIdentity(origin: string): Promise<TestIdentity> {
  const realm = await loadRealm(realmFiles(origin));
  const identity = await startIdentity(realm, 0);
  const { token } = await tokensFor(origin);
  return {
    issuer: realm.issuer,
    audience: API_AUDIENCE,
    jwksUrl: `http://127.0.0.1:${identity.port}/realms/enlace/protocol/openid-connect/certs`,
    token,
    stop: () => identity.stop(),
  };
}
