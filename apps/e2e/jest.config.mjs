import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('../../.swcrc', import.meta.url), 'utf8'));

/** Journeys in a real browser through one running system; the packages they import are read as built. */
export default {
  displayName: 'journeys',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // What only a real Keycloak can do is tested on it alone.
  testMatch: [
    '<rootDir>/src/**/*.spec.ts',
    ...(process.env.E2E_IDENTITY === 'keycloak' ? ['<rootDir>/src/**/*.keycloak.ts'] : []),
  ],
  testTimeout: 120_000,
  globalSetup: '<rootDir>/set-up.harness.mjs',
  globalTeardown: '<rootDir>/tear-down.harness.mjs',
};
