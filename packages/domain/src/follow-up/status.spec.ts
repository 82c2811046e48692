import { describe, expect, it } from '@jest/globals';
import { commitmentStatus, dueDateStatus, worstStatus, type CommitmentFacts } from './status.js';

const today = '2026-11-24';
const date = (dueOn: string, reportedOn: string | null = null, waived = false) => ({
  dueOn,
  reportedOn,
  waived,
});

describe('status of a due date', () => {
  it.each([
    [date('2026-11-23'), 'overdue'],
    [date('2026-11-24'), 'due-soon'],
    [date('2026-12-08'), 'due-soon'],
    [date('2026-12-09'), 'upcoming'],
    [date('2026-11-23', '2026-11-23'), 'reported'],
    [date('2026-11-23', '2026-11-24'), 'late'],
    [date('2026-11-23', null, true), 'waived'],
  ] as const)('%j is %s', (given, expected) => {
    expect(dueDateStatus(given, today)).toBe(expected);
  });
});

describe('status of a commitment', () => {
  const open: CommitmentFacts = {
    state: 'in-progress',
    dueOn: '2027-06-30',
    deliveredOn: null,
    dueDates: [],
  };

  it('says the worst of its dates, and late only of what came last', () => {
    const status = (...dueDates: CommitmentFacts['dueDates']) =>
      commitmentStatus({ ...open, dueDates }, today);
    expect(status()).toBe('on-track');
    expect(status(date('2026-12-01'), date('2026-10-01'))).toBe('overdue');
    expect(status(date('2026-12-01'), date('2026-10-01', '2026-10-05'))).toBe('due-soon');
    expect(status(date('2027-06-30'), date('2026-10-01', '2026-10-05'))).toBe('late');
    expect(status(date('2026-04-01', '2026-05-01'), date('2026-10-01', '2026-10-01'))).toBe(
      'on-track',
    );
    expect(status(date('2026-10-01', null, true))).toBe('on-track');
  });

  it('is late when delivered after its date, and out when superseded', () => {
    const done = (deliveredOn: string) =>
      commitmentStatus({ ...open, state: 'done', deliveredOn }, today);
    expect(done('2027-06-30')).toBe('done');
    expect(done('2027-07-01')).toBe('late');
    expect(commitmentStatus({ ...open, state: 'superseded' }, today)).toBeNull();
    expect(commitmentStatus({ ...open, state: 'aspiration', dueOn: null }, today)).toBe(
      'aspiration',
    );
  });

  it('takes the worst of a cell, and no report for an empty one', () => {
    expect(worstStatus(['done', 'late', 'on-track'])).toBe('late');
    expect(worstStatus(['dropped', 'aspiration'])).toBe('aspiration');
    expect(worstStatus([])).toBe('no-report');
  });
});
