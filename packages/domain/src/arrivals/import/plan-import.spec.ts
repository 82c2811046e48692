import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '../period.js';
import { MAX_LISTED_FAULTS } from './import-faults.js';
import { planned, reading, told } from './import.harness.js';

const codes = (pairs: readonly [string, string][]) => ({
  codes: { ...reading().codes, nationality: new Map(pairs) },
});

const SINCE_1980 = { state: 'PAN', activeFrom: '1980-01-01', activeTo: null };

describe('a plan', () => {
  it('makes one report of each month, the oldest first', () => {
    const plan = planned(['2024-02|CMR|5', '2024-01|BGD|2', '2024-01|CMR|3']);
    expect(plan.faultCount).toBe(0);
    expect(plan.reports).toMatchObject([
      { period: { from: '2024-01-01' }, rows: 2, total: 5, exists: false },
      { period: { from: '2024-02-01' }, rows: 1, total: 5 },
    ]);
    expect(plan.reports[0]?.figures).toMatchObject({
      counts: [
        { nationality: 'BGD', value: 2 },
        { nationality: 'CMR', value: 3 },
      ],
      cells: [],
    });
  });

  it('of an empty file has nothing', () => {
    expect(planned([])).toMatchObject({ rows: 0, faultCount: 0, reports: [], mergedCodes: [] });
  });

  it('adds codes that mean one nationality, and names them', () => {
    const plan = planned(['2024-01|TIB|2', '2024-01|CHN|3'], reading(codes([['TIB', 'CHN']])));
    expect(plan.mergedCodes).toEqual([{ nationality: 'CHN', codes: ['CHN', 'TIB'], rows: 2 }]);
    expect(plan.reports[0]?.figures.counts).toEqual([{ nationality: 'CHN', value: 5 }]);
  });

  it('refuses the same code twice, doubled rows of a breakdown too', () => {
    const twice = planned(['2024-01|CMR|2', '2024-01|CMR|2']);
    expect(told(twice.faults)).toEqual(['3 nationality nationality-duplicated']);
    const line = '2024-01|CMR|male|18-59|2';
    const cells = planned([line, line], reading({}, true));
    expect(told(cells.faults)).toEqual(['3 nationality cell-duplicated']);
  });

  it('compares every total with its parts, and adds none of them', () => {
    const lines = [
      ...['2024-01|CMR|male|18-59|2', '2024-01|CMR|female|18-59|3', '2024-01|BGD|male|0-17|4'],
      ...['2024-01|CMR|Total|18-59|5', '2024-01|Total|male|Total|6', '2024-01|Total|Total|Total|9'],
    ];
    const right = planned(lines, reading({}, true));
    expect([right.faultCount, right.reports[0]?.total]).toEqual([0, 9]);
    const wrong = planned(
      [
        ...lines.slice(0, 3),
        '2024-01|CMR|Total|18-59|6',
        '2024-01|Total|male|Total|5',
        '2024-01|GHA|Total|Total|1',
      ],
      reading({}, true),
    );
    expect(told(wrong.faults)).toEqual([5, 6, 7].map((row) => `${row} count total-differs`));
  });

  it('says nothing of a total whose parts could not be read', () => {
    const plan = planned(['2024-01|CMR|x', '2024-01|BGD|3', '2024-01|Total|9']);
    expect(told(plan.faults)).toEqual(['2 count value-not-a-number']);
  });

  it('refuses a year beside its months, and what is reported already', () => {
    const overlap = planned(['2019|CMR|9', '2019-03|CMR|2']);
    expect(told(overlap.faults)).toEqual(['2 period periods-overlap', '3 period periods-overlap']);
    const taken = planned(['2024-01|CMR|9', '2024-01|BGD|9', '2024-02|CMR|9'], reading(), {
      taken: [parsePeriod('2024')!],
    });
    expect(told(taken.faults)).toEqual(['2 period report-exists', '4 period report-exists']);
    expect(taken.reports.map(({ exists }) => exists)).toEqual([true, true]);
  });

  it('takes yearly rows as a report of the year', () => {
    const plan = planned(
      ['2019-01|CMR|9', '2020-01|CMR|1'],
      reading({ yearlyPeriods: new Set(['2019']) }),
    );
    expect(plan.yearlyRows).toBe(1);
    expect(plan.reports.map(({ period }) => period.length)).toEqual(['year', 'month']);
  });

  it('refuses months that have not ended and those before 1990', () => {
    const early = planned(['1989-12|CMR|9'], reading(), { crossingPoint: SINCE_1980 });
    expect(told(early.faults)).toEqual(['2 period period-before-1990']);
    expect(told(planned(['2026-11|CMR|9']).faults)).toEqual(['2 period period-not-ended']);
    expect(told(planned(['2026-10|CMR|9']).faults)).toEqual([]);
  });

  it('warns of own nationals and of nationalities of the Americas', () => {
    const plan = planned(['2024-01|PAN|4', '2024-01|CMR|9']);
    expect(plan.ownNationalityRows).toBe(1);
    expect(plan.warnings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['own-nationality', 'nationality-of-the-americas']),
    );
  });

  it('counts every fault and lists the first thousand', () => {
    const lines = Array.from({ length: MAX_LISTED_FAULTS + 50 }, () => '2024-01|CMR|x');
    const plan = planned(lines);
    expect([plan.faultCount, plan.faults.length]).toEqual([
      ...[MAX_LISTED_FAULTS + 50, MAX_LISTED_FAULTS],
    ]);
  });
});
