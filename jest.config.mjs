import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** One Jest project per Node workspace; sources are read directly, so that no build is needed first. */
const project = (name, folder, extra = {}) => ({
  displayName: name,
  rootDir: `<rootDir>/${folder}`,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@enlace/(domain|contract|testing|dev-postgres|dev-identity|dev-mail)$':
      '<rootDir>/../../packages/$1/src/index.ts',
    '^@enlace/contract/seeds$': '<rootDir>/../../packages/contract/src/seeds/index.ts',
  },
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  ...extra,
});

export default {
  // Integration tests talk to a real database, also on a busy machine.
  testTimeout: 20_000,
  projects: [
    project('domain', 'packages/domain'),
    project('contract', 'packages/contract'),
    project('testing', 'packages/testing'),
    // The commands of package.json, as plain modules that need no build.
    project('tools', 'tools', { testMatch: ['<rootDir>/**/*.spec.mjs'] }),
    project('dev-postgres', 'packages/dev-postgres'),
    project('dev-identity', 'packages/dev-identity'),
    project('dev-mail', 'packages/dev-mail'),
    // One server and one migrated template database for the run; needs the build.
    project('api', 'apps/api', {
      globalSetup: '<rootDir>/set-up.harness.mjs',
      globalTeardown: '<rootDir>/tear-down.harness.mjs',
    }),
  ],
};
