import { describe, expect, it } from '@jest/globals';
import { day, instant, month, period } from './primitives.js';

describe('a time', () => {
  it.each([
    ['month', month, '2026-10', '0000-01'],
    ['period', period, '2019', '0000'],
    ['day', day, '2026-10-31', '0000-01-01'],
    ['instant', instant, '2026-10-31T00:00:00Z', '0000-01-01T00:00:00Z'],
  ])('as a %s has a year that there is', (_name, schema, good, bad) => {
    expect(schema.safeParse(good).success).toBe(true);
    expect(schema.safeParse(bad).error?.issues).toMatchObject([{ code: 'invalid_format' }]);
  });
});
