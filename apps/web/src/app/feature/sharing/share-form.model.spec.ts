import { RetryKey } from '../../core/api/retry-key';
import { describe, expect, it } from '@jest/globals';
import { shareRequest } from '@enlace/contract';
import type { ShareForm } from './share-form.model';
import {
  EMPTY_SHARE,
  allowedKinds,
  faultsOf,
  openingOf,
  previewOf,
  requestOf,
} from './share-form.model';

const NOW = new Date('2026-11-24T12:00:00Z');
const form = (part: Partial<ShareForm>): ShareForm => ({
  ...EMPTY_SHARE,
  purpose: 'Joint planning',
  ...part,
});

describe('the form of a share', () => {
  it('offers what the classification allows', () => {
    expect(allowedKinds('confidential')).toEqual(['states', 'organizations']);
    expect(allowedKinds('restricted')).toEqual([
      'states',
      'organizations',
      'sharing-group',
      'forum',
    ]);
    expect(allowedKinds('community')).not.toContain('public');
    expect(allowedKinds('public')).toContain('public');
  });

  it('makes a request that the contract takes, and knows what is missing', () => {
    const complete = form({ states: ['COL'], withheldFrom: ['VEN'], endsOn: '2027-01-31' });
    expect(faultsOf(complete, NOW)).toEqual([]);
    expect(shareRequest.parse(requestOf(complete))).toEqual(requestOf(complete));
    expect(faultsOf(EMPTY_SHARE, NOW)).toEqual(['states', 'purpose']);
    expect(faultsOf(form({ kind: 'forum', roles: [] }), NOW)).toEqual(['forum', 'roles']);
    expect(faultsOf(form({ kind: 'community', endsOn: '2026-11-01' }), NOW)).toEqual([
      'ends-before-it-opens',
    ]);
    const past = form({ kind: 'community', opensOn: '2026-01-01' });
    expect(faultsOf(past, NOW)).toEqual(['opens-in-the-past']);
  });

  it('opens at whole hours and now where nothing is said', () => {
    expect(openingOf(EMPTY_SHARE)).toBeNull();
    const opening = openingOf(form({ opensOn: '2026-12-15', opensHour: 9 }));
    expect((opening?.getTime() ?? 1) % 3_600_000).toBe(0);
  });

  it('withholds from nobody in public and shares wide audiences in protected detail', () => {
    const wide = requestOf(form({ kind: 'public', detail: 'exact', withheldFrom: ['VEN'] }));
    expect(wide.withheldFrom).toEqual([]);
    expect(wide.detail).toBe('protected');
  });

  it('asks for a preview before the purpose is written, and not without an audience', () => {
    expect(previewOf(EMPTY_SHARE)).toBeNull();
    const asked = previewOf({ ...EMPTY_SHARE, kind: 'community' });
    expect(shareRequest.parse(asked)).toEqual(asked);
  });

  it('keeps its key over retries and takes another for another request', () => {
    const key = new RetryKey();
    const first = key.for({ a: 1 });
    expect(key.for({ a: 1 })).toBe(first);
    expect(key.for({ a: 2 })).not.toBe(first);
    const second = key.for({ a: 2 });
    key.used();
    expect(key.for({ a: 2 })).not.toBe(second);
  });
});
