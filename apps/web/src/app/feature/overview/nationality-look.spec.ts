import { describe, expect, it } from '@jest/globals';
import { OTHERS_LOOK, lookOf } from './nationality-look';

const told = (code: string): string => `${lookOf(code).color} ${lookOf(code).marker}`;

describe('look of a nationality', () => {
  it('tells those of one chart apart by colour', () => {
    for (const shown of [
      ['VEN', 'HTI', 'ECU', 'CUB', 'COL'],
      ['IND', 'CHN', 'VNM', 'BGD', 'NPL'],
      ['CHN', 'IND', 'AFG', 'NPL', 'BGD'],
    ]) {
      expect(new Set(shown.map((code) => lookOf(code).color)).size).toBe(shown.length);
    }
  });

  it('tells the frequent ones apart by colour and marker together', () => {
    const frequent = ['VEN', 'IND', 'AGO', 'UZB', 'CHL', 'MRT', 'HTI', 'AFG', 'PAK', 'COD'];
    expect(new Set(frequent.map(told)).size).toBe(frequent.length);
  });

  it('has one for every code and another for all the rest', () => {
    expect(lookOf('ZWE').color).toMatch(/^--c[1-6]$/);
    expect(lookOf('others')).toBe(OTHERS_LOOK);
  });
});
