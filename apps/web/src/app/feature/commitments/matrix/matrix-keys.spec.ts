import { describe, expect, it } from '@jest/globals';
import { moved, nextOverdue, type Field, type Place } from './matrix-keys';

const field = (...overdue: readonly [number, number][]): Field => ({
  rows: 6,
  columns: 4,
  groups: [0, 3],
  isOverdue: ({ row, column }) => overdue.some(([r, c]) => r === row && c === column),
});
const at = (row: number, column: number): Place => ({ row, column });

describe('keys in the matrix', () => {
  it.each([
    ['ArrowUp', false, at(0, 2)],
    ['ArrowDown', false, at(2, 2)],
    ['ArrowLeft', false, at(1, 1)],
    ['ArrowRight', false, at(1, 3)],
    ['Home', false, at(1, 0)],
    ['End', false, at(1, 3)],
    ['Home', true, at(0, 0)],
    ['End', true, at(5, 3)],
    ['PageDown', false, at(3, 2)],
    ['PageUp', false, at(0, 2)],
    ['a', false, null],
  ])('%s with Ctrl %s', (key, ctrl, expected) => {
    expect(moved(field(), at(1, 2), key, ctrl)).toEqual(expected);
  });

  it('stay within the field', () => {
    expect(moved(field(), at(0, 0), 'ArrowUp', false)).toEqual(at(0, 0));
    expect(moved(field(), at(5, 3), 'ArrowRight', false)).toEqual(at(5, 3));
    expect(moved(field(), at(4, 1), 'PageDown', false)).toEqual(at(5, 1));
  });

  it('jump to the next overdue cell, around the end', () => {
    const some = field([0, 1], [4, 0]);
    expect(nextOverdue(some, at(0, 1), 1)).toEqual(at(4, 0));
    expect(nextOverdue(some, at(4, 0), 1)).toEqual(at(0, 1));
    expect(nextOverdue(some, at(0, 1), -1)).toEqual(at(4, 0));
    expect(nextOverdue(field(), at(0, 0), 1)).toBeNull();
    expect(nextOverdue(field([2, 2]), at(2, 2), 1)).toEqual(at(2, 2));
  });
});
