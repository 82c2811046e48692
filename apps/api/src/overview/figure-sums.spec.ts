import { describe, expect, it } from '@jest/globals';
import { exactFigure, FEWER_THAN_TEN } from '@enlace/domain';
import { FigureSums } from './figure-sums.js';

describe('sums by key', () => {
  it('tell zero from nothing reported', () => {
    const sums = new FigureSums();
    sums.open('reported');
    expect(sums.tell('reported')).toEqual({ kind: 'exact', value: 0 });
    expect(sums.tell('other')).toEqual({ kind: 'not-reported' });
  });

  it('are exact only where every part is', () => {
    const sums = new FigureSums();
    sums.add('mixed', exactFigure(20));
    expect(sums.tell('mixed')).toEqual({ kind: 'exact', value: 20 });
    sums.add('mixed', FEWER_THAN_TEN);
    expect(sums.tell('mixed')).toEqual({ kind: 'about', low: 21, middle: 25, high: 29 });
    sums.add('alone', FEWER_THAN_TEN);
    expect(sums.tell('alone')).toEqual({ kind: 'fewer-than-ten' });
    expect(sums.ranked()).toEqual(['mixed', 'alone']);
  });
});
