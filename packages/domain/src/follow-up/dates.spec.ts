import { describe, expect, it } from '@jest/globals';
import { addMonths, addWorkingDays, dayIn, nextWorkingDay } from './calendar.js';
import { missingParts } from './quality-gate.js';
import { indicatorPercent, progressOf } from './progress.js';
import { DEFAULT_REMINDER_STEPS, rolesAt, stepsDue } from './reminders.js';
import { rescheduled, scheduledDates } from './schedule.js';

const none: ReadonlySet<string> = new Set();

describe('calendar', () => {
  it('comes back to the 31st after a short month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-31', 2)).toBe('2026-03-31');
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
  });

  it('skips week-ends and holidays', () => {
    expect(nextWorkingDay('2026-11-28', none)).toBe('2026-11-30');
    expect(nextWorkingDay('2026-11-27', new Set(['2026-11-27', '2026-11-30']))).toBe('2026-12-01');
    expect(addWorkingDays('2026-11-24', 20, none)).toBe('2026-12-22');
    expect(addWorkingDays('2026-11-24', 20, new Set(['2026-12-08']))).toBe('2026-12-23');
  });

  it('knows the day of an instant by zone', () => {
    const instant = new Date('2026-11-24T03:30:00Z');
    expect(dayIn(instant, 'America/Panama')).toBe('2026-11-23');
    expect(dayIn(instant, 'UTC')).toBe('2026-11-24');
  });
});

describe('schedule', () => {
  it('makes its dates and stops at its end', () => {
    expect(scheduledDates({ firstOn: '2026-08-31', everyMonths: 6, endsOn: '2027-08-31' })).toEqual(
      ['2026-08-31', '2027-02-28', '2027-08-31'],
    );
    expect(scheduledDates({ dates: ['2027-01-01', '2026-01-01', '2027-01-01'] })).toEqual([
      '2026-01-01',
      '2027-01-01',
    ]);
  });

  it('moves only future dates without a report', () => {
    const existing = [
      { dueOn: '2026-06-30', settled: false },
      { dueOn: '2026-12-31', settled: true },
      { dueOn: '2027-06-30', settled: false },
    ];
    expect(rescheduled(existing, { dates: ['2026-06-01', '2027-01-31'] }, '2026-11-24')).toEqual({
      removed: ['2027-06-30'],
      added: ['2027-01-31'],
    });
  });
});

describe('reminders', () => {
  const due = (today: string, since = '2026-01-01') =>
    stepsDue('2026-12-15', DEFAULT_REMINDER_STEPS, since, today, none);

  it('go out on the working day on or after their own, never early', () => {
    // 15 November 2026 is a Sunday.
    expect(due('2026-11-15')).toEqual([]);
    expect(due('2026-11-16')).toEqual([-30]);
    expect(due('2026-12-16')).toEqual([-30, -7, -1, 1]);
  });

  it('leave out steps whose day had passed when the date was made', () => {
    expect(due('2026-12-14', '2026-12-10')).toEqual([-1]);
  });

  it('escalate from the owner to coordinator, secretariat and presidency', () => {
    expect(rolesAt(-30)).toEqual(['owner']);
    expect(rolesAt(14)).toEqual(['owner', 'coordinator']);
    expect(rolesAt(30)).toEqual(['owner', 'coordinator', 'secretariat', 'presidency']);
  });
});

describe('progress', () => {
  it('rolls up actions by weight, else indicators, else the last report', () => {
    const indicator = { baseline: 31, target: 90, direction: 'up', latest: 52 } as const;
    expect(
      progressOf(
        [
          { state: 'done', weight: 1 },
          { state: 'running', weight: 2 },
          { state: 'dropped', weight: 9 },
        ],
        [indicator],
        10,
      ),
    ).toEqual({ percent: 67, source: 'actions' });
    expect(progressOf([{ state: 'dropped', weight: 1 }], [indicator], 10)).toEqual({
      percent: 36,
      source: 'indicators',
    });
    expect(progressOf([], [], 10)).toEqual({ percent: 10, source: 'report' });
    expect(progressOf([], [], null)).toBeNull();
  });

  it('follows an indicator downwards and past its target', () => {
    expect(indicatorPercent({ baseline: 80, target: 20, direction: 'down', latest: 50 })).toBe(50);
    expect(indicatorPercent({ baseline: 80, target: 20, direction: 'down', latest: 10 })).toBe(100);
    expect(indicatorPercent({ baseline: 80, target: 20, direction: 'down', latest: 90 })).toBe(0);
    expect(indicatorPercent({ baseline: 5, target: 5, direction: 'up', latest: 4 })).toBe(0);
  });
});

describe('quality gate', () => {
  it('names what is missing', () => {
    expect(
      missingParts({ actor: 'pa-snm', deliverable: ' ', dueOn: null, verification: 'Decree' }),
    ).toEqual(['deliverable', 'due-date']);
  });
});
