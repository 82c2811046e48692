import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  calculateJwkThumbprint,
  createRemoteJWKSet,
  errors,
  exportJWK,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyOptions,
} from 'jose';
import { z } from 'zod';
import { Config } from '../config/index.js';
import { Problem } from '../problems/index.js';
import { notBelieved } from './not-believed.js';
import { assertPlain } from './plain-token.js';
import { signInOf } from './sign-in.js';
import type { SignIn } from './sign-in.js';

/** `accessTokenLifespan` of the realm, in seconds. */
const MAX_TOKEN_AGE = 120;
const COOLDOWN = 1000;
/** Thumbprint of the key that the demo's realm file pins, whose private half everybody can read. */
export const DEMO_KEY_ID = '15McAtQD8nBz--clxtWipr0eqJe4Wsy1mgh47Ck_R8g';

/** OpenID Connect back-channel logout 1.0, section 2.4: never a nonce. */
const logoutClaims = z.object({
  sid: z.string().min(1),
  events: z.looseObject({
    'http://schemas.openid.net/event/backchannel-logout': z.looseObject({}),
  }),
  nonce: z.undefined().optional(),
});

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
    const payload = await this.believed(token, {
      audience: this.config.access.IDENTITY_AUDIENCE,
      typ: 'at+jwt',
      requiredClaims: ['sub', 'exp', 'iat'],
    });
    if (payload['azp'] !== this.config.access.IDENTITY_CLIENT) {
      throw notBelieved(new Error('The token was made for another client.'));
    }
    return signInOf(payload);
  }

  /** The session that a logout token of the provider ends; 401 and 503 as for an access token. */
  async endedSession(token: string): Promise<string> {
    const payload = await this.believed(token, {
      audience: this.config.access.IDENTITY_CLIENT,
      typ: 'logout+jwt',
      requiredClaims: ['iat', 'jti', 'sid', 'events'],
    });
    const parsed = logoutClaims.safeParse(payload);
    if (!parsed.success) throw notBelieved(parsed.error);
    return parsed.data.sid;
  }

  private async believed(token: string, wanted: JWTVerifyOptions): Promise<JWTPayload> {
    try {
      assertPlain(token);
      return await this.payload(token, wanted);
    } catch (error) {
      if (error instanceof Problem) throw error;
      if (isForged(error)) throw notBelieved(error);
      throw new Problem('service-unavailable', { cause: error, headers: { 'retry-after': '5' } });
    }
  }

  private async payload(token: string, wanted: JWTVerifyOptions): Promise<JWTPayload> {
    try {
      return await this.check(token, wanted);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      // A key that was made after our last look: the keys may be fetched again after the cooldown.
      await sleep(COOLDOWN);
      return this.check(token, wanted);
    }
  }

  private async check(token: string, wanted: JWTVerifyOptions): Promise<JWTPayload> {
    const { payload, key } = await jwtVerify(token, this.keys, {
      issuer: this.config.access.IDENTITY_ISSUER,
      algorithms: ['RS256'],
      maxTokenAge: MAX_TOKEN_AGE,
      clockTolerance: 5,
      ...wanted,
    });
    // By what it is: each provider has a name of its own for it.
    if (!this.config.server.ENLACE_DEMO && (await thumbprintOf(key)) === DEMO_KEY_ID) {
      throw notBelieved(new Error('The demo key is refused outside the demo.'));
    }
    return payload;
  }
}

const thumbprintOf = async (key: Parameters<typeof exportJWK>[0]): Promise<string> =>
  calculateJwkThumbprint(await exportJWK(key));

function isForged(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  // A JWKS address that answers anything but 200 throws the general error.
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
}
