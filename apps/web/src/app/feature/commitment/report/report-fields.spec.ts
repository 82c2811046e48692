import { describe, expect, it } from '@jest/globals';
import { progressDraft } from '@enlace/contract';
import { draftOf, fieldsOf, isMistyped, numberOf, prefilled, sameDraft } from './report-fields';

const INDICATOR = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const empty = fieldsOf({ language: 'es', body: '', percent: null, values: [] });
const indicator = (id: string, values: readonly { on: string; value: number }[]) => ({
  ...{ id, definition: 'Agentes', unit: 'agentes', baseline: 0, target: 4, source: 'Registro' },
  ...{ direction: 'up' as const, percent: 0, values: [...values] },
});

describe('the fields of a report', () => {
  it.each([
    ['4', 4],
    ['4,5', 4.5],
    ['1 200', 1200],
    ['-3.25', -3.25],
    ['', null],
    ['four', null],
    ['1.2.3', null],
  ])('reads %p as %p', (text, value) => {
    expect(numberOf(text)).toBe(value);
    expect(isMistyped(text)).toBe(text !== '' && value === null);
  });

  it('begins with the last known value of each indicator and never overwrites what was typed', () => {
    const indicators = [
      indicator(INDICATOR, [
        { on: '2026-01-30', value: 1 },
        { on: '2026-04-30', value: 2 },
      ]),
      indicator(OTHER, []),
    ];
    expect(prefilled(empty, indicators, undefined).values).toEqual({ [INDICATOR]: '2' });
    const typed = { ...empty, values: { [INDICATOR]: '3' } };
    expect(prefilled(typed, indicators, undefined).values).toEqual({ [INDICATOR]: '3' });
  });

  it('sends a draft that the contract accepts, and tells one from another', () => {
    const typed = { ...empty, percent: '40', values: { [INDICATOR]: '1,5', [OTHER]: 'x' } };
    expect(progressDraft.parse(draftOf(typed))).toEqual({
      ...{ language: 'es', body: '', percent: 40 },
      values: [{ indicator: INDICATOR, value: 1.5 }],
    });
    expect(sameDraft(typed, { ...typed, values: { [INDICATOR]: '1.50' } })).toBe(true);
    expect(sameDraft(typed, { ...typed, body: 'Tres agentes' })).toBe(false);
  });
});
