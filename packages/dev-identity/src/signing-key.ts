import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import type { Realm } from './realm.js';

/** The pinned key, ready to sign, and as the private JWK whose public half the provider serves. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly publicKey: KeyObject;
  readonly kid: string;
  readonly jwk: JWK;
}

/** Reads the realm's pinned key; its id is the thumbprint, so that every start names it alike. */
export async function signingKeyOf(realm: Realm): Promise<SigningKey> {
  const key = createPrivateKey(realm.signingKey);
  const jwk = await exportJWK(key);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    key,
    publicKey: createPublicKey(key),
    kid,
    jwk: { ...jwk, kid, alg: 'RS256', use: 'sig' },
  };
}
