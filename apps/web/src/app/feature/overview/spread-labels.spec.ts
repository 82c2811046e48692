import { describe, expect, it } from '@jest/globals';
import { spreadLabels } from './spread-labels';

const wishes = (...places: readonly number[]): readonly { at: number; height: number }[] =>
  places.map((at) => ({ at, height: 16 }));

describe('labels at the end of lines', () => {
  it('stay where there is room', () => {
    expect(spreadLabels(wishes(20, 100), 0, 200)).toEqual([20, 100]);
  });

  it('never cover one another and keep the order of their lines', () => {
    for (const places of [
      [100, 101, 102, 103],
      [103, 100, 100, 20],
      [190, 195, 199],
      [2, 3, 4],
    ]) {
      const middles = spreadLabels(wishes(...places), 0, 200);
      const sorted = [...middles].sort((one, other) => one - other);
      sorted.slice(1).forEach((middle, index) => {
        expect(middle - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-9);
      });
      expect(sorted[0]).toBeGreaterThanOrEqual(8);
      expect(sorted.at(-1)).toBeLessThanOrEqual(192);
      places.forEach((one, index) => {
        places.forEach((other, place) => {
          if (one < other) expect(middles[index]).toBeLessThan(middles[place] ?? 0);
        });
      });
    }
  });
});
