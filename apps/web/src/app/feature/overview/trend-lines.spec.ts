import { describe, expect, it } from '@jest/globals';
import type { FigureAnswer } from '@enlace/contract';
import { lookOf } from './nationality-look';
import { drawnValue, gapsOf, gridStep, highestOf, runsOf } from './trend-lines';

const none: FigureAnswer = { kind: 'not-reported' };
const few: FigureAnswer = { kind: 'fewer-than-ten' };
const exact = (value: number): FigureAnswer => ({ kind: 'exact', value });
const line = (...figures: readonly FigureAnswer[]) => ({
  ...{ name: '', look: lookOf('CHN'), figures },
  ...{ told: figures.map(() => ''), last: '' },
});

describe('what a trend draws', () => {
  it('keeps zero, fewer than ten and not reported apart', () => {
    expect([exact(0), few, none].map(drawnValue)).toEqual([0, null, null]);
    const lines = [line(exact(0), few, few, none, none), line(exact(3), exact(4), none, none, few)];
    expect(gapsOf(lines, 5)).toEqual({
      silent: [[3, 3]],
      protected: [
        [1, 2],
        [4, 4],
      ],
      missing: [
        [2, 2],
        [4, 4],
      ],
    });
  });

  it('joins neighbouring months', () => {
    expect(runsOf(6, (index) => index !== 2 && index !== 4)).toEqual([
      [0, 1],
      [3, 3],
      [5, 5],
    ]);
  });

  it('makes room for the top of the bands, in four steps at most', () => {
    expect(highestOf([line({ kind: 'about', low: 90, middle: 100, high: 112 }, none)])).toBe(112);
    for (const highest of [0, 1, 9, 33, 480, 1080, 82_000]) {
      expect(highest / gridStep(highest)).toBeLessThanOrEqual(4);
    }
    expect(gridStep(1080)).toBe(300);
  });
});
