import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FUNCTIONS, ORGANIZATION_KINDS, SIGN_IN_STRENGTHS } from '../codes/participants.js';
import {
  ANONYMOUS_PERMISSIONS,
  isStrongEnough,
  mayDo,
  PERMISSION_GRANTS,
  PERMISSIONS,
  permissionsOf,
  strengthFor,
} from './permissions.js';

const kind = fc.constantFrom(...ORGANIZATION_KINDS);
const functions = fc.subarray([...FUNCTIONS]);

describe('permissions', () => {
  it('are named feature.act and each is granted to somebody', () => {
    const granted = new Set(PERMISSION_GRANTS.flatMap((grant) => grant.permissions));
    for (const permission of PERMISSIONS) {
      expect(permission).toMatch(/^[a-z-]+\.[a-z-]+$/);
      expect(granted).toContain(permission);
    }
  });

  it('never shrink by signing in or by a further function', () => {
    fc.assert(
      fc.property(kind, functions, fc.constantFrom(...FUNCTIONS), (of, held, more) => {
        const before = permissionsOf(of, held);
        expect(before).toEqual(expect.arrayContaining([...ANONYMOUS_PERMISSIONS]));
        expect(permissionsOf(of, [...held, more])).toEqual(expect.arrayContaining([...before]));
      }),
    );
  });

  it('let only State authorities write arrivals', () => {
    const writes = PERMISSIONS.filter((name) =>
      /^arrivals\.(enter|send|clear|reopen|retract|share|import|read-readers)$/.test(name),
    );
    for (const of of ORGANIZATION_KINDS.filter((name) => name !== 'state')) {
      const held = permissionsOf(of, FUNCTIONS);
      for (const write of writes) expect(held).not.toContain(write);
    }
    expect(permissionsOf('state', [])).not.toEqual(expect.arrayContaining(['arrivals.enter']));
  });

  it('keep entering and clearing apart', () => {
    expect(permissionsOf('state', ['focal-point'])).not.toContain('arrivals.clear');
    expect(permissionsOf('state', ['clearer'])).not.toContain('arrivals.enter');
    expect(permissionsOf('state', ['national-coordinator'])).toEqual(
      expect.arrayContaining([
        'arrivals.clear',
        'arrivals.reopen',
        'arrivals.retract',
        'arrivals.share',
      ]),
    );
  });

  it('give the portal administrator the system and beyond the public no record', () => {
    expect(permissionsOf('portal', FUNCTIONS)).toEqual([
      'session.read',
      'reference.read',
      'organizations.read',
      'arrivals.read',
      'arrivals.read-overview',
      'arrivals.export',
      'forums.read',
      'commitments.read',
      'commitments.export',
      'practices.read',
      'files.read',
      'audit.read',
      'system.read-metrics',
      'system.read-mails',
      'system.retry-mails',
    ]);
    expect(permissionsOf('state', ['portal-admin'])).not.toContain('system.read-metrics');
  });

  it('ask for a sign-in at least as strong as declared', () => {
    for (const permission of PERMISSIONS) {
      expect(SIGN_IN_STRENGTHS).toContain(strengthFor(permission));
      expect(isStrongEnough('otp', permission)).toBe(true);
    }
  });

  it('ask for a code where a State, a forum or Enlace itself is bound or is looked behind', () => {
    expect(PERMISSIONS.filter((permission) => !isStrongEnough('password', permission))).toEqual([
      'arrivals.clear',
      'arrivals.retract',
      'commitments.record',
      'commitments.accept-report',
      'commitments.import',
      'provisions.respond',
      'system.read-metrics',
      'system.read-mails',
      'system.retry-mails',
    ]);
    for (const permission of ANONYMOUS_PERMISSIONS) {
      expect(strengthFor(permission)).toBe('password');
    }
  });

  it('leave anonymous visitors the public figures', () => {
    expect(PERMISSIONS.filter((permission) => mayDo(null, permission)).sort()).toEqual(
      [...ANONYMOUS_PERMISSIONS].sort(),
    );
    const focalPoint = { kind: 'state', functions: ['focal-point'] } as const;
    expect(mayDo(focalPoint, 'arrivals.enter')).toBe(true);
    expect(mayDo(focalPoint, 'audit.read')).toBe(false);
  });
});
