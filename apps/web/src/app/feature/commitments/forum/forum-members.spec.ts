import { describe, expect, it } from '@jest/globals';
import { membersOn } from './forum-members';

const member = (state: string | null, rest: Record<string, unknown> = {}) =>
  ({
    ...{ state, organization: null, role: 'member', from: null, to: null, suspendedFrom: null },
    ...rest,
  }) as Parameters<typeof membersOn>[0][number];

describe('members of a forum by date', () => {
  it('has those in force on the day, oldest first', () => {
    const members = [
      member('BOL', { from: '2024-07-04' }),
      member('ARG', { from: '1991-03-26' }),
      member('XXX', { to: '2020-01-01' }),
      member('YYY', { from: '2030-01-01' }),
      member(null, { organization: 'x' }),
    ];
    expect(membersOn(members, '2026-11-25').map(({ state }) => state)).toEqual(['ARG', 'BOL']);
  });

  it('goes by role before the name', () => {
    const members = [member('CHL', { role: 'associate' }), member('URY'), member('BRA')];
    expect(membersOn(members, '2026-11-25').map(({ state, role }) => [state, role])).toEqual([
      ['CHL', 'associate'],
      ['BRA', 'member'],
      ['URY', 'member'],
    ]);
  });

  it('says since when somebody is suspended, not before', () => {
    const suspended = [member('VEN', { suspendedFrom: '2016-12-01' })];
    expect(membersOn(suspended, '2016-11-30')[0]?.suspendedFrom).toBeNull();
    expect(membersOn(suspended, '2016-12-01')[0]?.suspendedFrom).toBe('2016-12-01');
  });
});
