import { describe, expect, it } from '@jest/globals';
import type { ReportResponse } from '@enlace/contract';
import { differencesOf, isSame } from './version-differences';

type ExactReport = Extract<ReportResponse, { detail: 'exact' }>;

const report: ExactReport = {
  ...{ id: '0', state: 'PAN', organization: '1', crossingPoint: '2', period: '2026-10' },
  ...{ periodLength: 'month', unit: 'persons', observation: 'entry', sourceKind: 'register' },
  ...{ coverage: 'full', finality: 'provisional', nil: false, definitionVersion: '1', version: 1 },
  ...{ versionState: 'superseded', clearedAt: null, detail: 'exact', withoutNationalsOf: null },
  counts: [
    { nationality: 'CMR', figure: { kind: 'exact', value: 12 } },
    { nationality: 'BGD', figure: { kind: 'exact', value: 30 } },
  ],
  total: { kind: 'exact', value: 42 },
  ...{ classification: 'restricted', direction: 'northbound', coveragePercent: null },
  ...{ sampleSize: null, method: null, confidence: null, registerTotal: null, note: null },
  cells: [{ nationality: 'CMR', sex: 'female', ageBand: '18-59', value: 12 }],
  indicators: [{ indicator: 'pregnant', nationality: null, value: 2 }],
  ...{ acts: [], returnReason: null, reopenReason: null, retractReason: null, author: false },
};

describe('differences between versions', () => {
  it('are none where both tell the same', () => {
    expect(isSame(differencesOf(report, { ...report, version: 2 }))).toBe(true);
  });

  it('tell a figure that came, went or changed, and a zero from nothing', () => {
    const later: ExactReport = {
      ...report,
      finality: 'final',
      counts: [
        { nationality: 'CMR', figure: { kind: 'exact', value: 15 } },
        { nationality: 'NPL', figure: { kind: 'exact', value: 0 } },
      ],
      cells: [{ nationality: 'CMR', sex: 'male', ageBand: '18-59', value: 12 }],
      indicators: [{ indicator: 'pregnant', nationality: 'CMR', value: 2 }],
    };
    const told = differencesOf(report, later);
    expect(told.header).toEqual([{ part: 'finality', before: 'provisional', after: 'final' }]);
    expect(told.counts).toMatchObject([
      { nationality: 'BGD', before: 30, after: null },
      { nationality: 'CMR', before: 12, after: 15 },
      { nationality: 'NPL', before: null, after: 0 },
    ]);
    expect(told.cells).toMatchObject([
      { sex: 'female', before: 12, after: null },
      { sex: 'male', before: null, after: 12 },
    ]);
    expect(told.indicators).toMatchObject([
      { nationality: null, before: 2, after: null },
      { nationality: 'CMR', before: null, after: 2 },
    ]);
  });
});
