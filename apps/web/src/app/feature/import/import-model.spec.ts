import { describe, expect, it } from '@jest/globals';
import type { ImportSettings } from '@enlace/contract';
import {
  commentOn,
  meaningOf,
  withCodesOf,
  withColumnsOf,
  withColumn,
  withComment,
  withMeaning,
  withYear,
  yearsOf,
} from './import-model';

const SETTINGS: ImportSettings = {
  ...{ crossingPoint: '6f0f3c9e-6c0f-4d27-8a3b-0d3d2f1c9a10', unit: 'persons' },
  ...{ observation: 'entry', sourceKind: 'register', finality: 'final' },
  columns: { period: 'month', nationality: 'nat', count: 'n', sex: null, ageBand: null },
  ...{ yearlyPeriods: ['2019'], nationalities: { TIB: 'CHN' }, sexes: {}, ageBands: {} },
  confirmations: [],
};

describe('Settings of an import', () => {
  it('map a code of the source, and take the mapping away again', () => {
    const mapped = withMeaning(SETTINGS, 'nationality', 'OOO', 'XXX');
    expect(mapped.nationalities).toEqual({ TIB: 'CHN', OOO: 'XXX' });
    expect(meaningOf(withMeaning(mapped, 'nationality', 'TIB', ''), 'nationality', 'TIB')).toBe('');
    expect(withMeaning(SETTINGS, 'sex', 'F', 'female').sexes).toEqual({ F: 'female' });
  });

  it('keep the codes mapped for the file before', () => {
    const next = { ...SETTINGS, nationalities: { TIB: 'IND', ZZ: 'XXX' } };
    expect(withCodesOf(SETTINGS, next).nationalities).toEqual({ TIB: 'CHN', ZZ: 'XXX' });
    expect(withCodesOf(null, next)).toEqual(next);
  });

  it('keep the columns of the file before where this one has them', () => {
    const guessed = withColumn(withColumn(SETTINGS, 'period', ''), 'count', '');
    const headings = ['month', 'nat', 'n', 'more'];
    expect(withColumnsOf(SETTINGS, guessed, headings).columns).toEqual(SETTINGS.columns);
    expect(withColumnsOf(SETTINGS, guessed, ['month', 'nat'])).toEqual(guessed);
    expect(withColumnsOf(null, guessed, headings)).toEqual(guessed);
  });

  it('leave out a breakdown that the file does not have', () => {
    expect(withColumn(SETTINGS, 'sex', 'sexo').columns.sex).toBe('sexo');
    expect(withColumn(SETTINGS, 'ageBand', '').columns.ageBand).toBeNull();
    expect(withColumn(SETTINGS, 'count', '').columns.count).toBe('');
  });

  it('take a year as a total or as months', () => {
    expect(withYear(SETTINGS, '2018', true).yearlyPeriods).toEqual(['2018', '2019']);
    expect(withYear(SETTINGS, '2019', false).yearlyPeriods).toEqual([]);
  });

  it('hold one comment for each warning, and none that is blank', () => {
    const once = withComment(SETTINGS, 'far-above-median', 'A');
    const twice = withComment(once, 'far-above-median', 'A holiday');
    expect(twice.confirmations).toEqual([{ rule: 'far-above-median', comment: 'A holiday' }]);
    expect(commentOn(withComment(twice, 'far-above-median', '  '), 'far-above-median')).toBe('');
  });
});

describe('Years of an import', () => {
  it('add up their periods', () => {
    const period = (name: string, total: number, exists = false) => ({
      ...{ period: name, rows: 1, total, exists },
    });
    expect(
      yearsOf([period('2020-01', 5), period('2019', 7, true), period('2020-02', 6, true)]),
    ).toEqual([
      { year: '2019', reports: 1, total: 7, exists: 1 },
      { year: '2020', reports: 2, total: 11, exists: 1 },
    ]);
  });
});
