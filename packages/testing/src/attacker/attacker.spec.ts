import { describe, expect, it } from '@jest/globals';
import { Attacker } from './bounds.js';
import { attackControl } from './control.js';
import { CUBES, VECTORS } from './cubes.js';

const terms = (...names: string[]): Map<string, number> => new Map(names.map((name) => [name, 1]));

describe('the attacker', () => {
  it('works out a hidden cell from a total', async () => {
    const told = [
      { terms: terms('a'), low: 1, high: 4 },
      { terms: terms('b'), low: 1, high: 4 },
      { terms: terms('a', 'b'), low: 8, high: 8 },
    ];
    expect(await new Attacker(told).boundsOf('a')).toEqual({ low: 4, high: 4 });
  });

  it('takes whole numbers only', async () => {
    const told = [
      { terms: terms('a'), low: 0, high: 9 },
      { terms: new Map([['a', 10]]), low: 25, high: 44 },
      {
        terms: new Map([
          ['a', 10],
          ['b', 1],
        ]),
        low: 25,
        high: 44,
      },
      { terms: terms('b'), low: 0, high: 0 },
    ];
    expect(await new Attacker(told).boundsOf('a')).toEqual({ low: 3, high: 4 });
  });

  it('leaves a cell as it was told where nothing else speaks of it', async () => {
    expect(await new Attacker([{ terms: terms('a'), low: 1, high: 9 }]).boundsOf('a')).toEqual({
      low: 1,
      high: 9,
    });
  });

  it('recovers at least 30 % where small cells are hidden beside exact totals', async () => {
    const { hidden, recovered } = await attackControl([...VECTORS, ...CUBES.slice(0, 6)]);
    expect(hidden).toBeGreaterThan(50);
    expect(recovered / hidden).toBeGreaterThan(0.3);
  });
});
