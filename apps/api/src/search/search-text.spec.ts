import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '@enlace/domain';
import { readSearch } from './search-text.js';

describe('search text', () => {
  it('is words and at most one period', () => {
    expect(readSearch(' Bajo  Chiquito 2026-10 ')).toEqual({
      words: ['Bajo', 'Chiquito'],
      period: parsePeriod('2026-10'),
    });
    expect(readSearch('2025')).toEqual({ words: [], period: parsePeriod('2025') });
    expect(readSearch('2026-13').words).toEqual(['2026-13']);
  });
});
