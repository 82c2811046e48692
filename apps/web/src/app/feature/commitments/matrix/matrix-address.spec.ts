import { describe, expect, it } from '@jest/globals';
import { isNarrowed, readAddress, writeAddress } from './matrix-address';

describe('the address of the matrix', () => {
  it('leaves out what makes no sense', () => {
    const read = readAddress({ theme: 'weather', forum: '../x', from: '2026-13-01', group: '' });
    expect(read).toEqual(readAddress({}));
    expect(isNarrowed(read)).toBe(false);
  });

  it('comes back as it was written', () => {
    const filters = readAddress({
      ...{ instrument: 'BRA-2014', forum: 'rcm', theme: 'asylum', group: 'F' },
      ...{ from: '2026-01-01', until: '2026-12-31' },
    });
    const written = writeAddress(filters);
    expect(readAddress(JSON.parse(JSON.stringify(written)) as Record<string, string>)).toEqual(
      filters,
    );
    expect(isNarrowed(filters)).toBe(true);
  });

  it('drops a first day after the last', () => {
    const { from, until } = readAddress({ from: '2027-01-01', until: '2026-01-01' });
    expect([from, until]).toEqual([null, '2026-01-01']);
  });

  it('names the instrument only where it is another', () => {
    expect(writeAddress(readAddress({})).instrument).toBeNull();
  });
});
