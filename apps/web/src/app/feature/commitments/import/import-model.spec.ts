import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../../../core/api/api';
import { isSecretariatOf } from '../forum/forum-members';
import { bySheet, reasonsOf } from './import-model';

const fault = (sheet: string, row: number) => ({
  ...{ sheet, row, column: 'Title', letter: 'E', value: '', rule: 'required', detail: 'Needed.' },
});

describe('faults', () => {
  it('stand sheet by sheet in the order in which they come', () => {
    const faults = [fault('B', 2), fault('A', 9), fault('B', 3)];
    expect(
      bySheet(faults).map(({ sheet, faults: own }) => [sheet, own.map(({ row }) => row)]),
    ).toEqual([
      ['B', [2, 3]],
      ['A', [9]],
    ]);
  });

  it('of the whole file are told in words, and other failures are not', () => {
    const problem = {
      ...{ type: 'https://enlace.test/problems/invalid-input', title: 'Input not valid' },
      ...{ status: 422, detail: 'Correct the places marked.', reference: 'r' },
      errors: [{ pointer: '/file', rule: 'not-a-table', detail: 'Hand in a workbook.' }],
    };
    expect(reasonsOf(new ProblemError(problem, 422))).toEqual(['Hand in a workbook.']);
    expect(reasonsOf(new Error('x'))).toEqual([]);
  });
});

describe('the secretariat of a forum', () => {
  const member = { state: null, role: 'secretariat' as const, from: null, suspendedFrom: null };

  it('is who holds the place today', () => {
    const forum = {
      members: [
        { ...member, organization: 'now', to: null },
        { ...member, organization: 'before', to: '2020-01-01' },
        { ...member, role: 'observer' as const, organization: 'other', to: null },
      ],
    };
    const held = ['now', 'before', 'other', ''].map((one) =>
      isSecretariatOf(forum, one, '2026-11-25'),
    );
    expect(held).toEqual([true, false, false, false]);
    expect(isSecretariatOf(undefined, 'now', '2026-11-25')).toBe(false);
  });
});
