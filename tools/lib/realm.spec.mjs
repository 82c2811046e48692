import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const realm = JSON.parse(readFileSync(join(root, 'docker/keycloak/realm.json'), 'utf8'));
const MINUTE = 60;
const HOUR = 60 * MINUTE;

describe('the realm', () => {
  it('ends sessions and tokens in time', () => {
    expect(realm.accessTokenLifespan).toBeLessThanOrEqual(2 * MINUTE);
    expect(realm.ssoSessionIdleTimeout).toBeLessThanOrEqual(HOUR);
    expect(realm.ssoSessionMaxLifespan).toBeLessThanOrEqual(12 * HOUR);
    expect(realm.rememberMe ?? false).toBe(false);
  });

  it('gives a code for a minute, and a refresh token that is good once', () => {
    expect(realm.accessCodeLifespan).toBeLessThanOrEqual(MINUTE);
    expect([realm.revokeRefreshToken, realm.refreshTokenMaxReuse]).toEqual([true, 0]);
  });

  it('lets each client use the one flow that it needs', () => {
    for (const client of realm.clients) {
      expect([client.clientId, client.implicitFlowEnabled ?? false]).toEqual([
        client.clientId,
        false,
      ]);
      expect(client.directAccessGrantsEnabled).toBe(false);
      if (!client.publicClient) expect(client.standardFlowEnabled).toBe(false);
      else expect(client.attributes['pkce.code.challenge.method']).toBe('S256');
    }
    expect(realm.clients.filter(({ publicClient }) => publicClient)).toHaveLength(1);
  });

  it('asks for long passwords of any kind, for as long as they are good', () => {
    const policy = realm.passwordPolicy;
    expect(Number(/length\((\d+)\)/.exec(policy)?.[1])).toBeGreaterThanOrEqual(8);
    expect(policy).not.toMatch(/maxLength|digits|upperCase|lowerCase|specialChars|forceExpired/);
  });

  it('slows guessing down without locking anybody out for good', () => {
    expect(realm.bruteForceProtected).toBe(true);
    expect(realm.permanentLockout ?? false).toBe(false);
    expect(realm.failureFactor).toBeLessThanOrEqual(10);
    expect(realm.maxFailureWaitSeconds).toBeLessThanOrEqual(HOUR);
  });

  it('takes a one-time code once, within its half minute', () => {
    expect(realm).toMatchObject({
      otpPolicyType: 'totp',
      otpPolicyPeriod: 30,
      otpPolicyCodeReusable: false,
    });
    expect(realm.otpPolicyDigits).toBeGreaterThanOrEqual(6);
    expect(realm.otpPolicyLookAheadWindow).toBeLessThanOrEqual(1);
  });

  it('keeps events of sign-ins and of administrators, and takes no new accounts from anybody', () => {
    expect([realm.eventsEnabled, realm.adminEventsEnabled]).toEqual([true, true]);
    expect(realm.registrationAllowed).toBe(false);
  });
});
