import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { earlierKeysConfig } from './audit.config.js';
import { ConfigError, readConfig, readPart } from './config.js';
import { configurationTable, inOperations } from './configuration-table.js';
import { ownerConfig } from './database.config.js';

const WHOLE = {
  DATABASE_URL: 'postgres://enlace_app@localhost/enlace',
  ENLACE_ORIGIN: 'https://enlace.example',
  IDENTITY_ISSUER: 'https://enlace.example/realms/enlace',
  IDENTITY_JWKS_URL: 'http://identity/certs',
  IDENTITY_AUDIENCE: 'enlace-api',
  ENLACE_AUDIT_KEY: 'k'.repeat(64),
  ENLACE_AUDIT_KEY_ID: 'first-2026',
  ENLACE_SMTP_URL: 'smtp://relay',
  ENLACE_MAIL_FROM: 'enlace@enlace.example',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'enlace-config-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the configuration', () => {
  it('takes a secret from a file, without the line break at its end', () => {
    const file = join(folder, 'key');
    writeFileSync(file, `${'s'.repeat(40)}\n`);
    const { audit } = readConfig({ ...WHOLE, ENLACE_AUDIT_KEY: '', ENLACE_AUDIT_KEY_FILE: file });
    expect(audit.ENLACE_AUDIT_KEY).toBe('s'.repeat(40));
    // What is said openly counts.
    expect(readConfig({ ...WHOLE, ENLACE_AUDIT_KEY_FILE: file }).audit.ENLACE_AUDIT_KEY).toBe(
      WHOLE.ENLACE_AUDIT_KEY,
    );
  });

  it('lists every fault at once, and an empty variable is not set', () => {
    const read = (): unknown => readConfig({ ...WHOLE, ENLACE_ORIGIN: '', PORT: 'x' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/ENLACE_ORIGIN: [^]*PORT: |PORT: [^]*ENLACE_ORIGIN: /);
    expect(() => readPart(ownerConfig, {})).toThrow(/DATABASE_OWNER_URL: /);
  });

  it('knows the keys of earlier', () => {
    const [one, other] = ['1'.repeat(32), '2'.repeat(32)];
    const read = (text: string): unknown =>
      readPart(earlierKeysConfig, { ENLACE_AUDIT_EARLIER_KEYS: text }).ENLACE_AUDIT_EARLIER_KEYS;
    expect(read(`first=${one}, second=${other}`)).toEqual(
      new Map([
        ['first', one],
        ['second', other],
      ]),
    );
    expect(() => read('first=short')).toThrow(/NAME=KEY/);
  });

  it('stands in the page for operators as the schemas have it: `npm run enlace -- configuration --write`', () => {
    const page = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8');
    expect(page).toBe(inOperations(page));
    expect(configurationTable()).toMatch(/`ENLACE_STRONG_SIGN_IN` +\| `true` /);
    expect(configurationTable()).toMatch(/`DATABASE_OWNER_URL` +\| required /);
  });
});
