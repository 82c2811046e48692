import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { Config } from '../config/index.js';
import { Problem } from '../problems/index.js';
import { signInOf } from './sign-in.js';
import type { SignIn } from './sign-in.js';

/** `accessTokenLifespan` of the realm, in seconds. */
const MAX_TOKEN_AGE = 120;
const COOLDOWN = 1000;
/** Thumbprint of the key that the demo's realm file pins, whose private half everybody can read. */
export const DEMO_KEY_ID = '15McAtQD8nBz--clxtWipr0eqJe4Wsy1mgh47Ck_R8g';

/** Believes only tokens of our issuer, for our audience, of the right type and age. */
@Injectable()
export class TokenVerifier {
  private readonly keys: ReturnType<typeof createRemoteJWKSet>;

  constructor(private readonly config: Config) {
    this.keys = createRemoteJWKSet(new URL(config.access.IDENTITY_JWKS_URL), {
      cooldownDuration: COOLDOWN,
      cacheMaxAge: 60_000,
      timeoutDuration: 5000,
    });
  }

  /** What the token says; 401 for one that is not believed, 503 while the keys cannot be fetched. */
  async verify(token: string): Promise<SignIn> {
    try {
      return signInOf(await this.payload(token));
    } catch (error) {
      if (error instanceof Problem) throw error;
      if (isForged(error)) throw refused(error);
      throw new Problem('service-unavailable', { cause: error, headers: { 'retry-after': '5' } });
    }
  }

  private async payload(token: string): Promise<JWTPayload> {
    try {
      return await this.check(token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      // A key that was made after our last look: the keys may be fetched again after the cooldown.
      await sleep(COOLDOWN);
      return this.check(token);
    }
  }

  private async check(token: string): Promise<JWTPayload> {
    const { payload, protectedHeader } = await jwtVerify(token, this.keys, {
      issuer: this.config.access.IDENTITY_ISSUER,
      audience: this.config.access.IDENTITY_AUDIENCE,
      algorithms: ['RS256'],
      typ: 'at+jwt',
      maxTokenAge: MAX_TOKEN_AGE,
      clockTolerance: 5,
      requiredClaims: ['sub', 'exp', 'iat'],
    });
    if (protectedHeader.kid === DEMO_KEY_ID && !this.config.server.ENLACE_DEMO) {
      throw refused(new Error('The demo key is refused outside the demo.'));
    }
    return payload;
  }
}

const refused = (cause: unknown): Problem =>
  new Problem('not-signed-in', {
    cause,
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });

function isForged(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  // A JWKS address that answers anything but 200 throws the general error.
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
}
