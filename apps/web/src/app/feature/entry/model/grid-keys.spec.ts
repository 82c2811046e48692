import { describe, expect, it } from '@jest/globals';
import type { EntryState } from './entry-state';
import type { EditMode } from './grid-keys';
import { actionFor } from './grid-keys';
import { isStorableNote, storable } from './storable';

const press = (key: string, mode: EditMode = 'none', ctrl = false, shift = false) =>
  actionFor({ key, ctrl, shift }, mode);

describe('keys of the grid', () => {
  it.each([
    ['Enter', 1, 0],
    ['Tab', 0, 1],
    ['ArrowUp', -1, 0],
    ['ArrowRight', 0, 1],
    ['PageDown', 10, 0],
  ])('move with %s', (key, rows, columns) => {
    expect(press(key)).toEqual({ kind: 'move', rows, columns });
  });

  it('go back with shift, to row ends with Home and End, to corners with Ctrl', () => {
    expect(press('Tab', 'none', false, true)).toEqual({ kind: 'move', rows: 0, columns: -1 });
    expect(press('Enter', 'replace', false, true)).toEqual({ kind: 'move', rows: -1, columns: 0 });
    expect(press('Home')).toEqual({ kind: 'jump', to: 'row-start' });
    expect(press('End')).toEqual({ kind: 'jump', to: 'row-end' });
    expect(press('Home', 'none', true)).toEqual({ kind: 'jump', to: 'first' });
    expect(press('End', 'none', true)).toEqual({ kind: 'jump', to: 'last' });
  });

  it('replace by typing a digit, edit in place with F2, clear, copy from above, undo, redo', () => {
    expect(press('7')).toEqual({ kind: 'replace', text: '7' });
    expect(press('F2')).toEqual({ kind: 'edit' });
    expect(press('Delete')).toEqual({ kind: 'clear' });
    expect(press('d', 'none', true)).toEqual({ kind: 'copy-above' });
    expect(press('z', 'none', true)).toEqual({ kind: 'undo' });
    expect(press('Z', 'none', true, true)).toEqual({ kind: 'redo' });
    expect(press('v', 'none', true)).toBeNull();
    expect(press('x')).toBeNull();
  });

  it('leave the caret its arrows in place, and take them while typing over', () => {
    expect(press('ArrowLeft', 'in-place')).toBeNull();
    expect(press('ArrowDown', 'in-place')).toEqual({ kind: 'move', rows: 1, columns: 0 });
    expect(press('ArrowLeft', 'replace')).toEqual({ kind: 'move', rows: 0, columns: -1 });
    expect(press('7', 'replace')).toBeNull();
    expect(press('z', 'replace', true)).toBeNull();
    expect(press('Escape', 'in-place')).toEqual({ kind: 'cancel' });
  });
});

describe('a note', () => {
  it('with personal data stays on the screen alone', () => {
    expect(isStorableNote('Two days without a register')).toBe(true);
    expect(isStorableNote('write to someone@example.org')).toBe(false);
    expect(isStorableNote('x'.repeat(501))).toBe(false);
    const state = (note: string) =>
      ({ rows: [], indicators: {}, header: { note } }) as unknown as EntryState;
    expect(storable(state('a@example.org'), state('before')).header.note).toBe('before');
    expect(storable(state('fine'), state('before')).header.note).toBe('fine');
  });
});
