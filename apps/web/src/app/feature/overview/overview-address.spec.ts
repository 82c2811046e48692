import { describe, expect, it } from '@jest/globals';
import { NO_FILTERS, isNarrowed, readAddress, writeAddress } from './overview-address';

describe('address of the overview', () => {
  it('has nothing in it where nothing is narrowed', () => {
    expect(readAddress({})).toEqual(NO_FILTERS);
    expect(Object.values(writeAddress(NO_FILTERS)).every((value) => value === null)).toBe(true);
    expect(isNarrowed(NO_FILTERS)).toBe(false);
  });

  it('comes back as it was written', () => {
    const filters = {
      from: '2026-01',
      to: '2026-10',
      scope: 'all',
      nationalities: ['CMR', 'BGD'],
      states: ['PAN'],
      forum: 'rcm',
      unit: 'events',
      observation: 'encounter',
    } as const;
    const address = Object.fromEntries(
      Object.entries(writeAddress(filters)).filter(([, value]) => value !== null),
    );
    expect(address).toMatchObject({ nationality: 'CMR,BGD', state: 'PAN' });
    expect(readAddress(address)).toEqual(filters);
    expect(isNarrowed(filters)).toBe(true);
  });

  it('leaves out what makes no sense', () => {
    expect(
      readAddress({
        from: '2026-13',
        to: 'October',
        scope: 'everything',
        nationality: 'CMR,QQQ,CMR,<b>',
        state: 'Panama,PAN',
        forum: '../x',
        unit: 'litres',
      }),
    ).toEqual({ ...NO_FILTERS, nationalities: ['CMR'], states: ['PAN'] });
    expect(readAddress({ from: '2026-10', to: '2026-01' }).from).toBeNull();
  });
});
