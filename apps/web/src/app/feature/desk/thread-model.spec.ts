import { describe, expect, it } from '@jest/globals';
import type { DeskResponse } from '@enlace/contract';
import { isFollowUp, openingAfter, tasksOf, threadOf } from './thread-model';

type Task = DeskResponse['tasks'][number];

const TODAY = '2026-11-23';

const due = (dueOn: string, kind: Task['kind'] = 'enter'): Task => ({
  ...{ kind, report: null, crossingPoint: dueOn, period: '2026-10', dueOn, rows: 0, reason: null },
  ...{ status: dueOn < TODAY ? 'overdue' : 'due-soon', daysLeft: 0 },
});

describe('The thread', () => {
  it('has the follow-up of commitments beside profiles', () => {
    const report = {
      ...{ kind: 'report' as const, commitment: 'c', dueDate: 'd', state: 'PAN', reason: null },
      ...{ title: { language: 'es' as const, body: 'Formar', status: 'original' as const } },
      ...{ provisions: ['B1'], dueOn: '2026-11-30', status: 'due-soon' as const },
      ...{ daysLeft: 7, sentOn: null, snoozable: false },
    };
    const { marks } = threadOf([due('2026-11-30'), report], TODAY, null);
    expect(marks.map(({ tasks }) => tasks.map(isFollowUp))).toEqual([[false, true]]);
  });

  it('has of the exchange of practices what has a date, and the list has the rest where today is', () => {
    const practice = {
      ...{ kind: 'practice-question' as const, practice: 'p', review: null, reason: 'Who pays?' },
      ...{ title: { language: 'es' as const, body: 'Un rol', status: 'original' as const } },
      ...{ dueOn: null, daysLeft: null, status: 'due-soon' as const, since: '2026-11-20' },
    };
    const dated = { ...practice, dueOn: '2026-11-30', daysLeft: 7, since: null };
    expect(threadOf([practice, dated], TODAY, null).marks.map(({ day }) => day)).toEqual([
      '2026-11-30',
    ]);
    const late = { ...due('2026-11-15'), daysLeft: -8 };
    const desk = { tasks: [late], followUp: [], practices: [dated, practice] };
    expect(tasksOf(desk)).toEqual([late, practice, dated]);
  });

  it('has today after one of four weeks, and the weeks to come', () => {
    const { begins, today, weeks } = threadOf([], TODAY, null);
    expect(begins).toBe('2026-11-16');
    expect(today).toBe(25);
    expect(weeks).toEqual([
      { day: '2026-11-30', at: 50 },
      { day: '2026-12-07', at: 75 },
    ]);
  });

  it('gathers what falls due on one day, and what fell due before the four weeks', () => {
    const tasks = [due('2026-09-15'), due('2026-10-15'), due('2026-11-30'), due('2026-11-30')];
    const { marks } = threadOf([...tasks, due('2027-01-15')], TODAY, null);
    expect(
      marks.map(({ at, earlier, tasks: own }) => ({ at, earlier, count: own.length })),
    ).toEqual([
      { at: 0, earlier: true, count: 2 },
      { at: 50, earlier: false, count: 2 },
    ]);
  });

  it('keeps words that would touch on rows of their own', () => {
    const opening = { day: '2026-12-01', month: '2026-11' };
    const {
      marks,
      opening: opens,
      lanes,
    } = threadOf([due('2026-11-27'), due('2026-11-29'), due('2026-12-14')], TODAY, opening);
    expect(marks.map(({ lane }) => lane)).toEqual([0, 1, 0]);
    expect(opens?.lane).toBe(2);
    expect(lanes).toBe(3);
  });

  it('knows when the next month opens, over the end of a year too', () => {
    expect(openingAfter('2026-10')).toEqual({ month: '2026-11', day: '2026-12-01' });
    expect(openingAfter('2026-11')).toEqual({ month: '2026-12', day: '2027-01-01' });
    expect(threadOf([], '2026-12-02', openingAfter('2026-11')).opening).toBeNull();
  });
});
