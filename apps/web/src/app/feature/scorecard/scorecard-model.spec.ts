import { describe, expect, it } from '@jest/globals';
import type { ScorecardRow } from '@enlace/contract';
import type { RatingGrade, RatingVoice } from '@enlace/domain';
import { gradesOf } from './scorecard-model';

const row = (...given: readonly [string, RatingVoice, string, RatingGrade][]): ScorecardRow => ({
  provision: {
    ...{ id: 'p', instrument: 'i', number: 'A1', group: 'A', themes: [] },
    titles: { es: 'A', en: 'A', pt: 'A', fr: 'A' },
  },
  ...{ status: 'on-track', lastReportOn: null, commitments: [] },
  ratings: given.map(([commitment, voice, organization, grade]) => ({
    ...{ commitment, voice, organization, grade },
  })),
});

describe('Grades of a theme', () => {
  it('stand by themselves, the extremes with what lies between', () => {
    const rows = [
      row(['c1', 'state', 'pa', 'complete'], ['c1', 'civil-society', 'ngo', 'none']),
      row(['c2', 'civil-society', 'ngo', 'complete'], ['c2', 'civil-society', 'ombud', 'complete']),
    ];
    expect(gradesOf(rows)).toEqual([
      { voice: 'state', grade: 'complete', count: 1 },
      { voice: 'civil-society', grade: 'none', count: 1 },
      { voice: 'civil-society', grade: 'complete', count: 2 },
    ]);
  });

  it('count a commitment under two recommendations once', () => {
    const twice = row(['c1', 'state', 'pa', 'started']);
    expect(gradesOf([twice, twice])).toEqual([{ voice: 'state', grade: 'started', count: 1 }]);
  });
});
