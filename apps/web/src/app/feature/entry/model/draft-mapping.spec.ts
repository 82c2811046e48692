import { describe, expect, it } from '@jest/globals';
import { draftContent } from '@enlace/contract';
import { checkFigures } from '@enlace/domain';
import { COUNT_COLUMN } from './columns';
import type { ExactReport } from './draft-mapping';
import { contentOf, figuresOf, placeOf, stateFromReport } from './draft-mapping';
import { addRows, removeRow, setCells, wholeTotal } from './grid-model';
import { countDifferences, mergeStates, takeTheirs } from './merge';

const ID = '3f0a4a3e-6d0b-4f0e-9d43-0d9c5b6f7a11';
const REPORT: ExactReport = {
  id: ID,
  state: 'PAN',
  organization: ID,
  crossingPoint: ID,
  period: '2026-10',
  periodLength: 'month',
  unit: 'persons',
  observation: 'entry',
  sourceKind: 'register',
  coverage: 'full',
  finality: 'provisional',
  nil: false,
  definitionVersion: '1',
  version: 1,
  versionState: 'draft',
  clearedAt: null,
  detail: 'exact',
  withoutNationalsOf: null,
  counts: [
    { nationality: 'CMR', figure: { kind: 'exact', value: 15 } },
    { nationality: 'BGD', figure: { kind: 'exact', value: 40 } },
  ],
  total: { kind: 'exact', value: 55 },
  classification: 'restricted',
  direction: 'northbound',
  coveragePercent: null,
  sampleSize: null,
  method: null,
  confidence: 'high',
  registerTotal: 55,
  note: null,
  cells: [
    { nationality: 'CMR', sex: 'female', ageBand: '0-4', value: 12 },
    { nationality: 'CMR', sex: 'male', ageBand: 'unknown', value: 3 },
  ],
  indicators: [
    { indicator: 'pregnant', nationality: 'CMR', value: 2 },
    { indicator: 'detained', nationality: null, value: 1 },
  ],
  acts: ['edit'],
  returnReason: null,
  reopenReason: null,
  retractReason: null,
  author: true,
};
const BASE = stateFromReport(REPORT);
const put = (value: number | null, column = 'female|0-4', nationality = 'CMR') =>
  setCells(BASE, [{ nationality, column, value }]);

describe('a report as a draft', () => {
  it('goes into the grid and back without losing anything', () => {
    expect(wholeTotal(BASE)).toBe(55);
    const content = contentOf(BASE);
    expect(draftContent.parse(content)).toEqual(content);
    expect(content.cells).toEqual(REPORT.cells);
    expect(content.counts).toEqual([{ nationality: 'BGD', value: 40 }]);
    expect(content.indicators).toEqual(expect.arrayContaining(REPORT.indicators));
    expect(content.indicators).toHaveLength(2);
    expect(content.registerTotal).toBe(55);
  });

  it('shows a count that contradicts its cells to the checks and does not send it', () => {
    const state = put(99, COUNT_COLUMN);
    const found = checkFigures(figuresOf(state));
    expect(found.map(({ rule }) => rule)).toContain('count-differs-from-cells');
    expect(contentOf(state).counts).toEqual([{ nationality: 'BGD', value: 40 }]);
  });

  it('finds the cell that a pointer means', () => {
    const figures = figuresOf(BASE);
    expect(placeOf(figures, '/cells/1/value')).toEqual({
      nationality: 'CMR',
      column: 'male|unknown',
    });
    expect(placeOf(figures, '/counts/0')).toEqual({ nationality: 'BGD', column: COUNT_COLUMN });
    expect(placeOf(figures, '/note')).toBeNull();
    expect(placeOf(figures, '/cells/99')).toBeNull();
  });
});

describe('two edits of one draft', () => {
  it('come together where they touch different values', () => {
    const ours = put(14);
    const theirs = put(5, 'male|60+');
    const { state, conflicts } = mergeStates(BASE, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(state.rows[0]?.values).toEqual({
      'female|0-4': 14,
      'male|unknown': 3,
      'male|60+': 5,
    });
    expect(state.indicators).toEqual(BASE.indicators);
  });

  it('name each value that both changed, and take either', () => {
    const ours = { ...put(14), header: { ...BASE.header, note: 'ours' } };
    const theirs = { ...put(null), header: { ...BASE.header, note: 'theirs' } };
    const { state, conflicts } = mergeStates(BASE, ours, theirs);
    expect(conflicts.map(({ kind, ours: our, theirs: their }) => [kind, our, their])).toEqual([
      ['cell', 14, null],
      ['header', 'ours', 'theirs'],
    ]);
    expect(state.rows[0]?.values['female|0-4']).toBe(14);
    const taken = takeTheirs(state, conflicts);
    expect(taken.rows[0]?.values['female|0-4']).toBeUndefined();
    expect(taken.header.note).toBe('theirs');
  });

  it('agree where both entered the same', () => {
    expect(mergeStates(BASE, put(14), put(14)).conflicts).toEqual([]);
  });

  it('keep out a row that one side removed untouched by the other', () => {
    const ours = removeRow(BASE, 'BGD');
    const merged = mergeStates(BASE, ours, put(14)).state;
    expect(merged.rows.map(({ nationality }) => nationality)).toEqual(['CMR']);
    expect(merged.rows[0]?.values['female|0-4']).toBe(14);
  });

  it('leave a row without figures alone, which the server never has', () => {
    const base = addRows(BASE, ['NPL']);
    const ours = setCells(base, [{ nationality: 'CMR', column: 'male|60+', value: 1 }]);
    const merged = mergeStates(base, ours, put(14)).state;
    expect(merged.rows.map(({ nationality }) => nationality)).toEqual(['CMR', 'BGD', 'NPL']);
  });

  it('are counted value by value', () => {
    expect(countDifferences(BASE, BASE)).toBe(0);
    expect(countDifferences(put(14), BASE)).toBe(1);
    expect(countDifferences(removeRow(BASE, 'CMR'), BASE)).toBe(3);
  });
});
