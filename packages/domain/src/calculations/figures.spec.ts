import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Figure } from './figures.js';
import {
  addFigures,
  exactFigure,
  FEWER_THAN_TEN,
  isExact,
  sumFigures,
  tellFigure,
  ZERO,
} from './figures.js';

const figure: fc.Arbitrary<Figure> = fc
  .tuple(fc.nat(1000), fc.nat(20), fc.nat(20))
  .map(([low, below, above]) => ({ low, middle: low + below, high: low + below + above }));

describe('figures', () => {
  it('add up part by part in any order', () => {
    fc.assert(
      fc.property(figure, figure, fc.array(figure), (one, other, more) => {
        expect(addFigures(one, other)).toEqual(addFigures(other, one));
        expect(sumFigures([one, ...more])).toEqual(addFigures(one, sumFigures(more)));
        expect(addFigures(one, ZERO)).toEqual(one);
      }),
    );
  });

  it('are exact only where every part is', () => {
    fc.assert(
      fc.property(fc.array(figure), (parts) => {
        expect(isExact(sumFigures(parts))).toBe(parts.every(isExact));
      }),
    );
  });

  it('tell a sum of the published example as about 130 (100 to 162)', () => {
    const five = (value: number): Figure => ({ low: value - 2, middle: value, high: value + 2 });
    const counts = [
      five(35),
      five(35),
      five(20),
      { low: 10, middle: 10, high: 12 },
      ...Array.from({ length: 6 }, () => FEWER_THAN_TEN),
    ];
    expect(tellFigure(sumFigures(counts))).toEqual({
      kind: 'about',
      low: 100,
      middle: 130,
      high: 162,
    });
  });

  it('keep zero, fewer than ten and not reported apart', () => {
    expect(tellFigure(ZERO)).toEqual({ kind: 'exact', value: 0 });
    expect(tellFigure(exactFigure(7))).toEqual({ kind: 'exact', value: 7 });
    expect(tellFigure(FEWER_THAN_TEN)).toEqual({ kind: 'fewer-than-ten' });
    expect(tellFigure(null)).toEqual({ kind: 'not-reported' });
  });
});
