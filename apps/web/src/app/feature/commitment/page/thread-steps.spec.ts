import { describe, expect, it } from '@jest/globals';
import { threadSteps } from './thread-steps';

const date = (dueOn: string) => ({
  id: dueOn,
  dueOn,
  final: false,
  status: 'upcoming' as const,
  reportedOn: null,
  waiveReason: null,
});
const shown = (dates: readonly string[], today: string): readonly string[] =>
  threadSteps({ provisions: [], dueDates: dates.map(date), today }).map((step) => {
    if (step.kind === 'date') return step.date.dueOn;
    return step.kind === 'more' ? `+${step.count}` : step.kind;
  });

describe('the thread of due dates', () => {
  it('has today between what passed and what comes; a date that is today has not passed', () => {
    expect(shown(['2026-01-01', '2026-06-30', '2026-07-31'], '2026-06-30')).toEqual([
      '2026-01-01',
      'today',
      '2026-06-30',
      '2026-07-31',
    ]);
  });

  it('tells how many dates it leaves out, and never leaves out the last', () => {
    const months = Array.from(
      { length: 10 },
      (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`,
    );
    expect(shown(months, '2026-05-15')).toEqual([
      '+2',
      ...['2026-03-01', '2026-04-01', '2026-05-01'],
      'today',
      ...['2026-06-01', '2026-07-01'],
      '+2',
      '2026-10-01',
    ]);
  });

  it('is today alone where nothing is due', () => {
    expect(shown([], '2026-05-15')).toEqual(['today']);
  });
});
