import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { RecordVersions } from './record-versions.js';

const ID = '6f1c2d3e-0000-4000-8000-000000000001';

const versions = (key: string): RecordVersions => {
  const audit = { ENLACE_AUDIT_KEY: key, ENLACE_AUDIT_KEY_ID: 'test' };
  return new RecordVersions({ audit });
};

describe('the version of a record', () => {
  it('is the same in every process of an installation, and moves with each revision', () => {
    const version = versions('a'.repeat(64)).of(ID, 3);
    expect(versions('a'.repeat(64)).of(ID, 3)).toBe(version);
    expect(versions('a'.repeat(64)).of(ID, 4)).not.toBe(version);
  });

  it('cannot be made without the key, nor by the next revision tried', () => {
    const version = versions('a'.repeat(64)).of(ID, 3);
    expect(versions('b'.repeat(64)).of(ID, 3)).not.toBe(version);
    const unkeyed = createHash('sha256').update(`${ID}/3`).digest('base64url').slice(0, 22);
    expect(version).not.toBe(unkeyed);
    expect(version).toMatch(/^[\w-]{22}$/);
  });
});
